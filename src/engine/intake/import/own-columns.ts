import { plainLower } from "../../kernel/cells";
import { refuseInput } from "../../kernel/refuse-input";
import type { NewRecord, Work } from "../../program/work";
import type { ImportPlan } from "./plan-import";

/** The headers of the team's own columns that a plan fills, and that Transactions doesn't have. */
export function missingColumns(
  { program }: Pick<Work, "program">,
  headers: readonly string[],
): readonly string[] {
  const there = new Set((program.tables.transactions?.ownHeaders ?? []).map(plainLower));
  return headers.filter((header) => !there.has(plainLower(header)));
}

/**
 * The plan with the team's own columns as their headers are spelled on Transactions, since rules and triggers ask for them so.
 * Refuses the input where such a column is not there: nothing of a file is lost without a word (IMPORT-17).
 */
export function withOwnColumns(work: Pick<Work, "program">, plan: ImportPlan): ImportPlan {
  const rows = [...plan.sales, ...plan.refunds];
  const headers = [...new Set(rows.flatMap(({ extra = {} }) => Object.keys(extra)))];
  if (headers.length === 0) return plan;
  const [missing] = missingColumns(work, headers);
  if (missing !== undefined)
    refuseInput("rows", `Transactions has no column “${missing}” any more. Import the file again.`);
  const own = work.program.tables.transactions?.ownHeaders ?? [];
  const spelled = new Map(own.map((header) => [plainLower(header), header]));
  const placed = (row: NewRecord<"transactions">): NewRecord<"transactions"> => ({
    ...row,
    extra: Object.fromEntries(
      Object.entries(row.extra ?? {}).map(([header, cell]) => [
        spelled.get(plainLower(header)),
        cell,
      ]),
    ),
  });
  return { ...plan, sales: plan.sales.map(placed), refunds: plan.refunds.map(placed) };
}

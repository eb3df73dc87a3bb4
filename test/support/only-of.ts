import type { Program } from "../../src/engine/program/program";
import type { Transaction } from "../../src/engine/tables";

const tables = ["partners", "customers", "transactions", "rewards", "drips", "payouts"] as const;
type Tables = Record<string, { readonly rows: readonly { readonly record?: unknown }[] }>;

/**
 * The program with the rows of one partner only, the sales that those rows name, and the refunds of these sales. A refund that
 * was corrected to name a sale that waits is still one of the sale that it counted for before (TIME-3d).
 */
export function onlyOf(program: Program, partner: string): Program {
  const all = program.tables as unknown as Tables;
  const named = new Set<unknown>();
  for (const table of ["rewards", "drips"]) {
    for (const { record } of all[table]?.rows ?? []) {
      const own = record as { partner?: string; transaction?: unknown } | undefined;
      if (own?.partner === partner) named.add(own.transaction);
    }
  }
  const isOwn = (
    table: string,
    record: Pick<Transaction, "key" | "refundOf" | "judgedAs"> & { readonly partner: unknown },
  ) => {
    if (table === "partners") return record.key === partner;
    if (table === "transactions") {
      const { key, refundOf, judgedAs } = record;
      return [key, refundOf, judgedAs?.counted?.sale].some((each) => named.has(each));
    }
    return record.partner === partner;
  };
  const kept = Object.fromEntries(
    tables.map((table) => [
      table,
      {
        ...all[table],
        rows: all[table]?.rows.filter(
          ({ record }) => record && isOwn(table, record as Transaction),
        ),
      },
    ]),
  );
  return { ...program, tables: { ...program.tables, ...kept } as Program["tables"] };
}

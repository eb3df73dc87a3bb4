import type { SheetRecord } from "../../host/workbook";
import { count, type Life } from "./life";

type Cell = SheetRecord[string] | undefined;

/** The approved lines of invoices in review, by reward. */
function linesIn(life: Life): ReadonlyMap<Cell, Cell> {
  if (life.isTabBroken) return new Map();
  const { host } = life;
  const open = new Set(
    host.rows("Invoices").flatMap(({ Key, Status }) => (Status === "In review" ? [Key] : [])),
  );
  return new Map(
    host
      .rows("Rewards")
      .filter(({ Status, Invoice }) => Status === "approved" && open.has(Invoice))
      .map(({ Key, Invoice }) => [Key, Invoice]),
  );
}

/**
 * Does the work, and looks after lines whose invoice became final by it: one that is carried on says on which invoice it was
 * first, so that it counts once, in the month that is told to the partner (STATEMENT-2).
 */
export async function watchCarried(life: Life, work: () => unknown): Promise<void> {
  const before = linesIn(life);
  await work();
  if (life.isTabBroken || before.size === 0) return;
  const { host, outrages } = life;
  const final = new Set(
    host.rows("Invoices").flatMap((row) => (row["Finalized on"] ? [row.Key] : [])),
  );
  for (const row of host.rows("Rewards")) {
    const was = before.get(row.Key);
    if (was === undefined || !final.has(was) || row.Invoice === was || row.Status !== "approved")
      continue;
    count(life, "a line carried");
    if (row["First invoice"] === "")
      outrages.push(`${row.Key} is carried from ${was}, and does not say so`);
  }
}

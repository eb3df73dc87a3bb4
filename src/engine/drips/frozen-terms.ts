import type { NewRecord, Work } from "../program/work";
import { type Drip, tables } from "../tables";
import { columnsThat, printCell } from "../tables/table";

/** Starts a drip: the only place that does. Its row keeps its own key and its terms in one cell more. */
export function insertDrip(work: Work<"drips">, drip: NewRecord<"drips">): Drip {
  const made = work.insert("drips", { ...drip, frozen: null });
  const terms = columnsThat(tables.drips, "frozen").map((id) => [
    id,
    printCell(tables.drips, id, made, work.program.context),
  ]);
  const cells = Object.fromEntries(terms.filter(([, cell]) => cell !== ""));
  return work.update("drips", made.key, { frozen: { key: made.key, cells } });
}

import { isStray, type Life } from "../life";
import type { Complain } from "./books";

/** A total, or a word below a table, is no row: it is told at its line, and nothing is made for it (CELL-1b). */
export function checkStrays({ host }: Life, complain: Complain): void {
  for (const tab of host.sheetNames().filter((name) => !name.startsWith("_"))) {
    for (const row of host.rows(tab).filter(({ Key }) => isStray(Key))) {
      if (row.Problems === "") complain(`“${row.Key}” on ${tab} is not told`);
      if ((row.Judged ?? "") !== "") complain(`“${row.Key}” on ${tab} is judged`);
    }
  }
}

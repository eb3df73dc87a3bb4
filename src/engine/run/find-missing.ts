import { dripKey, type Key, occurrenceKey, rewardKey } from "../keys";
import { readMarker } from "../marker";
import { emptyPartsOf, skippedOf } from "../schedule/skipped";
import type { Work } from "../work";

const ASK =
  "Restore it from the version history, or say in the sidebar that it is void. It is not made again.";

/**
 * Reports the rewards and drips that were made and whose rows are gone: a marker or a drip's *issued* says
 * so. A person deleted them; nothing is remade by itself (product.md §2).
 */
export function findMissing(
  work: Work<"customers" | "transactions" | "actions" | "partners" | "rewards" | "drips">,
): void {
  for (const table of ["customers", "transactions", "actions", "partners"] as const) {
    const sheet = sheets[table];
    for (const { key, judged } of work.all(table)) {
      for (const trigger of readMarker(judged, key)?.acted ?? []) {
        if (!wasKept(work, key, trigger)) {
          report(work, sheet, key, `What trigger ${trigger} made for this row was deleted. ${ASK}`);
        }
      }
    }
  }
  for (const drip of work.all("drips")) {
    const empty = emptyPartsOf(drip);
    const skipped = skippedOf(drip);
    for (let k = drip.after + 1; k <= drip.issued; k++) {
      if (empty.has(k) || skipped.has(k) || work.has("rewards", occurrenceKey(drip.key, k)))
        continue;
      report(work, "Drips", drip.key, `Its occurrence ${k} was made and then deleted. ${ASK}`);
    }
  }
}

const sheets = {
  customers: "Customers",
  transactions: "Transactions",
  actions: "Actions",
  partners: "Partners",
} as const;

const wasKept = (work: Work<"rewards" | "drips">, event: Key, trigger: Key): boolean =>
  work.has("rewards", rewardKey(event, trigger)) || work.has("drips", dripKey(event, trigger));

function report(work: Work<"rewards">, table: string, row: Key, message: string): void {
  const column = table === "Drips" ? "Issued" : "Judged";
  work.report({ code: "REWARD_MISSING", at: { table, row, column }, message });
}

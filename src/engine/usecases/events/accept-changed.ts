import { linesOf } from "../../activity/lines-of";
import { changesSince, judgedAs, type TableJudged, tablesJudged } from "../../judging/judged-as";
import { keyField, longTextField } from "../../kernel/fields";
import { input, listInput } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { refuseInput } from "../../kernel/refuse-input";
import type { Work } from "../../program/work";
import { countedOf, isOrWasRefund } from "../../sales/refund-row";
import { unlived } from "../../simulate/bare";
import { tables } from "../../tables";
import { compileTriggers } from "../../triggers/compile-triggers";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";

/** Takes rows “changed since judged” as they now are, and leaves what was made of them (JUDGE-20). */
export const acceptChanged = useCase({
  name: "accept-changed",
  edits: "leave",
  inputs: {
    rows: listInput("Rows", keyField, { required: true, hint: "Their keys." }),
    reason: input("Reason", longTextField),
  },
  reads: [...tablesJudged, "triggers", "settings", "activity"],
  decide: (work, { rows: keys, reason }, env): { readonly accepted: number } => {
    const triggers = compileTriggers(work);
    const said: string[] = [];
    for (const key of keys) {
      for (const table of tablesOf(work, key)) {
        const record = work.get(table, key);
        const changes = record ? changesSince(work, table, record) : [];
        if (changes.length === 0) continue;
        const { judgedAs: then = null } = record ?? {};
        const { by = null, amount = null, outcome = null, partner = null } = then ?? {};
        // The next run goes by what a refund's row says now: of one that was withdrawn nothing is kept.
        const isRefund = record && "refundOf" in record && isOrWasRefund(record);
        if (isRefund && !countedOf(record)) work.update("transactions", key, unlived);
        else {
          // What was made stays as it is, so refunds count against what the sale was judged at (TARGET-4), in its currency.
          const isOther = changes.some(
            ({ column }) => column === tables.transactions.columns.currency.header,
          );
          const sold = isOther ? null : amount;
          const as = judgedAs(work, table, key, triggers, { by, amount: sold, outcome, partner });
          work.update(table, key, { judgedAs: isRefund && then ? { ...then, row: {} } : as });
        }
        said.push(
          `${key}: ${changes.map(({ column, was, now }) => `${column} ${was} → ${now}`).join(", ")}`,
        );
      }
    }
    if (said.length > 0) {
      logAct(work, env, {
        what: "Accepted rows changed since processed",
        records: keys,
        to: linesOf(said),
        why: reason,
      });
    }
    return { accepted: said.length };
  },
});

function tablesOf(work: Work<TableJudged>, key: Key): readonly TableJudged[] {
  const found = tablesJudged.filter((table) => work.get(table, key) !== undefined);
  return found.length > 0 ? found : refuseInput("rows", `There is no row with the key “${key}”.`);
}

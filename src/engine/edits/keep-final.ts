import { logEdits, type NoticedEdit } from "../activity/log-edits";
import { parseDay } from "../kernel/day";
import type { Env } from "../kernel/env";
import { type Key, readRunKey } from "../kernel/keys";
import type { Work } from "../program/work";

type Tables = "invoices" | "payouts" | "activity";

/**
 * Puts the day back on which an invoice became final where a person cleared it: only reopening takes its payouts away,
 * and with them there a second finalizing would pay its lines twice (INVOICE-21). Logs and reports it.
 */
export function keepFinal(work: Work<Tables>, env: Env, run: string | null): void {
  const edits = work
    .where("invoices", "finalizedOn", null)
    .flatMap(({ key, reviewEndsOn }): readonly NoticedEdit[] => {
      if (!hasPayouts(work, key)) return [];
      const [payout] = work.where("payouts", "invoice", key);
      const least = reviewEndsOn < env.today ? reviewEndsOn : env.today;
      const finalizedOn = parseDay(readRunKey(payout?.run ?? "")?.day ?? "") ?? least;
      work.update("invoices", key, { finalizedOn });
      work.report({
        code: "RECORD_INCONSISTENT",
        at: { table: "Invoices", row: key, column: "Finalized on" },
        message:
          "It has payouts, so it is final, and the day was restored. Reopen it in the sidebar before anything is paid.",
      });
      return [{ key, from: "final", to: "final (day typed away)" }];
    });
  logEdits(work, env, run, "invoices", edits);
}

/** Only a final invoice has payouts; a reopened one has none. */
export const hasPayouts = (work: Work<"payouts">, invoice: Key): boolean =>
  work.where("payouts", "invoice", invoice).length > 0;

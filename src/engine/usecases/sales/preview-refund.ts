import { newRefund, refundInputs, refundSentBefore } from "../../intake/new-refund";
import { begin, type Work } from "../../program/work";
import { useCase } from "../shared/use-case";
import { type ForeseenRefund, foreseeRefund, refundForeseenAgain } from "./foresee-refund";

/** What a refund would change, before it is recorded; nothing is written. Throws as `newRefund`, or FORM_SENT. */
export const previewRefund = useCase({
  name: "preview-refund",
  edits: "read only",
  inputs: refundInputs,
  reads: ["settings", "partners", "customers", "transactions", "rewards", "drips", "invoices"],
  decide: ({ program }, given, env): ForeseenRefund => {
    const work: Work = begin(program);
    const before = refundSentBefore(work, given);
    if (before) return refundForeseenAgain(before.key);
    return foreseeRefund(work, given.refundOf, env.today, () => newRefund(work, given, env));
  },
});

import { deriveTouched } from "../../invoices/derive-touched";
import { returnPayout } from "../../invoices/return-payout";
import { longTextField, madeKeyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { chosen } from "../shared/chosen";
import { logAct } from "../shared/log-act";
import { showMoney } from "../shared/show-money";
import { invoiceAct, useCase } from "../shared/use-case";

/**
 * Records that the payment of a payout came back or failed; its lines are owed again by a new payout (PAYOUT-3).
 * Throws PAYOUT_UNKNOWN, PAYOUT_NOT_PAID or PAYOUT_NOT_ITS_LINES.
 */
export const returnPayoutByHand = useCase({
  name: "return-payout",
  ...invoiceAct,
  inputs: {
    payout: input("Payout", madeKeyField, { required: true }),
    reason: input("Reason", longTextField, {
      required: true,
      hint: "Why the payment came back, such as “account closed”.",
    }),
  },
  decide: (work, { payout: key, reason }, env) => {
    const payout = chosen(work, "payouts", key);
    const { invoice } = payout;
    const next = returnPayout(work, payout, { reason, by: env.user, today: env.today });
    deriveTouched(work);
    const to = `returned; ${next.key} is open`;
    const { status: from } = payout;
    logAct(work, env, { what: "Returned a payout", records: [key], from, to, why: reason });
    const { status } = chosen(work, "invoices", invoice);
    return { payout: key, next: next.key, amount: showMoney(payout), invoice, status };
  },
});

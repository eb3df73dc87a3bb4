import { takenOver } from "../../edits/typed-over";
import { deriveTouched } from "../../invoices/derive-touched";
import { isOpen, PAID_TOO_SOON, pay } from "../../invoices/pay";
import { invoicesWithUnreadablePayouts } from "../../invoices/unreadable";
import { dayField, keyField, madeKeyField, textField, yesNoField } from "../../kernel/fields";
import { input, listInput } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { DomainError } from "../../kernel/problem";
import { refuseInput } from "../../kernel/refuse-input";
import { plural, say } from "../../kernel/say";
import type { Work } from "../../program/work";
import type { Payout } from "../../tables";
import { allChosen, chosen } from "../shared/chosen";
import { finalInvoice } from "../shared/invoice-by-state";
import { logAct } from "../shared/log-act";
import { partnerName } from "../shared/names";
import { refuseRepeats, repeatInput } from "../shared/refuse-repeats";
import { showMoney } from "../shared/show-money";
import { invoiceAct, useCase } from "../shared/use-case";

/**
 * Records that the chosen payouts of a final invoice were paid, with one date and reference; or all that were sent, and
 * with `neverSent` those too that were never in a payment file (PAYOUT-1). Throws INVOICE_NOT_FINAL, INVOICE_PAID,
 * PAYOUT_UNKNOWN, PAYOUT_SETTLED, PAYOUT_OTHER_INVOICE, PAYOUT_NEVER_SENT or PAYOUT_NOT_ITS_LINES; all are paid or none.
 */
export const payInvoice = useCase({
  name: "pay-invoice",
  ...invoiceAct,
  inputs: {
    invoice: input("Invoice", keyField, { required: true }),
    payouts: listInput("Payouts", madeKeyField, {
      hint: "Their keys. Blank means all that were sent.",
    }),
    neverSent: input("Also those never in a payment file", yesNoField, {
      hint: "You paid them another way.",
    }),
    paidOn: input("Paid on", dayField, { hint: "Blank means today." }),
    reference: input("Reference", textField, { hint: "The bank's or provider's reference." }),
    repeat: repeatInput,
  },
  reads: [...takenOver, "partners"],
  decide: (
    work,
    { invoice: key, payouts: keys, neverSent, paidOn: asked, reference, repeat },
    env,
  ) => {
    const invoice = finalInvoice(work, key);
    const payouts = keys ? openPayouts(work, keys, key) : allOf(work, key, neverSent === true);
    const paidOn = asked ?? env.today;
    if (paidOn > env.today) refuseInput("paidOn", PAID_TOO_SOON);
    const ask = (about: readonly Payout[], what: readonly ("filed" | "paid")[]) =>
      refuseRepeats(env, repeat, {
        group: key,
        of: about.map((each) => [each.key, `the payout of ${partnerName(work, each.partner)}`]),
        what,
      });
    // One that the workbook calls open may be in a file that an older version knows nothing of: paid another way as well, it
    // would be paid twice.
    ask(payouts.filter(wasSent), ["paid"]);
    ask(
      payouts.filter((each) => !wasSent(each)),
      ["paid", "filed"],
    );
    const payment = { paidOn, reference, by: env.user, today: env.today };
    const rewards = payouts.flatMap((payout) => pay(work, payout, payment));
    deriveTouched(work);
    const { status } = chosen(work, "invoices", key);
    logAct(work, env, {
      what: say`Paid ${plural(payouts.length, "payout")} of invoice ${{ month: invoice.month }} ${invoice.currency}`,
      records: [key],
      from: invoice.status,
      to: say`${status} on ${{ day: paidOn }}`,
      why: reference,
    });
    return {
      invoice: key,
      status,
      payouts: payouts.map((each) => ({
        key: each.key,
        partner: each.partner,
        amount: showMoney(each),
      })),
      rewards: rewards.length,
      paidOn,
    };
  },
});

const wasSent = ({ status }: Payout): boolean => status === "sent";

/** All that were sent, and with `neverSent` all that are open too. */
function allOf(work: Work<"payouts">, invoice: Key, neverSent: boolean): readonly Payout[] {
  const unpaid = work.where("payouts", "invoice", invoice).filter(isOpen);
  if (unpaid.length === 0) {
    const isUnreadable = invoicesWithUnreadablePayouts(work).has(invoice);
    throw new DomainError(isUnreadable ? "PAYOUT_UNREADABLE" : "INVOICE_PAID");
  }
  const payouts = unpaid.filter(({ status }) => neverSent || status === "sent");
  if (payouts.length === 0) throw new DomainError("PAYOUT_NEVER_SENT");
  return payouts;
}

/** The payouts with these keys, all of that invoice and not paid. */
function openPayouts(work: Work<"payouts">, keys: readonly Key[], invoice: Key): readonly Payout[] {
  const payouts = allChosen(work, "payouts", keys);
  if (!payouts.every(isOpen)) throw new DomainError("PAYOUT_SETTLED");
  if (payouts.some((each) => each.invoice !== invoice)) {
    throw new DomainError("PAYOUT_OTHER_INVOICE");
  }
  return payouts;
}

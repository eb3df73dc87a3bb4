import { linesOfBalance } from "../../invoices/balance";
import { deriveTouched } from "../../invoices/derive-touched";
import { currencyField, keyField, longTextField } from "../../kernel/fields";
import { sumOf } from "../../kernel/group-by";
import { input } from "../../kernel/input";
import { DomainError } from "../../kernel/problem";
import { say } from "../../kernel/say";
import { changeReward } from "../../rewards/change-reward";
import { isFinal } from "../../rewards/final";
import { grantReward } from "../../rewards/grant";
import type { Reward } from "../../tables";
import { logAct } from "../shared/log-act";
import { showMoney } from "../shared/show-money";
import { invoiceAct, useCase } from "../shared/use-case";

/**
 * Ends a partner's negative balance in one currency by a positive adjusting line, approved, with a reason
 * (INVOICE-19). Throws BALANCE_NOT_NEGATIVE, so that a second press writes nothing off.
 */
export const writeOff = useCase({
  name: "write-off",
  ...invoiceAct,
  inputs: {
    partner: input("Partner", keyField, { required: true }),
    currency: input("Currency", currencyField, { required: true }),
    reason: input("Reason", longTextField, {
      required: true,
      hint: "Why you are not asking for it back. The partner can see it.",
    }),
  },
  decide: (work, { partner, currency, reason }, env) => {
    const lines = linesOfBalance(work, partner, currency);
    const balance = sumOf(lines);
    if (balance >= 0) throw new DomainError("BALANCE_NOT_NEGATIVE");
    const open = lines
      .flatMap((line) => work.get("invoices", line.invoice) ?? [])
      .filter((each) => !isFinal(each))
      .map(({ key }) => key)
      .sort();
    const invoice = open[open.length - 1] ?? null;
    const key = env.newId("off");
    const made = grantReward(work, {
      key,
      partner,
      amount: -balance,
      currency,
      earnedOn: env.today,
      from: { source: "write-off" },
      description: `Write-off: ${reason}`,
      why: { by: "person", what: "write-off", who: env.user, on: env.today },
      /** The invoice in review it stands on; null where it waits for the next opening with what it ends. */
      invoice,
      decidedBy: env.user,
      decidedOn: env.today,
    }) as Reward;
    changeReward(work, made, { status: "approved" });
    deriveTouched(work);
    logAct(work, env, {
      what: "Wrote off a negative balance",
      records: [key],
      from: say`${{ amount: balance, currency }} of ${partner}`,
      to: invoice === null ? "next invoice" : say`${{ invoice }}`,
      why: reason,
    });
    return { reward: key, amount: showMoney({ amount: -balance, currency }), invoice };
  },
});

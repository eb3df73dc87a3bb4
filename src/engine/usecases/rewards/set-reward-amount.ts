import { deriveTouched } from "../../invoices/derive-touched";
import { amountField, currencyField, longTextField, madeKeyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { DomainError } from "../../kernel/problem";
import { refuseInput } from "../../kernel/refuse-input";
import { say } from "../../kernel/say";
import { typeAmount } from "../../rewards/type-amount";
import { chosen } from "../shared/chosen";
import { logAct } from "../shared/log-act";
import { showMoney } from "../shared/show-money";
import { rewardAct, useCase } from "../shared/use-case";

/**
 * Gives a reward another amount, as one typed over its cell would (EDIT-3): it counts at once; once its invoice is final the
 * reward keeps its amount, and the difference is offered as a held line (EDIT-4). Throws REWARD_UNKNOWN, INPUT_INVALID, or
 * REWARD_MOVE_ILLEGAL for one that is declined.
 */
export const setRewardAmount = useCase({
  name: "set-reward-amount",
  ...rewardAct,
  inputs: {
    reward: input("Reward", madeKeyField, { required: true }),
    amount: input("Amount", amountField, { required: true }),
    currency: input("Currency", currencyField, { required: true }),
    reason: input("Reason", longTextField, { hint: "For Activity." }),
  },
  decide: (work, { reward: key, amount, currency, reason }, env) => {
    const before = chosen(work, "rewards", key);
    if (before.currency !== currency)
      refuseInput("currency", `This reward is in ${before.currency}.`);
    if (before.status === "declined")
      throw new DomainError(
        "REWARD_MOVE_ILLEGAL",
        "This reward is declined. Set it to pending first, then change its amount.",
      );
    const lineOf = () =>
      work.all("rewards").find((each) => each.adjusts === key && each.status === "held");
    const lineBefore = lineOf();
    typeAmount(work, before, amount, { on: env.today, today: env.today, run: null });
    deriveTouched(work);
    const after = chosen(work, "rewards", key);
    const line = lineOf();
    const hasNewLine = line !== undefined && line.amount !== lineBefore?.amount;
    if (after.amount !== before.amount || hasNewLine) {
      logAct(work, env, {
        what: "Changed a reward's amount",
        records: [key, ...(hasNewLine ? [line.key] : [])],
        from: say`${{ amount: before.amount, currency }}`,
        to: hasNewLine
          ? say`${{ amount, currency }}, by a line of ${{ amount: line.amount, currency }} on hold`
          : say`${{ amount, currency }}`,
        why: reason,
      });
    }
    return {
      from: showMoney(before),
      to: showMoney(after),
      /** What the held line comes to that offers the difference; null where the reward itself changed. */
      line: hasNewLine ? showMoney(line) : null,
    };
  },
});

import { deriveTouched } from "../invoices/derive-touched";
import { say } from "../kernel/say";
import { changeReward } from "../rewards/change-reward";
import { calculatedOf, decisionsOf } from "../rewards/decisions";
import { isLocked } from "../rewards/final";
import { isNotDeclined } from "../rewards/grant";
import { settleAsCalculated } from "../rewards/settle";
import { finding, type HealthCheck } from "./health-check";

/** Amounts that a person typed over and that can still be put back (EDIT-3). */
export const typedOver: HealthCheck = {
  label: "Amounts changed manually",
  find: (work) =>
    work.all("rewards").flatMap((reward) => {
      const { key, amount, currency } = reward;
      const calculated = calculatedOf(reward);
      const isTyped = decisionsOf(reward).typed !== null && calculated !== amount;
      if (!isTyped || !isNotDeclined(reward) || isLocked(work, reward)) return [];
      const money = (value: number) => ({ amount: value, currency });
      const message = say`Its amount was changed manually from ${money(calculated)} to ${money(amount)}. That counts, unless you restore it before its invoice is final.`;
      return [finding("rewards", key, "amount", message, ["put back"])];
    }),
  repairs: {
    "put back": {
      label: "Restore the calculated amount",
      act: (work, { key }, { today }) => {
        const reward = work.get("rewards", key);
        if (!reward || decisionsOf(reward).typed === null) return "";
        const decisions = { ...decisionsOf(reward), typed: null };
        const calculated = changeReward(work, reward, { decisions });
        settleAsCalculated(work, calculated, { on: today, today, run: null });
        deriveTouched(work);
        const { amount, currency } = work.get("rewards", key) ?? reward;
        const money = { amount, currency };
        return say`Put ${key} back to ${money}`;
      },
    },
  },
};

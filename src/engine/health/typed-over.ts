import { follow } from "../invoices/derive-touched";
import { format } from "../kernel/money";
import { isLocked } from "../rewards/final";
import { accept, stands } from "../rewards/grant";
import { finding, type HealthCheck } from "./health-check";

/** Amounts that a person typed over and that can still be put back (EDIT-3). */
export const typedOver: HealthCheck = {
  label: "Amounts typed over",
  marks: false,
  find: (work) =>
    work.all("rewards").flatMap((reward) => {
      const { key, amount, calculated, currency } = reward;
      if (calculated === null || !stands(reward) || isLocked(work, reward)) return [];
      const money = (value: number) => format({ amount: value, currency });
      const message = `Its amount was changed by hand from ${money(calculated)} to ${money(amount)}. That counts, unless you put it back before its invoice is final.`;
      return [finding("rewards", key, "amount", message, ["put back"])];
    }),
  repairs: {
    "put back": {
      label: "Put the calculated amount back",
      act: (work, { key }) => {
        const reward = work.get("rewards", key);
        if (!reward || reward.calculated === null) return "";
        const amount = reward.calculated;
        work.update("rewards", key, { ...accept(reward, { amount }), calculated: null });
        follow(work, [key], [reward.invoice]);
        return `Put ${key} back to ${format({ amount, currency: reward.currency })}`;
      },
    },
  },
};

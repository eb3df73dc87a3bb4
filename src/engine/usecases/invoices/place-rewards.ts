import { deriveTouched } from "../../invoices/derive-touched";
import { nextInReview } from "../../invoices/pay-or-carry";
import { checkPlace } from "../../invoices/place";
import { keyField, wordField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { DomainError } from "../../kernel/problem";
import { plural, say } from "../../kernel/say";
import { changeReward } from "../../rewards/change-reward";
import { isOnFinal } from "../../rewards/final";
import { allChosen, rewardsInput } from "../shared/chosen";
import { invoiceInReview } from "../shared/invoice-by-state";
import { logAct } from "../shared/log-act";
import { showMoney } from "../shared/show-money";
import { rewardAct, useCase } from "../shared/use-case";

const places = ["on an invoice", "on the next one", "off its invoice"] as const;

/**
 * Puts rewards on an invoice in review, also from another one in review; or on the next one, which is a later month's
 * that is in review, else the one that opens next; or takes them off, to wait for the next opening with their status
 * and earned date (INVOICE-8). Throws INVOICE_UNKNOWN, INVOICE_NOT_IN_REVIEW, INVOICE_OTHER_CURRENCY,
 * INVOICE_TOO_EARLY, REWARD_UNKNOWN, REWARD_LOCKED or REWARD_NOT_INVOICEABLE.
 */
export const placeRewards = useCase({
  name: "place-rewards",
  ...rewardAct,
  inputs: {
    rewards: rewardsInput,
    to: input("Place", wordField(places), { required: true }),
    invoice: input("Invoice", keyField, { hint: "The invoice to add them to." }),
  },
  decide: (work, { rewards: keys, to, invoice: key }, env) => {
    const target = to === "on an invoice" ? invoiceInReview(work, key ?? "") : undefined;
    const rewards = allChosen(work, "rewards", keys);
    if (target) for (const reward of rewards) checkPlace(work, reward, target);
    if (rewards.some((reward) => isOnFinal(work, reward))) throw new DomainError("REWARD_LOCKED");
    const placeOf = (on: Key | null): Key | null => {
      const present = to === "on the next one" ? work.get("invoices", on) : undefined;
      return present ? nextInReview(work, present) : (target?.key ?? null);
    };
    const places = new Map(rewards.map((reward) => [reward.key, placeOf(reward.invoice)]));
    const moving = rewards.filter((reward) => places.get(reward.key) !== reward.invoice);
    for (const reward of moving) {
      changeReward(work, reward, { invoice: places.get(reward.key) ?? null });
    }
    deriveTouched(work);
    if (moving.length > 0) {
      const from = named(moving.map(({ invoice }) => invoice));
      const count = plural(moving.length, "reward");
      const said = {
        "on an invoice": moving.every(({ invoice }) => invoice === null)
          ? say`Put ${count} on an invoice`
          : say`Moved ${count} to another invoice`,
        "on the next one": say`Moved ${count} to the next invoice`,
        "off its invoice": say`Took ${count} off an invoice`,
      };
      logAct(work, env, {
        what: said[to],
        records: moving.map((reward) => reward.key),
        from,
        to: named(moving.map((reward) => places.get(reward.key) ?? null)),
      });
    }
    const touched = new Set([...rewards.map(({ invoice }) => invoice), ...places.values()]);
    return {
      /** The invoices whose lines changed, as they are now. */
      invoices: [...touched]
        .flatMap((each) => work.get("invoices", each) ?? [])
        .map(({ key: of, lines, total, currency }) => ({
          key: of,
          lines,
          total: showMoney({ amount: total, currency }),
        })),
      /** Where each stands now, null where it waits for the next opening, and when it is expected to be paid. */
      rewards: allChosen(work, "rewards", keys).map((reward) => {
        const { key: of, invoice, estimatedPayment } = reward;
        return { key: of, invoice, estimatedPayment };
      }),
    };
  },
});

const NO_INVOICE = "no invoice";
const named = (invoices: readonly (Key | null)[]): string =>
  [...new Set(invoices.map((each) => each ?? NO_INVOICE))].join(", ");

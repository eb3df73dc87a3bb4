import { rewardKey } from "../kernel/keys";
import { type Currency, percentOf } from "../kernel/money";
import { listed, say } from "../kernel/say";
import { grantReward as insertReward } from "../rewards/grant";
import { limitAmount } from "../rewards/limits";
import { noteInWords } from "../rules/explain-words";
import { holdInWords } from "../tables/packed/hold-reasons";
import type { RewardTerms } from "../tables/packed/terms";
import type { Sum } from "../tables/packed/why";
import { type Acted, type Acting, type ActionDefinition, describe, madeBefore } from "./action";
import { baseOf } from "./percent-base";
import { earningText } from "./preview";
import {
  exampleText,
  type Price,
  parsePrice,
  priceFields,
  priceText,
  undecidedText,
} from "./price";

interface Worth {
  readonly amount: number;
  readonly currency: Currency;
  readonly sum: Sum;
}

/** Minor units, before limits: a percent of the sale, or of its other column, in the transaction's currency, or flat. */
function worthOf(price: Price, { work, event }: Acting, of: number): Worth {
  if (price.kind === "percent") {
    const { percent, of: column } = price;
    const amount = percentOf(of, percent, work.settings.rounding);
    const sum = { kind: "percent", percent, of, is: amount, column } as const;
    return { amount, currency: event.currency, sum };
  }
  const { amount } = price;
  const currency = price.currency ?? work.settings.programCurrency;
  return { amount, currency, sum: { kind: "flat", amount } };
}

/** The frozen terms by which a refund recalculates a percent reward; null for a flat one. */
function termsOf(
  price: Price,
  { work, event }: Acting,
  amount: number,
  room: number | null,
): RewardTerms | null {
  if (price.kind === "flat") return null;
  const { percent } = price;
  const base = event.transaction?.amount ?? 0;
  const of = price.of === null ? null : amount;
  const { rounding } = work.settings;
  return { kind: "percent", percent, base, of, rounding, room, part: null };
}

/** Grants one reward, earned on the event's date. A zero amount makes no row, and it is said so (TRIG-14). */
export const grantReward: ActionDefinition<Price> = {
  fields: priceFields,
  parse: parsePrice,
  summary: priceText,
  effect: (price, preview) => earningText(preview, exampleText(price)),
  unsettles: /^partner\.rewards/,
  act(price, acting): Acted {
    const { work, trigger, event, partner, customer } = acting;
    const key = rewardKey(event.key, trigger.key);
    const of = baseOf(price, acting);
    if ("instead" in of) return { made: false, said: undecidedText(price, of.instead) };
    const { amount: full, currency, sum } = worthOf(price, acting, of.amount);
    const {
      amount,
      room,
      note,
      held: heldByLimit,
    } = limitAmount(work, {
      trigger: trigger.key,
      partner: partner.key,
      customer: customer?.key ?? null,
      earnedOn: event.on,
      amount: full,
      currency,
      limits: trigger,
    });
    const notes = note === undefined ? [] : [note];
    const noted = notes.map((each) => noteInWords(each, currency));
    if (work.has("rewards", key)) {
      return madeBefore(acting, work.get("rewards", key), "was granted before");
    }
    if (amount === 0) return { made: false, said: say`${listed(["comes to zero", ...noted])}` };
    const hold = [...acting.hold, ...heldByLimit];
    const money = say`${{ amount, currency }}`;
    const held = hold.length === 0 ? [] : [`held: ${holdInWords(hold, currency)}`];
    const said = listed([money, ...noted, ...held]);
    if (acting.isTest) return { made: false, said: say`would grant ${said}` };
    insertReward(work, {
      key,
      partner: partner.key,
      customer: customer?.key ?? null,
      transaction: event.transaction?.key ?? null,
      description: describe(acting),
      amount,
      currency,
      earnedOn: event.on,
      from: { source: "trigger", trigger: trigger.key, triggerVersion: trigger.version },
      terms: termsOf(price, acting, of.amount, room),
      why: acting.why(sum, notes),
      run: acting.run,
      hold,
    });
    return { made: true, said: say`granted ${said}` };
  },
};

import { takeWhileFits } from "../../kernel/bytes";
import { currencyOrder } from "../../kernel/currency-order";
import type { Day } from "../../kernel/day";
import { keyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { type Currency, toDecimal } from "../../kernel/money";
import { some } from "../../program/reads";
import { isOwed } from "../../reports/statements/balance-now";
import { amountOf } from "../../reports/statements/statement";
import { isRefund } from "../../sales/refund-row";
import { useCase } from "../shared/use-case";

/** A partner's key, the day of the last sale or "", and what is owed in each currency that is not 0. */
export type PartnerFigures = readonly [
  key: Key,
  lastSale: Day | "",
  owed: readonly (readonly [amount: string, currency: Currency])[],
];

/** What the list of partners says of those who have sales or are owed anything, in pages by key (STATEMENT-7). */
export const partnerFigures = useCase({
  name: "partner-figures",
  inputs: { after: input("After", keyField, { hint: "The last page's next; blank begins." }) },
  reads: [
    some("rewards", "partner", "amount", "currency", "status", "accepted"),
    some("transactions", "partner", "date", "amount", "refundOf"),
  ],
  decide: (work, { after }) => {
    const order = currencyOrder(work.settings.programCurrency);
    const owed = new Map<Key, Map<Currency, number>>();
    for (const reward of work.all("rewards")) {
      if (!isOwed(reward)) continue;
      const sums = owed.get(reward.partner) ?? new Map<Currency, number>();
      sums.set(reward.currency, (sums.get(reward.currency) ?? 0) + amountOf(reward));
      owed.set(reward.partner, sums);
    }
    const last = new Map<Key, Day>();
    for (const sale of work.all("transactions")) {
      const { partner, date } = sale;
      if (partner === null || isRefund(sale)) continue;
      if (date.day > (last.get(partner) ?? "")) last.set(partner, date.day);
    }
    const keys = [...new Set([...owed.keys(), ...last.keys()])].sort();
    const rest = after === null ? keys : keys.filter((key) => key > after);
    const partners = takeWhileFits(rest, 90_000, (key): PartnerFigures => {
      const sums = [...(owed.get(key) ?? [])]
        .filter(([, amount]) => amount !== 0)
        .sort(([a], [b]) => order(a, b));
      return [
        key,
        last.get(key) ?? "",
        sums.map(([currency, amount]) => [toDecimal({ amount, currency }), currency]),
      ];
    });
    const end = partners[partners.length - 1];
    return { partners, next: partners.length === rest.length || !end ? null : end[0] };
  },
});

import { takeWhileFits } from "../../kernel/bytes";
import { byCurrency } from "../../kernel/currency-order";
import type { Day } from "../../kernel/day";
import { keyField } from "../../kernel/fields";
import { groupBy, sumOf } from "../../kernel/group-by";
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
  edits: "read only",
  inputs: { after: input("After", keyField, { hint: "The last page's next; blank begins." }) },
  reads: [
    some("rewards", "partner", "amount", "currency", "status", "accepted"),
    some("transactions", "partner", "date", "amount", "refundOf"),
  ],
  decide: (work, { after }) => {
    const owed = groupBy(work.all("rewards").filter(isOwed), ({ partner }) => partner);
    const last = new Map<Key, Day>();
    for (const sale of work.all("transactions")) {
      const { partner, date } = sale;
      if (partner === null || isRefund(sale)) continue;
      if (date.day > (last.get(partner) ?? "")) last.set(partner, date.day);
    }
    const keys = [...new Set([...owed.keys(), ...last.keys()])].sort();
    const rest = after === null ? keys : keys.filter((key) => key > after);
    const partners = takeWhileFits(rest, 90_000, (key): PartnerFigures => {
      const sums = byCurrency(owed.get(key) ?? [], work.settings.programCurrency).flatMap(
        ([currency, own]) => {
          const amount = sumOf(own, amountOf);
          return amount === 0 ? [] : [[toDecimal({ amount, currency }), currency] as const];
        },
      );
      return [key, last.get(key) ?? "", sums];
    });
    const end = partners[partners.length - 1];
    return { partners, next: partners.length === rest.length || !end ? null : end[0] };
  },
});

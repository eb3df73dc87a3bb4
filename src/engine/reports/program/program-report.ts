import { overdueSince, paymentDates } from "../../invoices/estimated-payment";
import { currenciesOf } from "../../kernel/currency-order";
import { addToMonth, type Day, firstDay, lastDay, type Month, monthOf } from "../../kernel/day";
import { groupBy, sumOf } from "../../kernel/group-by";
import type { Key } from "../../kernel/keys";
import { type Currency, scale } from "../../kernel/money";
import { down, ownKey, sortBy } from "../../kernel/order";
import type { Rounding } from "../../kernel/vocabulary";
import type { Work } from "../../program/work";
import type { Reward } from "../../tables";
import { isOwed } from "../statements/balance-now";
import { amountOf } from "../statements/statement";
import { type Entry, entriesOf, entryReads, type Figure } from "./entries";

/** What a span of days came to in one currency; amounts in minor units (REPORT-2, REPORT-3). */
export interface Figures extends Readonly<Record<Figure, number>> {
  /** What was earned for each sale, rounded once; null without a sale. */
  readonly costPerSale: number | null;
}

export interface PartnerFigures extends Figures {
  readonly key: Key<"partners">;
  readonly name: string;
  /** Now, whatever the span. */
  readonly owed: number;
}
export type ReportOfCurrency = ReturnType<ReturnType<typeof reportSource>["report"]>;

export const reportReads = [...entryReads, "invoices"] as const;
type Tables = (typeof reportReads)[number];

/** Days, both inclusive. */
export interface Span {
  readonly from: Day;
  readonly until: Day;
}
export const spanOfMonth = (month: Month): Span => ({
  from: firstDay(month),
  until: lastDay(month),
});

/** Reads all that reports tell, once, to be asked about any span (REPORT-1); currencies are never added together. */
export function reportSource(work: Work<Tables>) {
  const { programCurrency, rounding } = work.settings;
  const entries = entriesOf(work);
  const own = groupBy(entries, ({ currency }) => currency);
  const counted = own.get(null) ?? [];
  const of = (currency: Currency): readonly Entry[] => [...counted, ...(own.get(currency) ?? [])];
  const owedIn = work.all("rewards").map(({ currency }) => currency);
  const currencies = new Set(
    [programCurrency, ...own.keys(), ...owedIn].filter((each) => each !== null),
  );
  const within = (rows: readonly Entry[], { from, until }: Span) =>
    rows.filter(({ on }) => on >= from && on <= until);
  const dateOf = paymentDates(work);
  return {
    /** The program's first, then all in which anything was sold, earned or paid. */
    currencies: currenciesOf(currencies, programCurrency),
    report: (currency: Currency, span: Span) => {
      const rows = within(of(currency), span);
      return {
        currency,
        figures: figuresOf(rows, rounding),
        now: owedNow(work, currency, dateOf),
        /** Those of whom the span or what is owed now says anything: who earned most comes first (REPORT-5). */
        partners: rankedPartners(work, rows, currency),
      };
    },
    /** As many months up to one, that one last. */
    months: (currency: Currency, last: Month, count: number) => {
      const byMonth = groupBy(of(currency), ({ on }) => monthOf(on));
      return Array.from({ length: count }, (_, i) => {
        const month = addToMonth(last, i + 1 - count);
        return { month, ...figuresOf(byMonth.get(month) ?? [], rounding) };
      });
    },
    /** The first day of which anything is told, if any. */
    firstDay: entries.reduce<Day | undefined>(
      (first, { on }) => (first === undefined || on < first ? on : first),
      undefined,
    ),
  };
}

function figuresOf(entries: readonly Entry[], rounding: Rounding): Figures {
  const sums = { partners: 0, customers: 0, sales: 0, revenue: 0, earned: 0, paid: 0 };
  for (const { figure, amount } of entries) sums[figure] += amount;
  const { earned, sales } = sums;
  return { ...sums, costPerSale: sales === 0 ? null : scale(earned, 1, sales, rounding) };
}

/** What is to be paid now, in one currency: whatever the span (REPORT-4). */
function owedNow(work: Work<Tables>, currency: Currency, dateOf: (reward: Reward) => Day | null) {
  const rewards = work.where("rewards", "currency", currency);
  const owed = rewards.filter(isOwed);
  const byMonth = groupBy(owed, (reward) => {
    const on = dateOf(reward);
    return on && monthOf(on);
  });
  const overdue = work
    .where("payouts", "currency", currency)
    .filter((payout) => overdueSince(work, payout) !== null);
  return {
    owed: sumOf(owed, amountOf),
    held: sumOf(
      rewards.filter(({ status }) => status === "held"),
      amountOf,
    ),
    overdue: sumOf(overdue),
    /** What is owed, by the month in which it is expected to be paid; null for what has no date. */
    byMonth: sortBy(byMonth, ([month]) => month ?? "9999-99").map(([month, rows]) => ({
      month,
      amount: sumOf(rows, amountOf),
    })),
  };
}

function rankedPartners(
  work: Work<Tables>,
  entries: readonly Entry[],
  currency: Currency,
): readonly PartnerFigures[] {
  const byPartner = groupBy(entries, ({ partner }) => partner);
  const owed = groupBy(
    work.where("rewards", "currency", currency).filter(isOwed),
    ({ partner }) => partner,
  );
  // Who brought customers and has sold and earned nothing yet is named once, beside the program's currency.
  const isNamed = (rows: readonly Entry[]) =>
    currency === work.settings.programCurrency || rows.some((each) => each.currency !== null);
  const named = [...byPartner].flatMap(([key, rows]) => (isNamed(rows) ? [key] : []));
  const rows = [...new Set([...named, ...owed.keys()])].map((key) => ({
    key,
    name: work.get("partners", key)?.name ?? key,
    ...figuresOf(byPartner.get(key) ?? [], work.settings.rounding),
    owed: sumOf(owed.get(key) ?? [], amountOf),
  }));
  return sortBy(
    rows,
    down(({ earned }) => earned),
    down(({ revenue }) => revenue),
    ownKey,
  );
}

/**
 * What each partner was paid in each calendar year and currency, for the year's tax papers (REPORT-7): the newest year first,
 * then by partner and currency.
 */
export function paidByYear(work: Work<"payouts">) {
  const paid = work.where("payouts", "status", "paid").filter(({ paidOn }) => paidOn !== null);
  const groups = groupBy(paid, ({ paidOn, partner, currency }) =>
    [paidOn?.slice(0, 4), partner, currency].join("\u0001"),
  );
  const rows = [...groups.values()].map((rows) => {
    const [{ paidOn, partner, currency }] = rows as [(typeof rows)[number]];
    const year = String(paidOn).slice(0, 4);
    return { year, partner, currency, payouts: rows.length, amount: sumOf(rows) };
  });
  return sortBy(
    rows,
    down(({ year }) => year),
    ({ partner }) => partner,
    ({ currency }) => currency,
  );
}

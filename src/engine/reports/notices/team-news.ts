import { shortHash } from "../../invoices/left-the-house";
import { overdueInvoices } from "../../invoices/overdue";
import { addDays, type Day, type Month } from "../../kernel/day";
import { groupBy, sumOf } from "../../kernel/group-by";
import type { Key } from "../../kernel/keys";
import type { Currency } from "../../kernel/money";
import type { Work } from "../../program/work";
import { forecastLines } from "../forecast/forecast-lines";
import { forecastTable } from "../forecast/forecast-table";
import type { Told } from "./told";

interface Sum {
  readonly currency: Currency;
  /** In minor units. */
  readonly amount: number;
}
interface Review extends Sum {
  readonly invoice: Key;
  readonly reviewEndsOn: Day;
  readonly lines: number;
}
/** What the team hears (PARTNER-6b). */
export type TeamNews =
  | ({ readonly kind: "held"; readonly partner: Key; readonly reason: string | null } & Sum)
  | ({ readonly kind: "opened" } & Review)
  | ({ readonly kind: "review ends" } & Review)
  | ({
      readonly kind: "overdue";
      readonly invoice: Key;
      readonly since: Day;
      readonly payouts: number;
    } & Sum)
  /** No clock run came after that day, until another one or until now. */
  | { readonly kind: "missed"; readonly after: Day }
  | ({ readonly kind: "ceiling"; readonly month: Month; readonly ceiling: number } & Sum);

/** The most things that are remembered as told: they fit a cell. */
const MOST = 4_000;

/**
 * Answers what the team should know and was not told yet, and what it knows once it is told. What ends and comes back is
 * told again. `missed` is the day after which no clock run came.
 */
export function teamNews(
  work: Work,
  told: Told | null,
  { today, missed }: { readonly today: Day; readonly missed: Day | null },
): { readonly news: readonly TeamNews[]; readonly now: Told } {
  const all = new Map<string, TeamNews>();
  const add = (news: TeamNews, ...of: readonly string[]) => {
    if (all.size < MOST) all.set(shortHash([news.kind, ...of].join(" ")), news);
  };
  if (missed !== null) add({ kind: "missed", after: missed }, missed);
  for (const { invoice, ...overdue } of overdueInvoices(work, today))
    add(
      { kind: "overdue", invoice: invoice.key, currency: invoice.currency, ...overdue },
      invoice.key,
    );
  for (const invoice of work.where("invoices", "status", "In review")) {
    const { key, currency, total: amount, lines, reviewEndsOn, paused } = invoice;
    const said = { invoice: key, currency, amount, lines, reviewEndsOn };
    add({ kind: "opened", ...said }, key);
    if (!paused && reviewEndsOn <= addDays(today, 1))
      add({ kind: "review ends", ...said }, key, reviewEndsOn);
  }
  for (const ceiling of ceilingsPassed(work, today)) add(ceiling, ceiling.currency, ceiling.month);
  for (const { key, partner, currency, amount, reason } of work.where("rewards", "status", "held"))
    add({ kind: "held", partner, currency, amount, reason }, key);
  return {
    news: [...all].flatMap(([mark, news]) => (told?.marks.has(mark) ? [] : [news])),
    now: { rewards: new Map(), marks: new Set(all.keys()) },
  };
}

/** The months in which more is expected to be paid than the setting says. */
function ceilingsPassed(work: Work, today: Day): readonly Extract<TeamNews, { kind: "ceiling" }>[] {
  const { forecastCeiling, programCurrency } = work.settings;
  if (Object.keys(forecastCeiling).length === 0) return [];
  const forecasts = forecastTable(forecastLines(work.program, { today }), today, programCurrency);
  return forecasts.flatMap(({ currency, rows }) => {
    const ceiling = forecastCeiling[currency];
    return rows.flatMap(({ month, total }) =>
      ceiling === undefined || month === null || total <= ceiling
        ? []
        : [{ kind: "ceiling" as const, currency, month, amount: total, ceiling }],
    );
  });
}

/** The sums of held rewards among the news, by currency. */
export const heldSums = (news: readonly TeamNews[]): readonly Sum[] =>
  [
    ...groupBy(
      news.filter((each) => each.kind === "held"),
      ({ currency }) => currency,
    ),
  ].map(([currency, own]) => ({ currency, amount: sumOf(own) }));

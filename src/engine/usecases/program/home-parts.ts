import { latestLine } from "../../activity/lines-of";
import { sentenceOf } from "../../activity/run-line";
import { unpaidInvoices } from "../../invoices/overdue";
import { clip } from "../../kernel/cells";
import { daysBetween } from "../../kernel/day";
import type { Env } from "../../kernel/env";
import { groupBy, sumOf } from "../../kernel/group-by";
import { isRunKey, type Key } from "../../kernel/keys";
import { toDecimal } from "../../kernel/money";
import type { Changeset } from "../../program/changeset";
import type { Work } from "../../program/work";
import { isOwed } from "../../reports/statements/balance-now";
import { amountOf } from "../../reports/statements/statement";
import type { TableName } from "../../tables";
import { settingDefinitions } from "../../tables/setting-definitions";

export type MoneyPart = ReturnType<typeof moneyPart>;
export type RunsPart = ReturnType<typeof runsPart>;
interface Parts {
  readonly money: MoneyPart;
  readonly drips: ReturnType<typeof dripsPart>;
  readonly runs: RunsPart;
}
export type HomePart = keyof Parts;
type Read = Work<"settings" | "rewards" | "drips" | "invoices" | "activity">;

/** The tables that each part is told from. */
export const homePartTables: { readonly [P in HomePart]: readonly TableName[] } = {
  money: ["rewards", "invoices"],
  drips: ["drips"],
  runs: ["activity"],
};
const makers: {
  readonly [P in HomePart]: (work: Read, env: Pick<Env, "today" | "now">) => Parts[P];
} = {
  money: moneyPart,
  drips: dripsPart,
  runs: runsPart,
};

export const homeParts = Object.keys(makers) as readonly HomePart[];

/** The settings by which final invoices are due. */
const paymentSettings: readonly string[] = [
  settingDefinitions.payoutDay.key,
  settingDefinitions.reviewEndsOnDay.key,
];

/** Whether a changed row may make a part untrue; acts add lines to Activity that say nothing of runs. */
const concerns = (part: HomePart, table: TableName, key: Key): boolean =>
  table === "settings"
    ? part === "money" && paymentSettings.includes(key.toLowerCase())
    : homePartTables[part].includes(table) && (part !== "runs" || isRunKey(key));

/** The parts of Home that changes may make untrue. */
export const homePartsIn = ({ effects }: Changeset): readonly HomePart[] =>
  homeParts.filter((part) =>
    effects.some((effect) => effect.kind !== "email" && concerns(part, effect.table, effect.key)),
  );

/** A part as it is kept beside the sheets. */
export const printHomePart = (part: HomePart, work: Read, env: Env): string =>
  JSON.stringify(makers[part](work, env));

/** A part as the last write left it, or else from the rows (RUN-19a). */
export function homePart<P extends HomePart>(part: P, work: Read, env: Env): Parts[P] {
  const kept = env.homePart?.(part) ?? null;
  return kept === null ? makers[part](work, env) : (JSON.parse(kept) as Parts[P]);
}

/** What Home says of drips: apart from what is owed, since acts on rewards that are no parts of any read no drips. */
function dripsPart(work: Read) {
  return { running: work.where("drips", "status", "Created").length };
}

/** What Home says of rewards and invoices, whatever day it is. */
function moneyPart(work: Read, { now }: Pick<Env, "now">) {
  const owed = groupBy(work.all("rewards").filter(isOwed), ({ currency }) => currency);
  return {
    at: now,
    /** There is no reward yet. */
    isNew: work.all("rewards").length === 0,
    held: work.where("rewards", "status", "held").length,
    toReview: work.where("rewards", "status", "pending").length,
    /** In minor units, of what is pending or approved and not yet paid. */
    owed: [...owed].map(([currency, rewards]) => ({ currency, amount: sumOf(rewards, amountOf) })),
    inReview: work.where("invoices", "status", "In review").map((invoice) => ({
      key: invoice.key,
      month: invoice.month,
      currency: invoice.currency,
      total: toDecimal({ amount: invoice.total, currency: invoice.currency }),
      lines: invoice.lines,
      reviewEndsOn: invoice.reviewEndsOn,
      paused: invoice.paused,
    })),
    /** Final invoices of which payouts are not paid, with the day on which they should be. */
    unpaid: unpaidInvoices(work).map(
      ({ invoice: { key, month, currency }, payouts, amount, since }) => ({
        key,
        month,
        currency,
        payouts,
        amount: toDecimal({ amount, currency }),
        since,
      }),
    ),
  };
}

/** For how many days Home tells of a sale that earned nothing. */
export const DAYS_TOLD = 7;

/** What Home says of the last runs. */
function runsPart(work: Work<"activity">, { today, now }: Pick<Env, "today" | "now">) {
  const runs = work.all("activity").filter(({ data }) => data?.kind === "run");
  const last = latestLine(runs);
  const told = last?.data?.kind === "run" ? last.data : undefined;
  const nothing = runs.flatMap(({ data, when: { day } }) =>
    data?.kind === "run" && data.nothing && daysBetween(day, today) < DAYS_TOLD
      ? [{ day, ...data.nothing }]
      : [],
  );
  if (!last) return { at: now, last: null, nothing };
  const what = told ? sentenceOf(told.counts, told.nothing) : clip(last.what, 500);
  const { problems = [], more = 0 } = told ?? {};
  const health = told?.counts.health ?? 0;
  return { at: now, last: { when: last.when, what, health, problems, more }, nothing };
}

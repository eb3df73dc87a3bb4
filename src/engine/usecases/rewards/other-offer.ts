import { actionOf } from "../../actions";
import { percentBase } from "../../actions/percent-base";
import { percentColumn } from "../../actions/price";
import { tableOfEvent } from "../../judging/events";
import { tablesJudged } from "../../judging/judged-as";
import type { Day } from "../../kernel/day";
import type { Env } from "../../kernel/env";
import type { Key } from "../../kernel/keys";
import { brief, type Sentence } from "../../kernel/message";
import { type Currency, percentOf, percentText } from "../../kernel/money";
import { plural, say } from "../../kernel/say";
import type { Work } from "../../program/work";
import type { Catalogue } from "../../rules/facts";
import type { ProgramEvent } from "../../rules/program-event";
import { foundInWords, testInForm } from "../../rules/words";
import { withRecords } from "../../simulate/bare";
import { nameOfEvent, trialsOf } from "../../simulate/trial";
import type { Tried } from "../../simulate/try-rows";
import type { Partner, Reward, Trigger } from "../../tables";
import type { Sum, Why } from "../../tables/packed/why";
import type { trialReads } from "../shared/asked-event";

type Reads = Work<(typeof trialReads)[number]>;

/** The best offer that an event did not get, and why. */
export type OtherOffer = NonNullable<ReturnType<typeof otherOffer>>;

/**
 * The offer that would have come to most for a reward's event and did not apply, with the first condition that failed
 * (REWARD-12a): by the triggers of now, at the event's place and in the group of then. Null where none in the reward's
 * currency comes to more than its own.
 */
export function otherOffer(
  work: Reads,
  env: Pick<Env, "today">,
  { currency, partner: of }: Pick<Reward, "currency" | "partner">,
  { kind, event: key, sum }: Extract<Why, { by: "trigger" }>,
) {
  const partner = work.get("partners", of);
  const then = partner && groupThen(work, partner, kind, key);
  if (!then) return null;
  const place = nameOfEvent(kind, key);
  const { group } = then;
  const program = withRecords(work.program, "partners", (each) =>
    each.key === of ? { ...each, group, groupJudged: group } : each,
  );
  const start = work.settings.programStart;
  const { of: trials, catalogue } = trialsOf(program, env, new Set([place]), start);
  const trial = trials.get(place);
  if (!trial) return null;
  let best: { readonly tried: Tried; readonly worth: number } | undefined;
  for (const tried of trial.tried) {
    const worth = worthOf(work, trial.event, tried.trigger, currency);
    if (tried.said === undefined && worth > (best?.worth ?? promised(work, sum))) {
      best = { tried, worth };
    }
  }
  if (!best) return null;
  const { trigger, missing = [] } = best.tried;
  const until = group === partner.group ? null : leftGroupOn(work, partner, group, trial.event.on);
  const isLeft = group !== null && group !== partner.group && missing[0]?.test.fact === GROUP;
  return {
    trigger: trigger.key,
    name: trigger.name,
    says: say`The ${offerIn(trigger, currency)} did not apply: ${reasonOf(best.tried, catalogue, until)}.`,
    /** The partner's group of then, where it was in the way and the partner has left it; the day may be unknown. */
    formerGroup: isLeft ? { group, until } : null,
  };
}
const GROUP = "partner.Group";

/** The group by which an event was judged; that of now where its row does not tell. Undefined without a row. */
function groupThen(
  work: Reads,
  { key: partner, group, groupsJudged }: Partner,
  kind: ProgramEvent["kind"],
  key: Key,
): { readonly group: string | null } | undefined {
  if (kind === "partner joined or changed group") {
    return (
      groupsJudged?.find((each) => each.key === key) ?? (key === partner ? { group } : undefined)
    );
  }
  const row = work.get(tableOfEvent[kind], key);
  return row && "judgedAs" in row ? (row.judgedAs?.by ?? { group }) : undefined;
}

/** The day on which the partner left a group that it was in on a day, as far as rows tell. */
function leftGroupOn(work: Reads, partner: Partner, group: string | null, since: Day): Day | null {
  const typed = (partner.groupsJudged ?? []).filter(
    ({ from, ...to }) => from === group && to.group !== group,
  );
  const moved = tablesJudged
    .flatMap((table) => work.where(table, "partner", partner.key))
    .map((row) => ({
      ...row.judgedAs?.by,
      on: ("createdOn" in row ? row.createdOn : row.date).day,
    }))
    .filter((by) => by.moved && by.group === group);
  const days = [...typed, ...moved].map(({ on }) => on).filter((on) => on >= since);
  return days.sort()[0] ?? null;
}

/** What an offer comes to for an event, before its limits; minor units of this currency, 0 in another. */
function worthOf(work: Reads, event: ProgramEvent, trigger: Trigger, currency: Currency): number {
  const { amount, percent, mode, occurrences, action } = trigger;
  const times = actionOf(action) === "start a drip" && mode === "per occurrence" ? occurrences : 1;
  if (percent === null) {
    const own = trigger.currency ?? work.settings.programCurrency;
    return own === currency ? (amount ?? 0) * times : 0;
  }
  if (event.currency !== currency) return 0;
  const column = percentColumn(trigger);
  const base = column === null ? undefined : percentBase(work, event, column);
  const of =
    base === undefined ? (event.transaction?.amount ?? 0) : "amount" in base ? base.amount : 0;
  return percentOf(of, percent, work.settings.rounding) * times;
}

/** What the reward's own offer came to, before limits and refunds; minor units. */
function promised(work: Reads, sum: Sum | null): number {
  if (sum?.kind === "flat") return sum.amount;
  if (sum?.kind === "percent") return sum.is;
  if (sum?.kind !== "promise") return 0;
  const { each, n, isSplit } = sum;
  const one =
    each.kind === "flat" ? each.amount : percentOf(each.of, each.percent, work.settings.rounding);
  return isSplit ? one : one * n;
}

/** "25 % offer", "50.00 offer"; a drip's by how often it pays. */
function offerIn(trigger: Trigger, program: Currency): Sentence {
  const { amount, percent, action, mode, occurrences } = trigger;
  const money = { amount: amount ?? 0, currency: trigger.currency ?? program };
  const price = percent === null ? say`${money}` : `${percentText(percent)} %`;
  if (actionOf(action) !== "start a drip") return say`${price} offer`;
  const parts = String(occurrences);
  return mode === "per occurrence"
    ? say`offer of ${price} × ${parts}`
    : say`offer of ${price} in ${parts} parts`;
}

/** The first thing in the way of an offer, in the words of its form. */
function reasonOf(
  { missing = [], closed }: Tried,
  catalogue: Catalogue,
  until: Day | null,
): Sentence {
  const [first, ...others] = missing;
  if (!first) return closed ?? "its conditions were not met";
  const { test, found } = first;
  const more =
    others.length === 0 ? "" : say`, and ${plural(others.length, "more condition")} failed`;
  if (test.fact === GROUP) {
    const was = found === null ? "in no group" : foundInWords(found);
    const end = until === null ? "" : say` until ${{ day: until }}`;
    return say`the partner was ${was}${end}${more}`;
  }
  const wanted = brief(testInForm(test, catalogue), 200);
  return say`“${wanted}” was not met, found ${foundInWords(found)}${more}`;
}

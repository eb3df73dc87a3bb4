import { type EventRow, tableOfEvent } from "../judging/events";
import { quoted } from "../kernel/cells";
import type { Day } from "../kernel/day";
import {
  dayOfRun,
  eventIn,
  firstDripKey,
  firstRewardKey,
  type Key,
  rewardKeyIn,
} from "../kernel/keys";
import type { Problem } from "../kernel/problem";
import { once, remembered } from "../kernel/remembered";
import type { Work } from "../program/work";
import { type Catalogue, factsOf } from "../rules/facts";
import type { ProgramEvent } from "../rules/program-event";
import { countedOf, currencyOf, isRefund } from "../sales/refund-row";
import { type Drip, type Partner, tableOf, tables } from "../tables";
import { markerOf } from "../tables/packed/marker";
import type { JudgedRules, JudgedTest } from "../tables/packed/why";
import { livedUntil } from "./lived-until";

/** What was made for an event, as far as it says what the event's row said. */
interface Made extends Pick<Drip, "partner" | "customer" | "base" | "currency" | "why" | "run"> {
  readonly trigger: Key<"triggers">;
  readonly on: Day;
}

/** Finds what was made for a row's event under its key; the rewards and drips are looked through once, when first asked. */
export function createMadeFor(work: Work): (of: EventRow) => readonly Made[] {
  const byEvent = once(() => {
    const all = new Map<string, Made[]>();
    const add = (
      key: Key<"rewards">,
      trigger: Key<"triggers"> | null,
      made: Omit<Made, "trigger">,
    ) => {
      const event = trigger === null ? undefined : eventIn(key, trigger);
      if (event === undefined || trigger === null || made.why?.by !== "trigger") return;
      const id = `${tableOfEvent[made.why.kind]} ${event}`;
      remembered(all, id, () => []).push({ ...made, trigger });
    };
    for (const row of work.all("rewards")) {
      if (row.source !== "trigger" || firstRewardKey(row.key) !== row.key) continue;
      add(row.key, row.trigger, {
        ...row,
        on: row.earnedOn,
        base: row.terms?.kind === "percent" ? row.terms.base : null,
      });
    }
    for (const row of work.all("drips")) {
      if (firstDripKey(row.key) !== row.key) continue;
      add(rewardKeyIn(row.key), row.trigger, { ...row, on: row.eventDate });
    }
    return all;
  });
  return ({ table, row }) => byEvent().get(`${table} ${row.key}`) ?? [];
}

/**
 * Says of a row without a marker why it waits (CELL-7e): it was judged itself, as its other cells or what was made say; or
 * another row was judged under its key, as what was made does not fit this one, or rows that rest on it were judged before the
 * last finished run.
 */
export function createTakenKeys(work: Work): (of: EventRow) => Problem | undefined {
  const madeFor = createMadeFor(work);
  const facts = once(() => factsOf(work.program));
  return (of) => {
    const { table, row } = of;
    if (markerOf(row)) return undefined;
    if (keepsJudged(of)) return emptied(of);
    const fits = madeFor(of).every((made) => isOf(work, of, made) && saidSo(of, made, facts));
    if (!fits || hasJudgedRest(work, of)) return taken(tableOf(table).sheet, row.key);
    return wasActedOn(work, of, madeFor) ? emptied(of) : undefined;
  };
}

/** Whether only *Judged* was emptied of what says that an event was judged. A refund is none: it is counted anew. */
function keepsJudged({ table, row }: EventRow): boolean {
  if (row.judged !== null || (table === "transactions" && isRefund(row))) return false;
  return Boolean(table === "partners" ? row.groupJudged : row.judgedAs);
}

/** Whether something was made for it before the last finished run, which has written all markers. */
function wasActedOn(work: Work, of: EventRow, madeFor: ReturnType<typeof createMadeFor>): boolean {
  const lived = livedUntil(work);
  return madeFor(of).some(({ run }) => (dayOfRun(run) ?? lived) < lived);
}

function isOf(work: Work, of: EventRow, { partner, customer, on, base, currency }: Made): boolean {
  switch (of.table) {
    case "transactions": {
      const { row } = of;
      const isPriced = base === null || (base === row.amount && currency === currencyOf(work, row));
      return customer === row.customer && on === row.date.day && isPriced;
    }
    case "customers":
      return partner === of.row.partner && on === of.row.createdOn.day;
    case "actions":
      return (
        on === of.row.date.day &&
        customer === of.row.customer &&
        [null, partner].includes(of.row.partner)
      );
    case "partners":
      return of.row.joinedOn === null || on === of.row.joinedOn;
    default:
      return of satisfies never;
  }
}

const sources = {
  transactions: "transaction",
  customers: "customer",
  actions: "action",
  partners: "partner",
} as const;

/** Whether the row's own cells still say what the rules found there. */
function saidSo(
  { table, row }: EventRow,
  { why, currency }: Made,
  facts: () => Catalogue,
): boolean {
  const tests = why?.by === "trigger" ? [...(why.deciding ?? []), ...testsIn(why.rules)] : [];
  const source = sources[table];
  const event = { currency, [source]: row } as unknown as ProgramEvent;
  return tests.every(([id, , , found]) => {
    const fact = id.startsWith(`${source}.`) ? facts().get(id) : undefined;
    // A long text was cut short, and what is calculated may come to something else now.
    if (!fact || fact.computed || JSON.stringify(found).includes("…")) return true;
    const now = fact.read(event, undefined as never) ?? null;
    return JSON.stringify(now) === JSON.stringify(found);
  });
}

function testsIn(rules: JudgedRules | JudgedTest | null): readonly JudgedTest[] {
  if (rules === null) return [];
  if ("all" in rules) return rules.all.flatMap(testsIn);
  if ("any" in rules) return rules.any.flatMap(testsIn);
  return "not" in rules ? testsIn(rules.not) : [rules];
}

const CUSTOMER = tables.transactions.columns.customer.header;

/**
 * Whether rows that rest on this one were judged before the last finished run. A row comes before what rests on it, so
 * then a row with its key was judged, too.
 */
function hasJudgedRest(work: Work, { table, row }: EventRow): boolean {
  const key: string = row.key;
  const lived = livedUntil(work);
  const isBefore = (day: Day | undefined) => day !== undefined && day < lived;
  if (table === "partners") {
    return work
      .where("rewards", "partner", key)
      .some(({ source, run }) => source !== "manual" && isBefore(dayOfRun(run)));
  }
  if (table === "transactions") {
    return work
      .where("transactions", "refundOf", key)
      .some((row) => countedOf(row)?.sale === key && isBefore(markerOf(row)?.day));
  }
  if (table === "actions") return false;
  return work.where("transactions", "customer", key).some((sale) => {
    const marker = isRefund(sale) ? undefined : markerOf(sale);
    // A sale that names it since it was judged says nothing of then, nor does one that set-up found.
    return !marker?.found && isBefore(marker?.day) && sale.judgedAs?.row?.[CUSTOMER] === key;
  });
}

const taken = (sheet: string, row: Key): Problem => ({
  code: "KEY_CHANGED",
  at: { table: sheet, row, column: "Key" },
  message: `Is this the row that was processed as ${quoted(row)} before, or a new one? What was made then does not fit what it says now, and its own mark is gone, so it waits. If it is new, give it a key that no row ever had; the health check does either.`,
});

const JUDGED = tables.transactions.columns.judged.header;
const emptied = ({ table, row }: EventRow): Problem => ({
  code: "KEY_CHANGED",
  at: { table: tableOf(table).sheet, row: row.key, column: JUDGED },
  message: `${quoted(row.key)} was processed before, and its ${JUDGED} was emptied. It waits, so that it earns nothing twice. The health check marks it as processed again, or makes it a new row.`,
});

type ForPartners = "rewards" | "drips" | "settings" | "partners";
/** Why nothing goes to a partner of whom nobody knows whether what is owed is theirs; undefined for all others. */
export function createPartnerDoubt(
  work: Work<ForPartners>,
): (partner: Partner) => string | undefined {
  const takenOf = createTakenKeys(work as unknown as Work);
  return (row) =>
    takenOf({ table: "partners", row })
      ? "Another partner had this key, as it seems. Say on Health which one this is."
      : undefined;
}

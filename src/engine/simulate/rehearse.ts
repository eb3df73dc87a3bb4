import { definitionOf } from "../actions/index";
import type { Day } from "../kernel/day";
import { dripKey, rewardKey } from "../kernel/keys";
import type { Currency } from "../kernel/money";
import { createProgramTable, type Program } from "../program/program";
import { begin, type Work } from "../program/work";
import type { ProgramEvent } from "../rules/program-event";
import { type Drip, type Reward, tableNames } from "../tables";
import { advance } from "../timeline/advance";
import type { SoundTrigger } from "../triggers/check-trigger";

/** What a trigger made in a program of its own, of one partner, one customer and one event. */
export interface Rehearsal {
  readonly work: Work;
  readonly drip: Drip | undefined;
  /** In the order of their dates. */
  readonly rewards: readonly Reward[];
}
/** The event that is supposed: its day, and what the example sale is worth in minor units. */
export interface Example {
  readonly on: Day;
  readonly amount: number;
  readonly currency: Currency;
}

const KEY = "example";
const exampleWhy = {
  by: "trigger",
  event: KEY,
  trigger: KEY,
  version: 1,
  rules: null,
  deciding: null,
  left: null,
} as const;
const END_OF_DAYS = "9999-12-31" as Day;

/**
 * Lets a trigger act on an example event and releases all of its drip, by the very code of the live run, in an
 * empty program with the real settings: amounts, dates, limits and rounding can't differ from it.
 */
export function rehearse(
  program: Program,
  sound: SoundTrigger,
  { on, amount, currency }: Example,
): Rehearsal {
  const empty = createProgramTable([]);
  const tables = Object.fromEntries(tableNames.map((name) => [name, empty]));
  const { settings = empty } = program.tables;
  const work = begin({ ...program, tables: { ...tables, settings } as Program["tables"] });
  const trigger = { ...sound.trigger, key: KEY };
  const date = { day: on, time: "" };
  const partner = work.insert("partners", { key: KEY, name: KEY, joinedOn: on });
  const hasCustomer = trigger.event !== "partner joined or changed group";
  const customer = hasCustomer
    ? work.insert("customers", { key: KEY, partner: KEY, createdOn: date })
    : null;
  const transaction =
    trigger.event === "transaction created"
      ? work.insert("transactions", { key: KEY, customer: KEY, date, amount, currency })
      : null;
  const about = { transaction, action: null, customer, partner };
  const event: ProgramEvent = { kind: trigger.event, key: KEY, on, time: "", currency, ...about };
  definitionOf(sound.does).act(sound.does.parameters, {
    work,
    run: KEY,
    by: KEY,
    trigger,
    event,
    partner,
    customer,
    net: transaction === null ? 0 : amount,
    heldReason: null,
    isTest: false,
    hasMoved: false,
    why: (sum, notes) => ({ ...exampleWhy, kind: trigger.event, on, sum, notes }),
  });
  advance(work, END_OF_DAYS, { today: END_OF_DAYS }, { run: KEY, only: () => true });
  const drip = work.get("drips", dripKey(KEY, KEY));
  const granted = work.get("rewards", rewardKey(KEY, KEY));
  return { work, drip, rewards: granted ? [granted] : work.all("rewards") };
}

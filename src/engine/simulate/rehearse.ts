import { tableOfEvent } from "../judging/events";
import { addDays, type Day } from "../kernel/day";
import { dripKey, rewardKey } from "../kernel/keys";
import type { Currency } from "../kernel/money";
import { apply } from "../program/changeset";
import { createProgramTable, type Program } from "../program/program";
import { begin, type Work } from "../program/work";
import { tableNames } from "../tables";
import type { Marker } from "../tables/packed/marker";
import type { LivedRow } from "../timeline/place";
import type { SoundTrigger } from "../triggers/check-trigger";
import { simulate } from "./simulate";
import { withTrigger } from "./with-trigger";

/** The event that is supposed: its day, and what the example sale is worth in minor units. */
export interface Example {
  readonly on: Day;
  readonly amount: number;
  readonly currency: Currency;
}

const KEY = "example";
const END_OF_DAYS = "9999-12-31" as Day;

/**
 * Lives an example event, and all that comes of it, in an empty program with the real settings and this trigger alone,
 * whatever its rules and its own dates say: amounts, dates, limits and rounding can't differ from a live run's. Its rewards
 * come in the order of their dates.
 */
export function rehearse(program: Program, { trigger }: SoundTrigger, example: Example) {
  const { on } = example;
  const alone = { ...trigger, key: KEY, rules: null, from: null, until: null, percentOf: null };
  const begun = withExample(withTrigger(emptied(program, on), alone), alone.event, example);
  const table = tableOfEvent[alone.event];
  const { work } = simulate({
    program: begun,
    *passes(before) {
      const of = { table, row: before.get(table, KEY) } as unknown as LivedRow;
      yield { until: END_OF_DAYS, after: addDays(on, -1), run: KEY, rows: [of] };
    },
  });
  const drip = work.get("drips", dripKey(KEY, KEY));
  const granted = work.get("rewards", rewardKey(KEY, KEY));
  return { work, drip, rewards: granted ? [granted] : work.all("rewards") };
}

/** The program's settings, begun on the day, and nothing else. */
function emptied(program: Program, programStart: Day): Program {
  const empty = createProgramTable([]);
  const tables = Object.fromEntries(tableNames.map((name) => [name, empty]));
  const { settings = empty } = program.tables;
  return {
    ...program,
    settings: { ...program.settings, programStart },
    tables: { ...tables, settings } as Program["tables"],
  };
}

/** The program with the example's partner, customer and row; those that are not the event were lived before. */
function withExample(
  program: Program,
  event: SoundTrigger["trigger"]["event"],
  { on, amount, currency }: Example,
): Program {
  const work: Work = begin(program);
  const before = addDays(on, -1);
  const lived: Marker = { key: KEY, day: before, number: 0, acted: [], found: false, since: null };
  const isOf = (kind: typeof event) => (event === kind ? null : lived);
  const date = { day: on, time: "" };
  const joined = isOf("partner joined or changed group");
  work.insert("partners", { key: KEY, name: KEY, joinedOn: on, judged: joined });
  if (joined) {
    const judged = isOf("customer created");
    work.insert("customers", { key: KEY, partner: KEY, createdOn: date, judged });
  }
  if (event === "transaction created") {
    work.insert("transactions", { key: KEY, customer: KEY, date, amount, currency });
  }
  if (event === "action recorded") {
    work.insert("actions", { key: KEY, kind: KEY, date, customer: KEY });
  }
  return apply(program, work.changes());
}

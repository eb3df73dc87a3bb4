import fc from "fast-check";
import { addDays, type Day, day } from "../../src/engine/kernel/day";
import { asRefusal } from "../../src/engine/kernel/problem";
import type { Program } from "../../src/engine/program/program";
import { endDripByHand } from "../../src/engine/usecases/drips/end-drip";
import { pauseDrip } from "../../src/engine/usecases/drips/pause-drip";
import { resumeDrip } from "../../src/engine/usecases/drips/resume-drip";
import { withdrawEnd } from "../../src/engine/usecases/drips/withdraw-end";
import { archiveRecord } from "../../src/engine/usecases/people/archive-record";
import { unarchiveRecord } from "../../src/engine/usecases/people/unarchive-record";
import { byKey, changed, startedProgram } from "../engine/invoices/money-run";
import { act } from "../engine/usecases/act";
import { law } from "../support/laws";
import { recordsOf } from "../support/program";
import { runOn } from "../support/run-on";

const START = day("2026-01-10");
const DRIP = "drip_S/t";
const KEYS = { customers: "cus_1", partners: "ptn_1" } as const;
type Table = keyof typeof KEYS;
const tables = Object.keys(KEYS) as readonly Table[];

const step = fc.record({
  what: fc.constantFrom(
    ...(["archive", "archive", "archive in its cell", "bring back", "take back"] as const),
    ...([
      "refund",
      "refund",
      "withdraw the refund",
      "end",
      "end later",
      "withdraw the end",
    ] as const),
    ...(["pause", "make", "forfeit", "run"] as const),
  ),
  table: fc.constantFrom(...tables),
  days: fc.nat(30),
  /** How long before or after that day it is dated. */
  off: fc.nat(40),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
const lives = fc.record({
  occurrences: fc.integer({ min: 1, max: 8 }),
  promise: fc.constantFrom({ amount: 20, currency: "USD" }, { percent: "20" }),
  steps: fc.array(step, { minLength: 1, maxLength: 8 }),
});
type Life = typeof lives extends fc.Arbitrary<infer T> ? T : never;

const begun = ({ occurrences, promise }: Life): Program =>
  startedProgram(
    {
      transactions: [{ key: "S", customer: "cus_1", date: START, amount: 100, currency: "USD" }],
      triggers: [
        {
          ...{ key: "t", name: "t", state: "active", event: "transaction created" },
          ...{ action: "start a drip", cycle: 2, cycleUnit: "weeks", occurrences, ...promise },
        },
      ],
    },
    { "minimum payout": "none" },
  );

/** What of a drip's life the pages say (docs/spec/drips.md, TIME-8), told again: each part of it is 20.00. */
interface Told {
  readonly due: readonly Day[];
  readonly made: Set<number>;
  readonly forfeited: Set<number>;
  /** The end that a person set. */
  byHand: Day | null;
  /** Archivings, as the records say now; and those that ended it, which bringing back does not revive (DRIP-27). */
  readonly archived: Record<Table, Day | null>;
  ended: readonly { readonly table: Table; readonly on: Day }[];
  refundedOn: Day | null;
  pausedOn: Day | null;
}

const endOf = (told: Told): Day | undefined =>
  [
    ...[told.byHand, told.refundedOn, ...Object.values(told.archived)],
    ...told.ended.map(({ on }) => on),
  ]
    .flatMap((on) => on ?? [])
    .sort()[0];
/** Whether an end that has come has closed its pause: what fell due in it is lost (DRIP-31). */
const isClosed = (told: Told, today: Day) =>
  told.pausedOn !== null && (endOf(told) ?? "9") <= today;
/** The parts that are still to be made. */
const toCome = (told: Told, today: Day): readonly number[] =>
  told.due.flatMap((due, at) => {
    const [k, end] = [at + 1, endOf(told)];
    const isLost =
      (end !== undefined && due > end) || (isClosed(told, today) && due >= (told.pausedOn ?? ""));
    return isLost || told.made.has(k) || told.forfeited.has(k) ? [] : [k];
  });

/** A run on a day. */
function live(told: Told, today: Day): void {
  for (const table of tables) {
    const on = told.archived[table];
    if (on !== null && on <= today) told.ended = [...told.ended, { table, on }];
  }
  const until = told.pausedOn === null ? today : addDays(told.pausedOn, -1);
  for (const k of toCome(told, today)) {
    const due = told.due[k - 1] as Day;
    if (due <= today && due <= until) told.made.add(k);
  }
}

/** What an archiving in the sidebar gave to take it back, and whether it is what ended the drip. */
type Token =
  | { readonly text: string; readonly table: Table; readonly on: Day; readonly isFirst: boolean }
  | undefined;

/** Does one thing to both; what the program refuses is no act. */
function take(
  program: Program,
  told: Told,
  token: Token,
  { what, table, off }: Step,
  today: Day,
): readonly [Program, Token] {
  const key = KEYS[table];
  const ending = { drips: [DRIP], reason: "law", confirmed: true };
  const [before, after] = [addDays(today, -off), addDays(today, off)];
  const typed = (on: Day | null) =>
    changed(program, (work) => {
      work.update(table, key, { status: on === null ? "active" : "archived", archivedOn: on });
    });
  switch (what) {
    case "run":
      return [program, token];
    case "archive": {
      if (told.archived[table] !== null) return [program, token];
      const given = { table, key, on: before, confirmed: true };
      const done = act(program, archiveRecord, given, today);
      told.archived[table] = before;
      const { takeBack } = done.output;
      const isFirst = !told.ended.some(({ on }) => on <= before);
      const next = { table, on: before, isFirst };
      return [done.program, takeBack === null ? undefined : { ...next, text: takeBack }];
    }
    case "archive in its cell":
      told.archived[table] = after;
      return [typed(after), undefined];
    case "bring back": {
      const on = told.archived[table];
      told.archived[table] = null;
      if (on !== null) return [typed(null), token?.table === table ? undefined : token];
      return [program, token];
    }
    case "take back": {
      if (!token) return [program, token];
      const { text: takeBack, table: of, on, isFirst } = token;
      const given = { table: of, key: KEYS[of], confirmed: true, takeBack };
      const done = act(program, unarchiveRecord, given, today);
      told.archived[of] = null;
      if (isFirst) told.ended = told.ended.filter((each) => each.table !== of || each.on !== on);
      return [done.program, undefined];
    }
    case "refund": {
      if (told.refundedOn !== null) return [program, token];
      told.refundedOn = before < START ? START : before;
      const cells = { customer: "cus_1", amount: -10_000, currency: null, refundOf: "S" } as const;
      return [
        changed(program, (work) => {
          const n = work.all("transactions").length;
          work.insert("transactions", { key: `R${n}`, date: { day: before, time: "" }, ...cells });
        }),
        token,
      ];
    }
    case "withdraw the refund":
      told.refundedOn = null;
      // From here on it would not be taken back at once (DRIP-27).
      return [
        changed(program, (work) => {
          for (const { key: refund } of work.where("transactions", "refundOf", "S")) {
            work.update("transactions", refund, { status: "archived", archivedOn: today });
          }
        }),
        undefined,
      ];
    case "end":
    case "end later": {
      const on = what === "end" ? today : after;
      const done = act(program, endDripByHand, { ...ending, on }, today).program;
      told.byHand = on;
      return [done, token];
    }
    case "withdraw the end": {
      const done = act(program, withdrawEnd, { drip: DRIP }, today).program;
      told.byHand = null;
      return [done, token];
    }
    case "pause": {
      const done = act(program, pauseDrip, { drip: DRIP }, today).program;
      told.pausedOn ??= today;
      return [done, token];
    }
    case "make":
    case "forfeit": {
      const given = { drip: DRIP, fellDue: what };
      const done = act(program, resumeDrip, given, today).program;
      const { pausedOn } = told;
      if (what === "forfeit" && pausedOn !== null) {
        for (const k of toCome(told, today)) {
          const due = told.due[k - 1] as Day;
          if (due >= pausedOn && due <= today) told.forfeited.add(k);
        }
      }
      told.pausedOn = null;
      return [done, token];
    }
    default:
      return what satisfies never;
  }
}

/** What was made, what of it is owed, and what is to come, in cents. */
function accountOf(program: Program) {
  const rewards = recordsOf(program, "rewards");
  const { toCome: coming } = byKey(program, "drips", DRIP);
  const standing = rewards.filter(({ status }) => status !== "declined");
  return {
    made: rewards.flatMap(({ occurrence }) => occurrence ?? []).sort((a, b) => a - b),
    owed: standing.reduce((sum, { amount }) => sum + amount, 0),
    coming,
  };
}
const toldAccount = (told: Told, today: Day) => ({
  made: [...told.made].sort((a, b) => a - b),
  owed: told.refundedOn === null ? 2000 * told.made.size : 0,
  coming: told.refundedOn === null ? 2000 * toCome(told, today).length : 0,
});

law(
  "archived, refunded in full, brought back, ended and paused in any order, a drip makes, owes and promises what the pages say (DRIP-22 to DRIP-31, TIME-8)",
  lives,
  (life) => {
    let today = START;
    let program = runOn(begun(life), today);
    let token: Token;
    const due = Array.from({ length: life.occurrences }, (_, at) => addDays(START, 14 * at));
    const told: Told = {
      ...{ due, made: new Set(), forfeited: new Set(), byHand: null, ended: [] },
      ...{ archived: { customers: null, partners: null }, refundedOn: null, pausedOn: null },
    };
    live(told, today);
    for (const each of [
      ...life.steps,
      { what: "run", table: "customers", days: 60, off: 0 } as const,
    ]) {
      today = addDays(today, each.days);
      program = runOn(program, today);
      live(told, today);
      expect([each.what, today, accountOf(program)]).toEqual([
        each.what,
        today,
        toldAccount(told, today),
      ]);
      try {
        [program, token] = take(program, told, token, each, today);
      } catch (thrown) {
        if (!asRefusal(thrown)) throw thrown;
      }
      program = runOn(program, today);
      live(told, today);
      expect([each.what, today, accountOf(program)]).toEqual([
        each.what,
        today,
        toldAccount(told, today),
      ]);
    }
  },
);

import fc from "fast-check";
import { occurrenceAmount } from "../../src/engine/drips/occurrences";
import { beginsOn } from "../../src/engine/drips/replace-drip";
import { addDays, type Day, day, monthOf } from "../../src/engine/kernel/day";
import { dripBefore, firstDripKey } from "../../src/engine/kernel/keys";
import { asRefusal } from "../../src/engine/kernel/problem";
import { units } from "../../src/engine/kernel/vocabulary";
import type { Program } from "../../src/engine/program/program";
import type { Drip } from "../../src/engine/tables";
import { continueDrip } from "../../src/engine/usecases/drips/continue-drip";
import { endDripByHand } from "../../src/engine/usecases/drips/end-drip";
import { pauseDrip } from "../../src/engine/usecases/drips/pause-drip";
import { resumeDrip } from "../../src/engine/usecases/drips/resume-drip";
import { skipOccurrence } from "../../src/engine/usecases/drips/skip-occurrence";
import { archiveRecord } from "../../src/engine/usecases/people/archive-record";
import { unarchiveRecord } from "../../src/engine/usecases/people/unarchive-record";
import { changeSettings } from "../../src/engine/usecases/program/change-settings";
import { undoRun } from "../../src/engine/usecases/program/undo-run";
import { saveTrigger } from "../../src/engine/usecases/triggers/save-trigger";
import { switchDrips } from "../../src/engine/usecases/triggers/switch-drips";
import { undoSwitch } from "../../src/engine/usecases/triggers/undo-switch";
import { changed, startedProgram } from "../engine/invoices/money-run";
import { act } from "../engine/usecases/act";
import { law, programs } from "../support/laws";
import { cellsOf, recordsOf } from "../support/program";
import { runOn } from "../support/run-on";

const START = day("2026-01-31");
const TRIGGER = "plan";

const terms = fc.record({
  price: fc.constantFrom<Readonly<Record<string, string | number>>>(
    { amount: 20 },
    { amount: 35.5 },
    { amount: 100, mode: "split a total" },
    { percent: "2.5" },
    { percent: "9.99", mode: "split a total" },
  ),
  occurrences: fc.integer({ min: 1, max: 14 }),
  cycle: fc.integer({ min: 1, max: 20 }),
  cycleUnit: fc.constantFrom(...units, "months", "months", "weeks"),
  delay: fc.integer({ min: 0, max: 3 }),
  delayUnit: fc.constantFrom(...units),
  limitPerReward: fc.constantFrom(null, null, 15),
});
type Terms = typeof terms extends fc.Arbitrary<infer T> ? T : never;

const step = fc.record({
  what: fc.constantFrom(
    ...(["run", "run", "run", "switch", "switch", "switch", "undo switch", "keep"] as const),
    ...(["pause", "resume", "skip", "end", "continue", "sale", "refund", "refund all"] as const),
    ...(["take refunds back", "archive", "unarchive", "undo run", "clear ends"] as const),
  ),
  days: fc.integer({ min: 0, max: 40 }),
  ahead: fc.option(fc.integer({ min: 1, max: 120 })),
  at: fc.nat(5),
  terms,
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const lives = fc.record({
  terms,
  days: fc.integer({ min: 0, max: 60 }),
  steps: fc.array(step, { minLength: 2, maxLength: 10 }),
});
type Life = typeof lives extends fc.Arbitrary<infer T> ? T : never;

const valuesOf = ({ price, cycle, cycleUnit, ...rest }: Terms) => ({
  name: "Plan",
  event: "transaction created",
  action: "start a drip",
  state: "active",
  order: 10,
  cycle,
  cycleUnit,
  ...rest,
  ...price,
});

const sale = (key: string, date: Day) => ({
  key,
  customer: "cus_1",
  date: { day: date, time: "" },
  amount: 100_000,
  currency: null,
});

function begun(of: Terms): Program {
  const { price, limitPerReward, ...rest } = of;
  const cells = { ...rest, ...price, limitPerReward: limitPerReward ?? "" };
  return startedProgram({
    triggers: [{ ...valuesOf(of), ...cells, key: TRIGGER }],
    transactions: [{ key: "s0", customer: "cus_1", date: START, amount: 1000 }],
  });
}

/** What a step does; what is refused changes nothing. */
function take(program: Program, given: Step, today: Day): Program {
  const { what, at, ahead } = given;
  const drips = recordsOf(program, "drips");
  const drip = drips[at % Math.max(1, drips.length)];
  const key = drip?.key ?? "";
  switch (what) {
    case "run":
      return runOn(program, today);
    case "switch":
      return switched(program, given.terms, today, ahead);
    case "keep":
      return act(program, saveTrigger, { ...valuesOf(given.terms), trigger: TRIGGER }, today)
        .program;
    case "undo switch": {
      const lines = recordsOf(program, "activity").filter(({ data }) => isSwitch(data));
      const line = lines[lines.length - 1]?.key ?? "none";
      return act(program, undoSwitch, { line }, today).program;
    }
    case "pause":
      return act(program, pauseDrip, { drip: key }, today).program;
    case "resume":
      return act(program, resumeDrip, { drip: key, fellDue: "make" }, today).program;
    case "skip": {
      const occurrence = drip?.nextOccurrence ?? 1;
      return act(program, skipOccurrence, { drip: key, occurrence }, today).program;
    }
    case "end": {
      const on = ahead === null ? null : addDays(today, ahead);
      const ending = { drips: [key], on, reason: "law", confirmed: true };
      return act(program, endDripByHand, ending, today).program;
    }
    case "continue":
      return act(program, continueDrip, { drip: key, confirmed: true }, today).program;
    case "sale":
      return changed(program, (work) => {
        work.insert("transactions", sale(`s${work.all("transactions").length}`, today));
      });
    case "refund":
    case "refund all":
      return changed(program, (work) => {
        work.insert("transactions", {
          ...sale(`s${work.all("transactions").length}`, addDays(today, -(ahead ?? 0))),
          amount: what === "refund" ? -10_001 : -100_000,
          refundOf: "s0",
        });
      });
    case "take refunds back":
      return changed(program, (work) => {
        for (const row of work.all("transactions")) {
          if (row.refundOf !== null) {
            work.update("transactions", row.key, { status: "archived", archivedOn: today });
          }
        }
      });
    case "archive":
    case "unarchive": {
      const record = { table: "customers", key: "cus_1", confirmed: true };
      return what === "archive"
        ? act(program, archiveRecord, record, today).program
        : act(program, unarchiveRecord, { ...record, continueDrips: at % 2 === 0 }, today).program;
    }
    case "undo run": {
      const undone = act(program, undoRun, { changedToo: at % 2 === 0, confirmed: true }, today);
      return act(undone.program, changeSettings, { paused: "no" }, today).program;
    }
    case "clear ends":
      return changed(program, (work) => {
        if (drip) work.update("drips", key, { endsOn: null, endReason: null, endedBy: null });
      });
    default:
      return what satisfies never;
  }
}

const isSwitch = (data: unknown): boolean => JSON.stringify(data).includes("new terms");

const switched = (program: Program, of: Terms, today: Day, ahead: number | null): Program =>
  act(
    program,
    switchDrips,
    {
      ...valuesOf(of),
      trigger: TRIGGER,
      switchOn: ahead === null ? null : addDays(today, ahead),
      confirmed: true,
    },
    today,
  ).program;

/** The programs after each step of a life. */
function* programsOf(life: Life): Generator<readonly [Program, Day, Step | undefined]> {
  let today = addDays(START, life.days);
  let program = runOn(begun(life.terms), today);
  yield [program, today, undefined];
  for (const each of life.steps) {
    today = addDays(today, each.days);
    try {
      program = take(program, each, today);
    } catch (thrown) {
      if (!asRefusal(thrown)) throw thrown;
    }
    yield [program, today, each];
  }
  today = addDays(today, 4_000);
  program = runOn(runOn(program, today), today);
  yield [program, today, undefined];
}

const chainsOf = (program: Program): readonly (readonly Drip[])[] => {
  const chains = new Map<string, Drip[]>();
  for (const drip of recordsOf(program, "drips")) {
    const first = firstDripKey(drip.key);
    chains.set(first, [...(chains.get(first) ?? []), drip]);
  }
  return [...chains.values()];
};

/** The months in which a drip made a part that stands, by the parts' due dates. */
const monthsOf = (program: Program, { key }: Drip): readonly string[] =>
  recordsOf(program, "rewards")
    .filter(({ drip }) => drip === key)
    .map(({ earnedOn }) => monthOf(earnedOn));

/** Whether one of both began in the place of the other, or of one that goes on from it. */
const isInPlace = (program: Program, later: Drip, earlier: Drip): boolean => {
  const byKey = new Map(recordsOf(program, "drips").map((drip) => [drip.key, drip]));
  for (let key: string | undefined = later.key; key && key !== earlier.key; key = dripBefore(key)) {
    const drip = byKey.get(key);
    if (drip && beginsOn(drip)) return true;
  }
  return false;
};

const wholeOf = (drip: Drip): number => {
  let sum = 0;
  for (let k = 1; k <= drip.occurrences; k++) {
    const amount = occurrenceAmount(drip, k);
    sum += Math.min(amount, drip.limitPerReward ?? amount);
  }
  return sum;
};

describe("laws of new terms for running drips (DRIP-42, DRIP-43, DRIP-46)", () => {
  law(
    "no month has parts of a drip and of one in its place, whatever people do",
    lives,
    (life) => {
      for (const [program] of programsOf(life)) {
        for (const chain of chainsOf(program)) {
          for (const later of chain) {
            const months = new Set(monthsOf(program, later));
            for (const earlier of chain) {
              if (earlier.key.length >= later.key.length) continue;
              if (!isInPlace(program, later, earlier)) continue;
              expect(monthsOf(program, earlier).filter((each) => months.has(each))).toEqual([]);
            }
          }
        }
      }
    },
    programs,
  );

  law(
    "an event's drips never come to more together than the most that one of its terms promises",
    lives,
    (life) => {
      let before = new Set<string>();
      const begunAgain = new Set<string>();
      for (const [program, , step] of programsOf(life)) {
        // What people made of a drip stays when the run is undone that began it; it may begin again with other terms.
        const now = new Set(recordsOf(program, "drips").map(({ key }) => key));
        const isUndone = step?.what === "undo run";
        for (const key of before) if (isUndone && !now.has(key)) begunAgain.add(firstDripKey(key));
        before = now;
        for (const chain of chainsOf(program)) {
          if (begunAgain.has(firstDripKey(chain[0]?.key ?? ""))) continue;
          // What was typed over, a run puts right first.
          if (step && step.what !== "run") continue;
          const keys = new Set(chain.map(({ key }) => key));
          const made = recordsOf(program, "rewards").filter(({ drip }) => keys.has(drip ?? ""));
          const sum = made.reduce((all, { amount }) => all + amount, 0);
          const toCome = chain.reduce((all, each) => all + (each.toCome ?? 0), 0);
          expect(sum + toCome).toBeLessThanOrEqual(Math.max(...chain.map(wholeOf)));
        }
      }
    },
    programs,
  );

  law(
    "undone at once, all drips and rewards are as before, and go on as if nothing had been",
    fc.record({
      terms,
      days: fc.integer({ min: 0, max: 300 }),
      to: terms,
      ahead: fc.option(fc.integer({ min: 1, max: 200 })),
    }),
    ({ terms: from, days, to, ahead }) => {
      const today = addDays(START, days);
      const before = runOn(begun(from), today);
      const after = switched(before, to, today, ahead);
      const line = recordsOf(after, "activity").find(({ data }) => isSwitch(data))?.key ?? "";
      const back = act(after, undoSwitch, { line }, today).program;
      for (const table of ["drips", "rewards"] as const) {
        expect(cellsOf(back, table)).toEqual(cellsOf(before, table));
      }
      const end = addDays(today, 4_000);
      const made = (program: Program) =>
        recordsOf(runOn(program, end), "rewards").map(({ key, amount }) => [key, amount]);
      expect(made(back)).toEqual(made(before));
      const again = () => act(back, undoSwitch, { line }, today);
      expect(again).toThrow();
    },
    programs * 3,
  );

  law(
    "what was made stands, a run changes nothing more that day, and the sums that were told come true",
    fc.record({
      terms,
      days: fc.integer({ min: 0, max: 60 }),
      to: terms,
      ahead: fc.option(fc.integer({ min: 1, max: 200 })),
    }),
    ({ terms: from, days, to, ahead }) => {
      const today = addDays(START, days);
      const before = runOn(begun(from), today);
      const asked = {
        ...valuesOf(to),
        trigger: TRIGGER,
        switchOn: ahead === null ? null : addDays(today, ahead),
      };
      const told = act(before, switchDrips, asked, today);
      expect(told.changes.effects).toEqual([]);
      const { output, program } = act(before, switchDrips, { ...asked, confirmed: true }, today);
      expect({ ...output, done: false, undo: null, version: 0 }).toEqual({
        ...told.output,
        version: 0,
      });
      expect(recordsOf(program, "rewards")).toEqual(recordsOf(before, "rewards"));
      const sums = (of: Program) =>
        recordsOf(of, "drips").reduce((all, { toCome }) => all + (toCome ?? 0), 0);
      const [sum] = output.sums;
      if (sum) expect([sums(before), sums(program)]).toEqual([sum.keep.amount, sum.anew.amount]);
      else expect(cellsOf(program, "drips")).toEqual(cellsOf(before, "drips"));
      const ran = runOn(program, today);
      expect(cellsOf(ran, "drips")).toEqual(cellsOf(program, "drips"));
      expect(recordsOf(ran, "rewards")).toEqual(recordsOf(program, "rewards"));
      const end = runOn(ran, addDays(today, 4_000));
      const months = recordsOf(end, "drips").flatMap((drip) => [...new Set(monthsOf(end, drip))]);
      expect(new Set(months).size).toBe(months.length);
    },
    programs * 8,
  );
});

import fc from "fast-check";
import { occurrenceAmount } from "../../src/engine/drips/occurrences";
import { settledOf } from "../../src/engine/drips/skipped";
import { addDays, type Day, day } from "../../src/engine/kernel/day";
import { asRefusal } from "../../src/engine/kernel/problem";
import type { Program } from "../../src/engine/program/program";
import { continueDrip } from "../../src/engine/usecases/drips/continue-drip";
import { endDripByHand } from "../../src/engine/usecases/drips/end-drip";
import { pauseDrip } from "../../src/engine/usecases/drips/pause-drip";
import { resumeDrip } from "../../src/engine/usecases/drips/resume-drip";
import { skipOccurrence } from "../../src/engine/usecases/drips/skip-occurrence";
import { withdrawEnd } from "../../src/engine/usecases/drips/withdraw-end";
import { changed } from "../engine/invoices/money-run";
import { act } from "../engine/usecases/act";
import { dripProgram, dripRow } from "../engine/usecases/drip-program";
import { law } from "../support/laws";
import { cellsOf, recordsOf } from "../support/program";
import { runOn } from "../support/run-on";

const START = day("2026-01-31");
/** A sale of 1,000.00; a drip may be a percent of it. */
const SALE = 100_000;

const terms = fc.record({
  promise: fc.constantFrom<Readonly<Record<string, string | number>>>(
    { amount: 20 },
    { amount: 20, mode: "split a total" },
    { amount: "", percent: "2.5", base: 1000 },
    { amount: "", percent: "9.99", base: 1000, mode: "split a total" },
  ),
  limitPerReward: fc.constantFrom("", "", 15),
  occurrences: fc.integer({ min: 1, max: 9 }),
  cycle: fc.integer({ min: 1, max: 3 }),
  cycleUnit: fc.constantFrom("weeks", "months"),
});

const step = fc.record({
  what: fc.constantFrom(
    ...(["run", "run", "pause", "make", "forfeit", "skip", "unskip"] as const),
    ...(["end", "notice", "withdraw", "continue", "refund"] as const),
  ),
  days: fc.integer({ min: 0, max: 45 }),
  size: fc.integer({ min: 1, max: 90 }),
  /** Whether it is done to the drip that goes on, if there is one. */
  isLast: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const lives = fc.record({ terms, steps: fc.array(step, { minLength: 1, maxLength: 9 }) });
type Life = typeof lives extends fc.Arbitrary<infer T> ? T : never;

function begun({ promise, ...rest }: Life["terms"]): Program {
  const cells = {
    transaction: "trx_1",
    eventDate: START,
    limitCurrency: "USD",
    ...rest,
    ...promise,
  };
  const sale = {
    key: "trx_1",
    customer: "cus_1",
    date: START,
    amount: SALE / 100,
    currency: "USD",
  };
  return dripProgram({}, { drips: [dripRow("d", cells)], transactions: [sale] });
}

function take(program: Program, { what, size, isLast }: Step, today: Day): Program {
  const drips = recordsOf(program, "drips");
  const at = (isLast ? drips[drips.length - 1] : drips[0]) ?? { key: "d", nextOccurrence: 1 };
  const drip = at.key;
  const ending = { drips: [drip], reason: "law", confirmed: true };
  switch (what) {
    case "run":
      return runOn(program, today);
    case "pause":
      return act(program, pauseDrip, { drip }, today).program;
    case "make":
    case "forfeit":
      return act(program, resumeDrip, { drip, fellDue: what }, today).program;
    case "skip":
    case "unskip": {
      const given = { drip, occurrence: at.nextOccurrence ?? 1, undo: what === "unskip" };
      return act(program, skipOccurrence, given, today).program;
    }
    case "end":
      return act(program, endDripByHand, ending, today).program;
    case "notice": {
      const on = addDays(today, size);
      return act(program, endDripByHand, { ...ending, on }, today).program;
    }
    case "withdraw":
      return act(program, withdrawEnd, { drip }, today).program;
    case "continue":
      return act(program, continueDrip, { drip, confirmed: true }, today).program;
    case "refund":
      return runOn(refunded(program, size, today), today);
    default:
      return what satisfies never;
  }
}

/** A part of the sale given back; never all of it. */
function refunded(program: Program, percent: number, today: Day): Program {
  const back = recordsOf(program, "transactions").filter(({ refundOf }) => refundOf !== null);
  const left = back.reduce((sum, { amount }) => sum + amount, SALE);
  return changed(program, (work) => {
    work.insert("transactions", {
      key: `trx_r${back.length}`,
      customer: "cus_1",
      date: { day: today, time: "" },
      amount: -Math.floor((left * percent) / 200),
      currency: null,
      refundOf: "trx_1",
    });
  });
}

/** The programs after each step of a life; what is refused changes nothing. */
function* programsOf({ terms: given, steps }: Life): Generator<readonly [Program, Day]> {
  let today = START;
  let program = runOn(begun(given), today);
  for (const each of steps) {
    today = addDays(today, each.days);
    try {
      program = take(program, each, today);
    } catch (thrown) {
      if (!asRefusal(thrown)) throw thrown;
    }
    yield [program, today];
  }
}

/** By the sheet alone: what was made, with the lines that refunds put it right by; to come; lost; and what was promised. */
function accountsOf(program: Program) {
  const rewards = recordsOf(program, "rewards");
  const kept = recordsOf(program, "transactions").reduce((sum, { amount }) => sum + amount, 0);
  return recordsOf(program, "drips").map((drip) => {
    const made = rewards.filter((reward) => reward.drip === drip.key);
    const keys = new Set(made.map(({ key }) => key));
    const lines = [...made, ...rewards.filter(({ adjusts }) => adjusts && keys.has(adjusts))];
    let promised = 0;
    for (let k = drip.after + 1; k <= drip.occurrences; k++) {
      promised += occurrenceAmount(drip, k, drip.base === null ? null : kept);
    }
    return {
      drip,
      made,
      sum:
        lines.reduce((all, { amount }) => all + amount, 0) + (drip.toCome ?? 0) + (drip.lost ?? 0),
      promised,
    };
  });
}

describe("laws of actions on drips", () => {
  law("made + to come + lost = promised in every row, whatever a person does", lives, (life) => {
    for (const [program] of programsOf(life)) {
      for (const { sum, promised } of accountsOf(program)) expect(sum).toBe(promised);
    }
  });

  law(
    "no occurrence is made twice, nor skipped and made, nor after its end or in a pause",
    lives,
    (life) => {
      for (const [program] of programsOf(life)) {
        for (const { drip, made } of accountsOf(program)) {
          const skipped = drip.skipped ?? [];
          const parts = made.map(({ occurrence }) => occurrence ?? 0);
          expect(new Set(parts).size).toBe(parts.length);
          expect(parts.filter((k) => skipped.includes(k) || k > settledOf(drip))).toEqual([]);
          const until = [drip.endsOn, drip.pausedOn].filter(Boolean);
          for (const end of until)
            expect(made.every(({ earnedOn }) => earnedOn <= `${end}`)).toBe(true);
        }
      }
    },
  );

  law(
    "a run after any act changes no drip that it has already brought up to date",
    lives,
    (life) => {
      for (const [program, today] of programsOf(life)) {
        const once = runOn(program, today);
        const drips = (of: Program) => cellsOf(of, "drips");
        expect(drips(runOn(once, today))).toEqual(drips(once));
      }
    },
  );

  law(
    "the old drip and those that continue it promise together what was promised",
    lives,
    (life) => {
      const all = [...programsOf(life)];
      const [program] = all[all.length - 1] ?? [];
      if (!program) return;
      const accounts = accountsOf(program);
      const [first] = accounts;
      const covered = accounts.flatMap(({ made }) => made.map(({ occurrence }) => occurrence));
      expect(new Set(covered).size).toBe(covered.length);
      expect(covered.length).toBeLessThanOrEqual(first?.drip.occurrences ?? 0);
    },
  );
});

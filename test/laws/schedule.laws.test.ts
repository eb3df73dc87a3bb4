import fc from "fast-check";
import { dueDate, occurrencesDue } from "../../src/engine/drips/occurrences";
import { progressOf } from "../../src/engine/drips/progress";
import { addDays, type Day } from "../../src/engine/kernel/day";
import { apply } from "../../src/engine/program/changeset";
import type { Program } from "../../src/engine/program/program";
import { begin } from "../../src/engine/program/work";
import { advance } from "../../src/engine/timeline/advance";
import { stepsOfDrips } from "../../src/engine/timeline/steps";
import { days, dripDates, law } from "../support/laws";
import { cellsOf, type Given, programOf, recordsOf } from "../support/program";

type Dates = typeof dripDates extends fc.Arbitrary<infer T> ? T : never;

function withDrips(all: readonly Dates[], total: number): Program {
  const drips = all.map(({ eventDate, ...dates }, i) => ({
    key: `drip_${i}`,
    partner: "ptn_1",
    currency: "USD",
    amount: total / 100,
    mode: i % 2 ? "split a total" : "per occurrence",
    rounding: "half away from zero",
    eventDate: { day: eventDate, time: "" },
    ...dates,
  }));
  return programOf({ partners: [{ key: "ptn_1", name: "Ada" }], drips } as Given);
}

function releasedOn(program: Program, today: Day): Program {
  const work = begin(program);
  advance(work, today, { today }, { run: "run", rows: [], steps: stepsOfDrips });
  return apply(program, work.changes());
}

const sheets = (program: Program) => [cellsOf(program, "rewards"), cellsOf(program, "drips")];
const cases = fc.record({
  drips: fc.array(dripDates, { minLength: 1, maxLength: 4 }),
  total: fc.integer({ min: 0, max: 100_000 }),
  first: days,
  gap: fc.integer({ min: 0, max: 900 }),
});

describe("laws of the schedule", () => {
  law("release is idempotent: twice on a day is once", cases, ({ drips, total, first }) => {
    const once = releasedOn(withDrips(drips, total), first);
    expect(sheets(releasedOn(once, first))).toEqual(sheets(once));
  });

  law(
    "release up to a day and then up to a later one is release up to the later one",
    cases,
    (given) => {
      const program = withDrips(given.drips, given.total);
      const later = addDays(given.first, given.gap);
      const inSteps = releasedOn(releasedOn(program, given.first), later);
      expect(sheets(inSteps)).toEqual(sheets(releasedOn(program, later)));
    },
  );

  law(
    "the occurrences of a window, and of the window after it, are those of both",
    fc.tuple(dripDates, days, fc.integer({ min: 0, max: 900 })),
    ([terms, middle, gap]) => {
      const end = addDays(middle, gap);
      const parts = [
        ...occurrencesDue(terms, { until: middle }),
        ...occurrencesDue(terms, { after: middle, until: end }),
      ];
      expect(parts).toEqual(occurrencesDue(terms, { until: end }));
    },
  );

  law("due dates never go back, and never leave their month's end", dripDates, (terms) => {
    for (let k = 2; k <= terms.occurrences; k++) {
      expect(dueDate(terms, k) >= dueDate(terms, k - 1)).toBe(true);
    }
  });

  law(
    "made + to come + lost = promised, however a drip ends",
    cases,
    ({ drips, total, first, gap }) => {
      const program = releasedOn(withDrips(drips, total), first);
      for (const drip of recordsOf(program, "drips")) {
        const made = recordsOf(program, "rewards").filter((reward) => reward.drip === drip.key);
        const sum = made.reduce((all, { amount }) => all + amount, 0);
        const promised = progressOf(
          { ...drip, issued: 0, settled: 0, endsOn: null },
          [],
          null,
        ).toCome;
        const running = progressOf(drip, made, null);
        expect(sum + running.toCome + running.lost).toBe(promised);
        const ended = progressOf({ ...drip, endsOn: addDays(first, gap - 450) }, made, null);
        expect(sum + ended.toCome + ended.lost).toBe(promised);
      }
    },
  );
});

import { outsideJest } from "../../support/outside-jest";

type Lines = readonly string[];
interface Zoned {
  readonly failed: number;
  readonly judged: Lines;
  readonly rewards: Lines;
  readonly drips: Lines;
  readonly invoices: Lines;
}
interface Outcome {
  readonly plain: Zoned;
  readonly zones: readonly Zoned[];
  readonly changed: {
    readonly kept: boolean;
    readonly next: Lines;
    readonly said: number;
    readonly timeZone: string;
    readonly hours: Lines;
  };
  readonly missed: {
    readonly opened: Lines;
    readonly again: boolean;
    readonly stillOpen: Lines;
    readonly final: Lines;
  };
  readonly twice: boolean;
  readonly paused: {
    readonly said: string;
    readonly changed: boolean;
    readonly failed: number;
    readonly rewards: Lines;
  };
  readonly copied: {
    readonly byHand: string;
    readonly clock: string;
    readonly fired: number;
    readonly changed: boolean;
    readonly asks: boolean;
    readonly wrong: string;
    readonly home: { readonly rewards: Lines; readonly fired: number };
    readonly trial: { readonly said: string; readonly fired: number };
    readonly original: number;
  };
}

let outcome: Outcome;
beforeAll(async () => {
  outcome = await outsideJest<Outcome>("test/e2e/main-job/days-and-zones.scenario.ts");
});

test("a spreadsheet in Auckland or Cairo with a script in another zone shows the same days as one in UTC, also when clocks change", () => {
  expect(outcome.plain.failed).toBe(0);
  expect(outcome.plain.rewards).toHaveLength(10);
  expect(outcome.zones).toEqual([outcome.plain, outcome.plain]);
});

test("events of one day are numbered by their clock time, and those without one come first", () => {
  const numbers = outcome.plain.judged.map((line) => {
    const [key = "", marker = ""] = line.split(" | ");
    const [, { number }] = JSON.parse(marker) as readonly [number, { readonly number: number }];
    return `${key}${number}`;
  });

  expect(numbers).toEqual(["a1", "b2", "c4", "d5", "e7", "f3", "g6"]);
});

test("changing the time zone keeps every stored day, is logged once, and moves the schedule at the owner's next visit", () => {
  const { kept, next, said, timeZone, hours } = outcome.changed;

  expect([kept, said, timeZone]).toEqual([true, 1, "Asia/Tokyo"]);
  expect(next).toEqual(["2026-01-10 | 2026-05-10"]);
  expect(hours).toEqual(["20"]);
});

// The sale of 28 February is not late: it is later than the last day lived when the run began (TIME-7).
test("months without a run are each opened once, in order, and stay in review for six days from then", () => {
  const { opened, again, stillOpen, final } = outcome.missed;

  expect(opened).toEqual(
    ["01 70", "02 40", "03 20", "04 20", "05 20"]
      .map((each) => each.split(" "))
      .map(([m, total]) => `inv_2026-${m}_USD | In review | 2026-06-20 | 2026-06-26 | ${total}`),
  );
  expect(again).toBe(true);
  expect(new Set(stillOpen)).toEqual(new Set(["In review"]));
  expect(new Set(final.map((line) => line.split(" | ")[1]))).toEqual(new Set(["Final"]));
});

test("any kind of run on a day already done adds and changes nothing", () => {
  expect(outcome.twice).toBe(true);
});

test("a paused program does nothing, its clock runs do not fail, and it catches up when resumed", () => {
  const { said, changed, failed, rewards } = outcome.paused;

  expect(said).toContain("The program is paused");
  expect([changed, failed]).toEqual([false, 0]);
  expect(rewards).toEqual(["a/first", "a/rate", "drip_a/plan#1"]);
});

test("a copy of the spreadsheet runs nothing, manually or by the clock, until a person says what it is", () => {
  const { byHand, clock, fired, changed, asks, wrong } = outcome.copied;

  expect(byHand).toMatch(/^COPY_UNDECIDED: .*test copy or the new home/);
  expect(clock).toContain("COPY_UNDECIDED");
  expect([fired, changed, asks]).toEqual([0, false, true]);
  expect(wrong).toMatch(/^INPUT_INVALID/);
});

test("a copy that is the new home runs by the clock, a test copy only manually, and the original goes on", () => {
  const { home, trial, original } = outcome.copied;

  expect(home.rewards).toEqual(["a/first", "a/rate", "drip_a/plan#1", "drip_a/plan#2"]);
  expect(home.fired).toBe(2);
  expect(trial.said).toContain("1 drip started");
  expect(trial.fired).toBe(0);
  expect(original).toBe(2);
});

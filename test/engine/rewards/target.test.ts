import type { Currency, Percent } from "../../../src/engine/kernel/money";
import { calculatedBy, targetOf, withDecisions } from "../../../src/engine/rewards/target";
import { holdInWords } from "../../../src/engine/tables/packed/hold-reasons";
import type { RewardTerms } from "../../../src/engine/tables/packed/terms";

const percent: RewardTerms = {
  kind: "percent",
  percent: 200_000 as Percent,
  base: 10_000,
  of: null,
  rounding: "half away from zero",
  room: 1_500,
  part: null,
};

test("calculated applies the frozen terms to what was kept, within the limit's room at the time; 0 after a full refund (TARGET-1)", () => {
  expect(calculatedBy(percent, null)).toBe(1_500);
  expect(calculatedBy(percent, { sold: 10_000, refunded: 2_000 })).toBe(1_500);
  expect(calculatedBy(percent, { sold: 10_000, refunded: 5_000 })).toBe(1_000);
  const flat: RewardTerms = { kind: "flat", amount: 700 };
  expect(calculatedBy(flat, { sold: 10_000, refunded: 9_999 })).toBe(700);
  expect(calculatedBy(flat, { sold: 10_000, refunded: 10_000 })).toBe(0);
  // A sale of 0 can't come back.
  expect(calculatedBy(flat, { sold: 0, refunded: 0 })).toBe(700);
});

test.each([
  ["nothing typed", 2_000, null, 2_000],
  ["typed", 2_000, { amount: 2_500, calculated: 2_000 }, 2_500],
  ["typed, calculated nearer to 0 than both", 1_000, { amount: 2_500, calculated: 2_000 }, 1_000],
  ["typed nearer to 0 still", 1_000, { amount: 500, calculated: 2_000 }, 500],
  ["calculated risen since", 3_000, { amount: 2_500, calculated: 2_000 }, 2_500],
  ["typed while all was refunded", 0, { amount: 500, calculated: 0 }, 500],
  ["a clawback", -1_000, { amount: -2_500, calculated: -2_000 }, -1_000],
])("target: %s (TARGET-1a)", (_, calculated, typed, target) => {
  expect(targetOf(calculated, typed)).toBe(target);
});

describe("what people declined (TARGET-3a, TARGET-3b)", () => {
  /** −10.00 of 20.00 was declined. */
  const once = [{ line: "l", declined: 1_000, stood: 2_000 }];

  test.each([
    ["between what stood and the declined one counts as what stood", 1_500, 2_000],
    ["the declined one counts as what stood", 1_000, 2_000],
    ["one beyond the declined one is moved by the difference", 400, 1_400],
    ["one on the other side is as it is", 2_500, 2_500],
  ])("%s", (_, target, goal) => {
    expect(withDecisions(target, once)).toBe(goal);
  });

  test("a declined increase works the same way", () => {
    const rise = [{ line: "l", declined: 3_000, stood: 2_000 }];
    expect([2_500, 3_400, 1_000].map((target) => withDecisions(target, rise))).toEqual([
      2_000, 2_400, 1_000,
    ]);
  });

  test("several are applied in their order", () => {
    const twice = [...once, { line: "m", declined: 1_400, stood: 2_000 }];
    expect(withDecisions(400, twice)).toBe(2_000);
    expect(withDecisions(0, twice)).toBe(1_600);
    expect(withDecisions(0, null)).toBe(0);
  });
});

test.each([
  [{ calculated: 1_000, typed: null, refunded: 5_000 }, "half was refunded"],
  [{ calculated: 0, typed: null, refunded: 10_000 }, "all was refunded"],
  [{ calculated: 400, typed: null, refunded: 8_000 }, "80.00 of 100.00 was refunded"],
  [{ calculated: 2_000, typed: null, refunded: 0 }, "calculated 20.00"],
  [{ calculated: 2_000, typed: 2_500, refunded: 0 }, "calculated 20.00, by hand 25.00"],
  [
    { calculated: 1_000, typed: 2_500, refunded: 5_000 },
    "calculated 10.00, by hand 25.00, half was refunded",
  ],
  [{ calculated: 0, typed: null, refunded: 0, act: "run undone" as const }, "run undone"],
])("the reason of a line is what caused it: %j (TARGET-2b, TARGET-5)", (facts, reason) => {
  const cause = { cause: "target" as const, sold: 10_000, act: null, ...facts };
  expect(holdInWords([cause], "USD" as Currency)).toBe(reason);
});

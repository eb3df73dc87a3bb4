import { originCells, originOf } from "../../../src/engine/rewards/origin";
import type { Reward } from "../../../src/engine/tables";

const blank = { trigger: null, triggerVersion: null, drip: null, occurrence: null, adjusts: null };
const by = { trigger: "rate", triggerVersion: 2 };
const from = (cells: Partial<Reward>) => originOf({ ...blank, ...cells } as Reward);

describe("where a reward comes from", () => {
  test.each([
    { source: "trigger", ...by },
    { source: "drip", drip: "d", occurrence: 3, ...by },
    { source: "manual" },
    { source: "adjustment", adjusts: "T1/rate", ...by },
    { source: "adjustment" },
  ] as const)("its cells say it, and it says them again: %j", (cells) => {
    expect(originCells(from(cells))).toEqual(cells);
  });

  test("an adjustment that corrects no reward is a write-off", () => {
    expect(from({ source: "adjustment" })).toEqual({ source: "write-off" });
  });

  test("a part without its drip or its number is by hand: no part of any drip is counted for it", () => {
    expect(from({ source: "drip", drip: "d" })).toEqual({ source: "manual" });
    expect(from({ source: "drip", occurrence: 3 })).toEqual({ source: "manual" });
  });
});

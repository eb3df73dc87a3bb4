import { progressOf } from "../../../src/engine/drips/progress";
import { settledOf } from "../../../src/engine/drips/skipped";
import { pauseDrip } from "../../../src/engine/usecases/drips/pause-drip";
import { resumeDrip } from "../../../src/engine/usecases/drips/resume-drip";
import { skipOccurrence } from "../../../src/engine/usecases/drips/skip-occurrence";
import { runOn } from "../../support/run-on";
import { byKey } from "../invoices/money-run";
import { act } from "../usecases/act";
import { dripProgram } from "../usecases/drip-program";

/** Six occurrences of 20.00, from 15 January 2026 on. */
const begun = runOn(dripProgram({ occurrences: 6 }), "2026-01-20");
const said = (program: typeof begun) => {
  const { issued, lostOccurrences, nextOccurrence, nextDate } = byKey(program, "drips", "d");
  return { issued, lostOccurrences, nextOccurrence, nextDate };
};

describe("what a drip says of its occurrences (DRIP-40)", () => {
  test("a forfeited one is lost and never issued, and the next one has its own number", () => {
    const paused = runOn(act(begun, pauseDrip, { drip: "d" }, "2026-01-20").program, "2026-04-01");
    const given = { drip: "d", fellDue: "forfeit" };
    const resumed = act(paused, resumeDrip, given, "2026-04-01").program;
    expect(said(resumed)).toEqual({
      issued: 1,
      lostOccurrences: 2,
      nextOccurrence: 4,
      nextDate: "2026-04-15",
    });
    expect(said(runOn(resumed, "2026-06-30"))).toEqual({
      issued: 4,
      lostOccurrences: 2,
      nextOccurrence: null,
      nextDate: null,
    });
  });

  test("a skipped one is lost from the moment it is skipped", () => {
    const given = { drip: "d", occurrence: 2 };
    const skipped = act(begun, skipOccurrence, given, "2026-01-20").program;
    expect(said(skipped)).toMatchObject({ issued: 1, lostOccurrences: 1, nextOccurrence: 3 });
  });

  test("a row of an earlier release, which counted both in Issued, goes on after them", () => {
    const paused = runOn(act(begun, pauseDrip, { drip: "d" }, "2026-01-20").program, "2026-04-01");
    const given = { drip: "d", fellDue: "forfeit" };
    const drip = byKey(act(paused, resumeDrip, given, "2026-04-01").program, "drips", "d");
    const earlier = { ...drip, issued: 3, settled: null };
    expect(settledOf(earlier)).toBe(3);
    expect(progressOf(earlier, [], null)).toMatchObject({ settled: 3, nextOccurrence: 4 });
  });
});

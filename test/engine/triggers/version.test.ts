import { begin } from "../../../src/engine/program/work";
import { versionTriggers } from "../../../src/engine/triggers/version";
import { recordsOf } from "../../support/program";
import { judgeOn, programWith, retyped, sale, trigger, typed } from "../judging/judge-on";

const start = programWith({
  triggers: [trigger("t", { amount: 20, occurrences: 2, cycle: 1, action: "start a drip" })],
  transactions: [sale("S1", "2026-02-01", 100)],
});

test("a trigger seen for the first time is version 1, and stays so while nothing changes", () => {
  const first = judgeOn(start, "2026-02-01").program;
  expect(recordsOf(first, "triggers")[0]?.version).toBe(1);
  expect(versionTriggers(begin(first))).toEqual([]);
});

test("a changed cell is a new version from the next run on; running drips keep the old version and terms", () => {
  const first = judgeOn(start, "2026-02-01").program;
  const changed = typed(retyped(first, "triggers", "t", { amount: 30 }), {
    transactions: [sale("S2", "2026-02-02", 100)],
  });
  const second = judgeOn(changed, "2026-02-02").program;
  expect(
    recordsOf(second, "drips").map(({ amount, triggerVersion }) => [amount, triggerVersion]),
  ).toEqual([
    [2000, 1],
    [3000, 2],
  ]);
});

test("pausing and resuming is no new version", () => {
  const first = judgeOn(start, "2026-02-01").program;
  const paused = judgeOn(
    retyped(first, "triggers", "t", { state: "paused" }),
    "2026-02-02",
  ).program;
  expect(recordsOf(paused, "triggers")[0]?.version).toBe(1);
});

test("another program currency is a new version, since a blank currency means the program's", () => {
  const first = judgeOn(start, "2026-02-01").program;
  const moved = typed(first, { settings: [{ key: "program currency", value: "EUR" }] });
  const second = judgeOn(moved, "2026-02-02").program;
  expect(recordsOf(second, "triggers")[0]?.version).toBe(2);
});

describe("a trigger whose terms an earlier release fingerprinted, blank ones too", () => {
  const first = judgeOn(start, "2026-02-01").program;
  // What release 0.1.0 kept for exactly this trigger.
  const earlier = retyped(first, "triggers", "t", { terms: "1dtx9w4vbsw" });

  test("keeps its version, and is fingerprinted anew", () => {
    const after = judgeOn(earlier, "2026-02-02").program;
    const [now] = recordsOf(after, "triggers");
    expect(now?.version).toBe(1);
    expect(now?.terms).toEqual(recordsOf(first, "triggers")[0]?.terms);
    expect(now?.terms?.print).not.toBe("1dtx9w4vbsw");
  });

  test("gets its next version where a term was changed meanwhile", () => {
    const changed = retyped(earlier, "triggers", "t", { amount: 30 });
    expect(recordsOf(judgeOn(changed, "2026-02-02").program, "triggers")[0]?.version).toBe(2);
  });
});

test("an action acts, and is the same term, in any case and with any blanks", () => {
  const first = judgeOn(start, "2026-02-01").program;
  const action = "Start  a\u00a0DRIP";
  const retypedAction = typed(retyped(first, "triggers", "t", { action }), {
    transactions: [sale("S2", "2026-02-02", 100)],
  });
  const second = judgeOn(retypedAction, "2026-02-02").program;
  expect(recordsOf(second, "triggers")[0]?.version).toBe(1);
  expect(recordsOf(second, "drips")).toHaveLength(2);
});

test("a term that is blank, or says what a blank would, makes no new version", () => {
  const first = judgeOn(start, "2026-02-01").program;
  const same = retyped(first, "triggers", "t", { order: 0, until: "", mode: "per occurrence" });
  expect(recordsOf(judgeOn(same, "2026-02-02").program, "triggers")[0]?.version).toBe(1);
});

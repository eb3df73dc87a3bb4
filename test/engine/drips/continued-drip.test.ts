import type { Program } from "../../../src/engine/program/program";
import { continueDrip } from "../../../src/engine/usecases/drips/continue-drip";
import { endDripByHand } from "../../../src/engine/usecases/drips/end-drip";
import { pauseDrip } from "../../../src/engine/usecases/drips/pause-drip";
import { resumeDrip } from "../../../src/engine/usecases/drips/resume-drip";
import { run } from "../../../src/engine/usecases/program/run";
import { undoRun } from "../../../src/engine/usecases/program/undo-run";
import { backtestTrigger } from "../../../src/engine/usecases/triggers/backtest-trigger";
import { carryOut, cellsOf, envOn, recordsOf } from "../../support/program";
import { runOn } from "../../support/run-on";
import { outcomeOf, programWith, sale, trigger, typed } from "../judging/judge-on";
import { act } from "../usecases/act";
import { madeOf } from "../usecases/drip-program";

const drip = "drip_S1/t";
const started = programWith({
  settings: [{ key: "last month opened", value: "2026-04" }],
  triggers: [
    trigger("t", { action: "start a drip", amount: 20, cycle: 1, occurrences: 6, firstEvents: 2 }),
  ],
  transactions: [sale("S1", "2026-01-15", 100)],
});

/** Ended after the second, continued after a month's rest. */
const ending = { drips: [drip], reason: "left", confirmed: true };
const ended = act(runOn(started, "2026-02-20"), endDripByHand, ending, "2026-02-20").program;
const given = { drip, confirmed: true };
const continued = act(ended, continueDrip, given, "2026-04-01").program;

test("it belongs to the same event: it uses no further one of the customer's first n", () => {
  const sold = typed(continued, {
    transactions: [sale("S2", "2026-04-02", 100), sale("S3", "2026-04-03", 100)],
  });
  const after = runOn(sold, "2026-04-05");
  expect(outcomeOf(after, "S2")).toMatch(/started a drip/);
  expect(outcomeOf(after, "S3")).toBe("no trigger matched");
});

test("a run reports nothing missing, though the first occurrences belong to the old drip", () => {
  const { output } = carryOut(continued, run, { kind: "daily" }, envOn("2026-05-20"));
  expect(output).toMatchObject({ counts: { rewards: 2, problems: 0 } });
});

test.each<readonly [string, Program]>([
  ["continued", runOn(continued, "2026-05-20")],
  ["paused", act(runOn(started, "2026-02-20"), pauseDrip, { drip }, "2026-02-20").program],
  [
    "resumed, what fell due forfeited,",
    act(
      act(runOn(started, "2026-02-20"), pauseDrip, { drip }, "2026-02-20").program,
      resumeDrip,
      { drip, fellDue: "forfeit" },
      "2026-04-20",
    ).program,
  ],
])("a drip that a person %s is lived again so in a backtest", (_, program) => {
  const { output } = act(
    runOn(program, "2026-06-20"),
    backtestTrigger,
    { trigger: "t" },
    "2026-06-20",
  );
  expect(output.differences.rows).toEqual([]);
});

test("the run that made its parts can be undone, and done again", () => {
  const before = runOn(continued, "2026-04-10");
  const after = runOn(before, "2026-04-20");
  expect(madeOf(after, `${drip}+`)).toHaveLength(1);
  const undoing = { confirmed: true, changedToo: null };
  const undone = carryOut(after, undoRun, undoing, envOn("2026-04-20")).program;
  expect(cellsOf(undone, "drips")).toEqual(cellsOf(before, "drips"));
  expect(cellsOf(undone, "rewards")).toEqual(cellsOf(before, "rewards"));
  expect(recordsOf(undone, "rewards")).toHaveLength(2);
});

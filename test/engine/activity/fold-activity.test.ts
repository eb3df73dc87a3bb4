import { foldActivity } from "../../../src/engine/activity/fold-activity";
import { addDays, day } from "../../../src/engine/kernel/day";
import type { Program } from "../../../src/engine/program/program";
import { begin } from "../../../src/engine/program/work";
import { runsToUndo } from "../../../src/engine/undo/record-undo";
import { undoableRun } from "../../../src/engine/undo/undoable-run";
import { recordsOf } from "../../support/program";
import { changed, rewardRow, startedProgram } from "../invoices/money-run";

const RUN = "run 2026-12-31 09:00:00 daily";
const numbers = Array.from({ length: 1_000 }, (_, n) => n);

/** A thousand lines from January 2026 on: every second one a run, the others acts; two things no row tells. */
const lines = numbers.map((n) => {
  const on = addDays(day("2026-01-01"), Math.floor(n / 4));
  const when = { day: on, time: `0${n % 4}:00:00` };
  if (n % 2 === 0) {
    const key = `run ${on} ${when.time} daily`;
    const undo = n === 900 || n === 2 ? "|[]|" : "";
    return { key, when, who: "ann", what: "3 events judged, 2 rewards made.", run: key, undo };
  }
  const isSetting = n === 5 || n === 31;
  return {
    key: `log_${n}`,
    when,
    who: n % 3 === 0 ? "bob" : "ann",
    what: isSetting ? "Changed a setting" : `Set ${n} rewards to approved`,
    record: isSetting ? "payout day" : "R1",
    from: isSetting ? "payout day: 13" : "pending",
    to: isSetting ? "payout day: 15" : "approved",
  };
});
const program = startedProgram({
  activity: lines,
  rewards: [rewardRow("R1", 5)],
});

const folded = (given: Program): Program =>
  changed(given, (work) =>
    foldActivity(
      work,
      RUN,
      runsToUndo(work).map(({ key }) => key),
    ),
  );
const summaries = (given: Program) =>
  recordsOf(given, "activity").filter(({ key }) => key.startsWith("folded "));

describe("folding old lines of Activity", () => {
  const after = folded(program);

  test("leaves under 1,000, the newest as they were", () => {
    const left = recordsOf(after, "activity");
    expect(left.length).toBeLessThan(700);
    const newest = lines.slice(-500).map(({ key }) => key);
    expect(left.map(({ key }) => key)).toEqual(expect.arrayContaining(newest));
  });

  test("tells of each month how many runs and other lines there were, and what the runs made", () => {
    const [january] = summaries(after);
    expect(january?.what).toBe(
      "2026-01 in short: 61 runs, 62 other lines. 183 events judged, 122 rewards made.",
    );
    expect(january?.why).toContain("39 × Set n rewards to approved (ann)");
    const total = summaries(after).reduce((sum, { what }) => {
      const [, runs, acts] = /(\d+) runs?, (\d+) other/.exec(what) ?? [];
      return sum + Number(runs) + Number(acts);
    }, 0);
    expect(total + recordsOf(after, "activity").length - summaries(after).length).toBe(1_000);
  });

  test("keeps word for word what no row tells", () => {
    expect(summaries(after)[0]?.to?.split("\n")).toEqual([
      "2026-01-02 ann: Changed a setting · payout day · payout day: 13 · → payout day: 15",
      "2026-01-08 ann: Changed a setting · payout day · payout day: 13 · → payout day: 15",
    ]);
  });

  test("keeps word for word who reopened an invoice, and why", () => {
    const reopened = {
      ...lines[1],
      key: "log_reopened",
      what: "Reopened an invoice",
      record: "inv_2026-01_USD",
      from: "Final",
      to: "In review, paused",
      why: "a line was forgotten",
    };
    const invoice = {
      key: "inv_2026-01_USD",
      month: "2026-01",
      currency: "USD",
      openedOn: "2026-02-01",
      reviewEndsOn: "2026-02-07",
    };
    const given = startedProgram({ activity: [reopened, ...lines], invoices: [invoice] });
    expect(summaries(folded(given))[0]?.to).toContain(
      "Reopened an invoice · inv_2026-01_USD · Final · → In review, paused · a line was forgotten",
    );
  });

  test("leaves the runs that can be undone, however old", () => {
    const keys = recordsOf(after, "activity").map(({ key }) => key);
    expect(keys).toContain(lines[2]?.key);
    expect(undoableRun(begin(after))?.key).toBe(lines[900]?.key);
  });

  test("done again changes nothing until there are too many lines again, and then adds to the same months", () => {
    expect(folded(after)).toEqual(after);
    const more = changed(after, (work) => {
      for (const n of numbers) {
        const when = { day: day("2026-01-31"), time: "09:00:00" };
        work.insert("activity", { key: `late_${n}`, when, who: "ann", what: `Late ${n}` });
      }
    });
    const [january, ...others] = summaries(folded(more));
    expect(january?.what).toMatch(/61 runs, 1\d{3} other lines/);
    expect(january?.why).toMatch(/^\d+ × Late n \(ann\)/);
    expect(others.slice(0, 2)).toEqual(summaries(after).slice(1, 3));
    expect(
      Math.max(...recordsOf(folded(more), "activity").map(({ to }) => to?.length ?? 0)),
    ).toBeLessThan(50_000);
  });

  test("under 900 lines nothing is folded", () => {
    const few = startedProgram({ activity: lines.slice(0, 900) });
    expect(folded(few)).toEqual(few);
  });
});

import { foldActivity } from "../../../src/engine/activity/fold-activity";
import { noCounts } from "../../../src/engine/activity/run-line";
import { cellWords } from "../../../src/engine/kernel/cell-words";
import { addDays, day } from "../../../src/engine/kernel/day";
import { plural, say } from "../../../src/engine/kernel/say";
import type { Program } from "../../../src/engine/program/program";
import { begin } from "../../../src/engine/program/work";
import { happenedField } from "../../../src/engine/tables/packed/happened";
import { PACKED_LENGTH } from "../../../src/engine/tables/packed/pieces";
import { runsToUndo } from "../../../src/engine/undo/record-undo";
import { undoableRun } from "../../../src/engine/undo/undoable-run";
import { actData } from "../../support/act-data";
import { recordsOf } from "../../support/program";
import { cellOf } from "../../support/shapes";
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
    const counts = { ...noCounts, judged: 3, rewards: 2 };
    const data = cellOf(happenedField, {
      kind: "run",
      counts,
      problems: [],
      more: 0,
      nothing: null,
      goesOn: false,
    });
    return {
      key,
      when,
      who: "ann",
      what: "3 rows processed, 2 rewards made.",
      run: key,
      undo,
      data,
    };
  }
  const isSetting = n === 5 || n === 31;
  const record = isSetting ? "payout day" : "R1";
  const what = isSetting ? "Changed a setting" : say`Set ${plural(n, "reward")} to approved`;
  return {
    key: `log_${n}`,
    when,
    who: n % 3 === 0 ? "bob" : "ann",
    what: cellWords(what),
    record,
    data: cellOf(happenedField, actData(what, [record])),
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

  test("says for each month how many runs and other lines there were, and what the runs made", () => {
    const [january] = summaries(after);
    expect(january?.what).toBe(
      "2026-01 in short: 61 runs, 62 other lines. 183 rows processed, 122 rewards made.",
    );
    expect(january?.why).toContain("39 × Set rewards to approved (ann)");
    const total = summaries(after).reduce((sum, { what }) => {
      const [, runs, acts] = /(\d+) runs?, (\d+) other/.exec(what) ?? [];
      return sum + Number(runs) + Number(acts);
    }, 0);
    expect(total + recordsOf(after, "activity").length - summaries(after).length).toBe(1_000);
  });

  test("keeps word for word what no row says", () => {
    expect(summaries(after)[0]?.to?.split("\n")).toEqual([
      "2026-01-02 ann: Changed a setting · payout day · payout day: 13 · → payout day: 15",
      "2026-01-08 ann: Changed a setting · payout day · payout day: 13 · → payout day: 15",
    ]);
  });

  test("keeps word for word who reopened an invoice, and why", () => {
    const reopened = {
      ...lines[1],
      key: "log_reopened",
      data: cellOf(happenedField, actData("Reopened an invoice", ["inv_2026-01_USD"])),
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

  test("keeps the runs that can be undone, however old", () => {
    const keys = recordsOf(after, "activity").map(({ key }) => key);
    expect(keys).toContain(lines[2]?.key);
    expect(undoableRun(begin(after))?.key).toBe(lines[900]?.key);
  });

  test("repeated, changes nothing until there are too many lines again, and then adds to the same months", () => {
    expect(folded(after)).toEqual(after);
    const more = changed(after, (work) => {
      for (const n of numbers) {
        const when = { day: day("2026-01-31"), time: "09:00:00" };
        const what = say`Late ${n}`;
        const data = actData(what, []);
        work.insert("activity", {
          key: `late_${n}`,
          when,
          who: "ann",
          what: cellWords(what),
          data,
        });
      }
    });
    const [january, ...others] = summaries(folded(more));
    expect(january?.what).toMatch(/61 runs, 1\d{3} other lines/);
    expect(january?.why).toMatch(/^\d+ × Late … \(ann\)/);
    expect(others.slice(0, 2)).toEqual(summaries(after).slice(1, 3));
    expect(
      Math.max(...recordsOf(folded(more), "activity").map(({ to }) => to?.length ?? 0)),
    ).toBeLessThanOrEqual(PACKED_LENGTH);
  });

  test("an earlier release's summary of a month stays as it is; what came since stands beside it", () => {
    const what = "2026-01 in short: 3 runs, 9 other lines. 40 events judged.";
    const when = { day: day("2026-01-03"), time: "09:00:00" };
    const old = { key: "folded 2026-01", when, who: "the program", what, why: "9 × Paid n (ann)" };
    const given = startedProgram({ activity: [old, ...lines], rewards: [rewardRow("R1", 5)] });
    const [first, since] = summaries(folded(given));
    expect(first).toMatchObject({ key: "folded 2026-01", what, why: "9 × Paid n (ann)" });
    expect(since?.key).toBe("folded 2026-01 since");
    expect(since?.what).toMatch(/^2026-01 in short: 6\d runs/);
  });

  test("under 900 lines nothing is folded", () => {
    const few = startedProgram({ activity: lines.slice(0, 900) });
    expect(folded(few)).toEqual(few);
  });
});

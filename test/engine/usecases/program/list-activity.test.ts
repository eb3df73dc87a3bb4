import { noCounts } from "../../../../src/engine/activity/run-line";
import { addDays, day } from "../../../../src/engine/kernel/day";
import { plural, say } from "../../../../src/engine/kernel/say";
import { happenedField } from "../../../../src/engine/tables/packed/happened";
import { listActivity } from "../../../../src/engine/usecases/program/list-activity";
import { actData } from "../../../support/act-data";
import { programOf } from "../../../support/program";
import { cellOf } from "../../../support/shapes";
import { act } from "../act";

const activity = [
  {
    key: "run 2026-03-01 05:00:00 daily",
    when: { day: day("2026-03-01"), time: "05:00:00" },
    who: "ann@acme.example",
    what: "2 rows processed, 1 problem found.",
    why: "Transactions · T9 · Amount: “a lot” is not a number.",
    undo: "|[]|",
    seconds: 3,
    data: cellOf(happenedField, {
      kind: "run",
      counts: { ...noCounts, judged: 2, problems: 1 },
      problems: [],
      more: 1,
      nothing: null,
      goesOn: false,
    }),
  },
  {
    key: "log_1",
    when: { day: day("2026-03-02"), time: "10:00:00" },
    who: "bob@acme.example",
    what: "Set 1 reward to declined",
    record: "T1/rate",
    from: "pending",
    to: "declined",
    why: "paid twice",
    data: cellOf(happenedField, actData(say`Set ${plural(1, "reward")} to declined`, ["T1/rate"])),
  },
  {
    key: "edits of run 2026-03-03",
    when: { day: day("2026-03-03"), time: "05:00:00" },
    who: "in the sheet",
    what: "1 reward typed over",
    record: "T2/rate",
    data: cellOf(happenedField, {
      kind: "edits",
      from: null,
      to: null,
      what: say`${plural(1, "reward")} typed over`,
      records: ["T2/rate"],
    }),
  },
  // As releases without the column Data wrote it.
  {
    key: "folded 2026-01",
    when: { day: day("2026-01-31"), time: "" },
    who: "the program",
    what: "2026-01 in short",
  },
];
const list = (given: object, rows = activity as readonly object[]) =>
  act(programOf({ activity: rows as never }), listActivity, given, "2026-03-04").output;
const keys = (given: object) => list(given).rows.map(({ key }) => key.slice(0, 6));

test("all lines are listed, latest first, with what can be undone", () => {
  expect(keys({})).toEqual(["edits ", "log_1", "run 20", "folded"]);
  expect(list({}).undoable).toBe("run 2026-03-01 05:00:00 daily");
  expect(list({}).rows[2]).toMatchObject({ kind: "runs", day: "2026-03-01", seconds: 3 });
});

test("all words are found, in any place and case", () => {
  expect(keys({ search: "BOB twice" })).toEqual(["log_1"]);
  expect(keys({ search: "t9" })).toEqual(["run 20"]);
  expect(keys({ search: "bob t9" })).toEqual([]);
});

test("lines can be filtered by kind and by day, both ends included", () => {
  expect(keys({ kind: "people" })).toEqual(["log_1"]);
  expect(keys({ kind: "in the sheet" })).toEqual(["edits "]);
  expect(keys({ kind: "summaries" })).toEqual(["folded"]);
  expect(keys({ from: "2026-03-01", to: "2026-03-02" })).toEqual(["log_1", "run 20"]);
});

test("a page with the longest cells stays under 100 kB", () => {
  const long = "“weather” \n".repeat(4_000);
  const rows = Array.from({ length: 990 }, (_, n) => ({
    key: `log_${n}`,
    when: { day: addDays(day("2026-01-01"), n), time: "10:00:00" },
    who: "ann@acme.example",
    what: long,
    record: long,
    from: long,
    to: long,
    why: long,
  }));
  const page = list({ page: 2 }, rows);
  expect([page.total, page.pages, page.rows.length]).toEqual([990, 20, 50]);
  expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(100_000);
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Program } from "../../src/engine/program/program";
import { endDripByHand } from "../../src/engine/usecases/drips/end-drip";
import { run } from "../../src/engine/usecases/program/run";
import { programWith, sale, trigger, typed } from "../engine/judging/judge-on";
import { act } from "../engine/usecases/act";
import { outsideJest } from "../support/outside-jest";
import { carryOut, cellsOf, envOn, recordsOf } from "../support/program";
import { runOn } from "../support/run-on";

const weekly = trigger("w", {
  amount: 10,
  action: "start a drip",
  cycle: 1,
  cycleUnit: "weeks",
  occurrences: 5,
});
const begun = (): Program =>
  programWith({ triggers: [weekly], transactions: [sale("S", "2026-03-02", 100)] });
const earned = (program: Program) =>
  recordsOf(program, "rewards").map(({ key, earnedOn, invoice }) => [key, earnedOn, invoice]);

interface Found {
  readonly overlapping: { readonly second: string; readonly isSame: boolean };
  readonly twoOwners: { readonly told: boolean; readonly isSame: boolean };
  readonly stopped: { readonly told: boolean; readonly earned: readonly string[] };
  readonly hours: { readonly inTenDays: number; readonly leastHours: number };
  readonly copied: Readonly<Record<"refused" | "isSame" | "fired" | "owner", unknown>>;
}
let found: Found;
beforeAll(async () => {
  found = await outsideJest<Found>("test/edge-cases/runs.scenario.ts");
});

test("E15: a run after missed days makes every occurrence, oldest first, each earned on its own due date", () => {
  const daily = ["02", "09", "16", "23", "30"].reduce(
    (program, day) => runOn(program, `2026-03-${day}`),
    begun(),
  );
  const late = runOn(begun(), "2026-03-31");

  expect(earned(late)).toEqual(
    ["02", "09", "16", "23", "30"].map((day, i) => [`drip_S/w#${i + 1}`, `2026-03-${day}`, null]),
  );
  expect(earned(daily)).toEqual(earned(late));
  expect(earned(runOn(late, "2026-04-01")).map(([, , invoice]) => invoice)).toEqual(
    Array(5).fill("inv_2026-03_USD"),
  );
});

test("E16: of two overlapping runs the second says busy, and the same day's run once more writes nothing", () => {
  expect(found.overlapping).toEqual({ second: "RUN_BUSY", isSame: true });
});

test("E17: two colleagues who both installed the schedule are told so, and it does no harm", () => {
  expect(found.twoOwners).toEqual({ told: true, isSame: true });
});

test("E18: a stopped schedule is reported, and opening the sidebar catches up", () => {
  const { told, earned: made } = found.stopped;
  expect(told).toBe(true);
  expect(made).toContain("drip_a/plan#1 | 2026-02-10");
  expect(made).toContain("drip_a/plan#2 | 2026-03-10");
});

test("E19: a run too long for one execution goes on part by part, and ends as one that was not", () => {
  const sales = Array.from({ length: 2_600 }, (_, i) => sale(`S${i}`, "2026-03-02", 1 + (i % 50)));
  const many = programWith({
    triggers: [trigger("t", { percent: "10" })],
    transactions: sales,
  });
  let parts = 0;
  const counted = {
    decide: (...given: Parameters<typeof run.decide>) => {
      parts++;
      return run.decide(...given);
    },
  };
  const { program } = carryOut(many, counted, { kind: "daily" }, envOn("2026-03-10"));

  expect(parts).toBeGreaterThan(1);
  expect(recordsOf(program, "rewards")).toHaveLength(2_600);
  const again = carryOut(program, run, { kind: "by hand" }, envOn("2026-03-10")).program;
  expect(cellsOf(again, "rewards")).toEqual(cellsOf(program, "rewards"));
});

test("E20: clock runs come once a day, never within the hour, the monthly one on top", () => {
  expect(found.hours.inTenDays).toBe(10);
  expect(found.hours.leastHours).toBeGreaterThanOrEqual(1);
});

test("E21: rows that come without an edit, by an import or an API, are found by the run's sweep", () => {
  const code = readFileSync(join(__dirname, "../../dist/Code.js"), "utf8");
  expect(code).not.toMatch(/function on(Edit|Change)\b/);
  const later = typed(runOn(begun(), "2026-03-02"), {
    transactions: [sale("imported", "2026-03-03", 50)],
  });
  expect(earned(runOn(later, "2026-03-03"))).toContainEqual([
    "drip_imported/w#1",
    "2026-03-03",
    null,
  ]);
});

test("E22: a copy of the spreadsheet does nothing until a person says what it is, and a test copy has no schedule", () => {
  expect(found.copied).toEqual({
    refused: "COPY_UNDECIDED",
    isSame: true,
    fired: 0,
    owner: "",
  });
});

test("E23: a clock that was set back un-makes nothing", () => {
  const later = runOn(runOn(begun(), "2026-04-20"), "2026-04-27");
  const back = runOn(later, "2026-03-05");

  for (const table of ["rewards", "drips", "invoices", "payouts"] as const) {
    const made = recordsOf(later, table).map(({ key }) => key);
    expect(made.length).toBeGreaterThan(0);
    expect(recordsOf(back, table).map(({ key }) => key)).toEqual(made);
  }
  const after = runOn(back, "2026-04-27");
  for (const table of ["rewards", "invoices", "payouts"] as const)
    expect(cellsOf(after, table)).toEqual(cellsOf(later, table));
});

test("E24: a drip ended while runs are overdue first makes what fell due up to its end", () => {
  const overdue = runOn(begun(), "2026-03-02");
  const form = { drips: ["drip_S/w"], on: "2026-03-17", reason: "cancelled", confirmed: "yes" };
  const { program } = act(overdue, endDripByHand, form, "2026-03-25");

  expect(earned(program).map(([, day]) => day)).toEqual(["2026-03-02", "2026-03-09", "2026-03-16"]);
  expect(recordsOf(program, "drips")[0]).toMatchObject({ status: "Terminated", issued: 3 });
  expect(earned(runOn(program, "2026-04-30"))).toHaveLength(3);
});

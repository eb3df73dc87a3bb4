import { dueDate } from "../../src/engine/drips/occurrences";
import { addDays, addMonths, day } from "../../src/engine/kernel/day";
import type { Unit } from "../../src/engine/kernel/vocabulary";
import { run } from "../../src/engine/usecases/program/run";
import { createManualReward } from "../../src/engine/usecases/rewards/create-manual-reward";
import { describeTrigger } from "../../src/engine/usecases/triggers/describe-trigger";
import { saveTrigger } from "../../src/engine/usecases/triggers/save-trigger";
import { startedProgram } from "../engine/invoices/money-run";
import { judgeOn, programWith, sale, trigger } from "../engine/judging/judge-on";
import { act, refusal } from "../engine/usecases/act";
import { dripProgram, madeOf, shownOf } from "../engine/usecases/drip-program";
import { openProgram } from "../sheets/support/program";
import { carryOut, envOn, recordsOf } from "../support/program";
import { runOn } from "../support/run-on";
import { ask } from "../support/small-program";

type Span = readonly [number, Unit];
const none: Span = [0, "months"];

function dates(eventDate: string, delay: Span, cycle: Span, occurrences: number) {
  const terms = {
    eventDate: day(eventDate),
    delay: delay[0],
    delayUnit: delay[1],
    cycle: cycle[0],
    cycleUnit: cycle[1],
    occurrences,
  };
  return Array.from({ length: occurrences }, (_, i) => dueDate(terms, i + 1)).join(" ");
}

test("E1: from 31 January, each month: the last day of short months, and the 31st again", () => {
  expect(dates("2026-01-31", none, [1, "months"], 5)).toBe(
    "2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31",
  );
});

test("E2: a delay in months adds up with the cycle before it is clamped; one in days moves the anchor", () => {
  expect(dates("2026-01-31", [1, "months"], [1, "months"], 3)).toBe(
    "2026-02-28 2026-03-31 2026-04-30",
  );
  expect(dates("2026-01-31", [10, "days"], [1, "months"], 3)).toBe(
    "2026-02-10 2026-03-10 2026-04-10",
  );
});

test("E3: 30 days is not a month: none in February, two in May, and the preview shows it", () => {
  expect(dates("2026-01-31", [30, "days"], [30, "days"], 5)).toBe(
    "2026-03-02 2026-04-01 2026-05-01 2026-05-31 2026-06-30",
  );
  const draft = JSON.stringify({
    name: "Thirty",
    event: "transaction created",
    action: "start a drip",
    amount: "20",
    delay: "30",
    delayUnit: "days",
    cycle: "30",
    cycleUnit: "days",
    occurrences: "5",
  });
  const { output } = act(programWith({}), describeTrigger, { draft }, "2026-01-31");
  expect(JSON.stringify(output)).toMatch(/2026-03-02.*2026-04-01.*2026-05-01.*2026-05-31/);
});

test("E4: yearly from 29 February: the 28th in common years, the 29th in leap years", () => {
  expect(dates("2024-02-29", none, [1, "years"], 5)).toBe(
    "2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29",
  );
});

test("E5: a week is seven civil days, and the weekday stays", () => {
  const all = dates("2026-01-05", none, [1, "weeks"], 60).split(" ");
  expect(new Set(all.map((each) => new Date(`${each}T00:00:00Z`).getUTCDay()))).toEqual(
    new Set([1]),
  );
  expect(all[59]).toBe("2027-02-22");
});

test("E6: a quarter is three months and a year twelve, in one way of counting", () => {
  expect(dates("2026-01-31", none, [12, "months"], 3)).toBe(
    dates("2026-01-31", none, [1, "years"], 3),
  );
  expect(dates("2025-11-30", none, [3, "months"], 3)).toBe("2025-11-30 2026-02-28 2026-05-30");
});

describe("in the spreadsheet's time zone", () => {
  const tabs = {
    Partners: [{ Key: "ptn_1", Name: "Ann" }],
    Customers: [{ Key: "cus_1", Name: "Acme", Partner: "ptn_1", "Created on": "2026-03-02" }],
    Triggers: [
      {
        Key: "trg_1",
        Name: "Daily",
        State: "active",
        Event: "transaction created",
        Action: "start a drip",
        Amount: 10,
        Occurrences: 600,
        Cycle: 1,
        "Cycle unit": "days",
      },
    ],
    Transactions: [
      { Key: "trx_1", Customer: "cus_1", Date: "2026-10-30", Amount: 100, Currency: "USD" },
    ],
  };
  const earned = (host: Awaited<ReturnType<typeof openProgram>>) =>
    host
      .rows("Rewards")
      .filter(({ Key }) => Key !== "")
      .map(({ Key, "Earned on": on }) => `${Key}`.replace(/.*#/, `${String(on).slice(0, 10)} #`));

  test("E7, E8: an occurrence is due from the start of the civil day, once in a night with 25 hours", async () => {
    const host = await openProgram(tabs, {
      now: "2026-11-01T03:30:00Z",
      timeZone: "America/New_York",
    });
    const runAt = async (moment: string) => {
      await host.clock.advanceTo(new Date(moment));
      await ask(host, "run", { kind: "by hand" });
      return earned(host).length;
    };
    // 23:30 on 31 October, twice 01:30 on 1 November, 23:30 still on it, and 00:30 on the 2nd.
    expect(await runAt("2026-11-01T03:30:00Z")).toBe(2);
    expect(await runAt("2026-11-01T05:30:00Z")).toBe(3);
    expect(await runAt("2026-11-01T06:30:00Z")).toBe(3);
    expect(await runAt("2026-11-02T04:30:00Z")).toBe(3);
    expect(await runAt("2026-11-02T05:30:00Z")).toBe(4);
    await host.close();
  });

  test("E9: if the zone changes during a drip, existing dates stay and nothing is made twice", async () => {
    const host = await openProgram(tabs, { now: "2026-11-01T12:00:00Z", timeZone: "UTC" });
    await ask(host, "run", { kind: "by hand" });
    const before = earned(host);
    host.setTimeZone("Pacific/Auckland");
    await ask(host, "run", { kind: "by hand" });
    // In Auckland it is the 2nd already.
    expect(earned(host)).toHaveLength(before.length + 1);
    host.setTimeZone("Pacific/Honolulu");
    await ask(host, "run", { kind: "by hand" });
    const keys = host.rows("Rewards").map(({ Key }) => Key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(earned(host)).toHaveLength(before.length + 1);
    await host.close();
  });
});

test("E10: without a delay the first occurrence is due on the event's own day, in the same run", () => {
  const program = dripProgram({ eventDate: "2026-03-10" });
  expect(madeOf(runOn(program, "2026-03-10"))).toEqual(["1: 2026-03-10 20.00 pending"]);
});

const saving = {
  name: "T",
  event: "transaction created",
  action: "start a drip",
  amount: "20",
  occurrences: "6",
  cycle: "1",
};

test("E11: a single occurrence needs no cycle", () => {
  const once = { ...saving, occurrences: "1", cycle: "" };
  const { program } = act(programWith({}), saveTrigger, once, "2026-03-10");
  expect(recordsOf(program, "triggers")).toMatchObject([{ occurrences: 1, cycle: 0 }]);
});

test.each([
  ["occurrences", "0"],
  ["occurrences", "-1"],
  ["occurrences", "2.5"],
  ["occurrences", "601"],
  ["cycle", "0"],
  ["cycle", "-1"],
  ["delay", "1.5"],
])("E12: %s of %s is refused at save, with the field named", (field, value) => {
  const attempt = () =>
    act(programWith({}), saveTrigger, { ...saving, [field]: value }, "2026-03-10");
  expect(refusal(attempt)).toMatch(new RegExp(`^INPUT_INVALID.* ${field}`));
});

test("E13: a sale whose date is text that may be read in two ways is a problem and makes nothing", () => {
  const drip = trigger("t", { action: "start a drip", amount: 20, cycle: 1, occurrences: 3 });
  const given = (date: string) =>
    judgeOn(programWith({ triggers: [drip], transactions: [sale("S1", date, 100)] }), "2026-03-20");
  expect(recordsOf(given("03/04/2026").program, "drips")).toEqual([]);
  expect(given("03/04/2026").program.tables.transactions?.rows[0]?.problems).toMatchObject([
    { code: "CELL_NOT_A_DATE", at: { column: "Date" } },
  ]);
  expect(recordsOf(given("2026-03-04").program, "drips")).toMatchObject([
    { eventDate: "2026-03-04" },
  ]);
});

test("E14: there is no weekend rule: due dates on a Saturday or Sunday stay", () => {
  const program = runOn(dripProgram({ eventDate: "2026-03-14", cycleUnit: "weeks" }), "2026-03-22");
  expect(madeOf(program).map((line) => line.slice(3, 13))).toEqual(["2026-03-14", "2026-03-21"]);
  expect(shownOf(program).nextDate).toBe("2026-03-28");
});

test("no date is worked out after the year 9999, so that nothing far ahead counts as past or stops a run", () => {
  expect(addMonths(day("9999-12-31"), 1)).toBe("9999-12-31");
  expect(addDays(day("9999-12-31"), 40)).toBe("9999-12-31");
  const program = startedProgram();
  const given = { partner: "ptn_1", description: "Far ahead", amount: "5", earnedOn: "9999-12-31" };
  const { program: after } = act(program, createManualReward, given, "2026-03-02");
  const { program: later } = carryOut(after, run, { kind: "daily" }, envOn("2026-03-03"));
  expect(recordsOf(later, "rewards")).toMatchObject([{ amount: 500, earnedOn: "9999-12-31" }]);
  expect(later.tables.rewards?.rows[0]?.problems).toEqual([]);
});

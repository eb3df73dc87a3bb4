import type { Cell } from "../../src/engine/kernel/fields";
import type { Problem } from "../../src/engine/kernel/problem";
import type { Program } from "../../src/engine/program/program";
import { type Reward, type TableName, tableNames } from "../../src/engine/tables";
import { repair } from "../../src/engine/usecases/program/repair";
import { run } from "../../src/engine/usecases/program/run";
import { byKey, changed, startedProgram } from "../engine/invoices/money-run";
import {
  customer,
  paid,
  partner,
  programWith,
  retyped,
  sale,
  trigger,
  typed,
} from "../engine/judging/judge-on";
import { act } from "../engine/usecases/act";
import { openProgram } from "../sheets/support/program";
import { carryOut, envOn, type Given, programOf, recordsOf } from "../support/program";
import { runOn } from "../support/run-on";

/** The cells of every row, table by table, to be put down in another order. */
const cellsByTable = (program: Program): { [N in keyof Given]: Readonly<Record<string, Cell>>[] } =>
  Object.fromEntries(
    tableNames.map((name) => [
      name,
      (program.tables[name]?.rows ?? []).map(({ raw }) => ({ ...raw.cells, ...raw.extra })),
    ]),
  );

describe("rows typed by hand where the program makes them", () => {
  test("a reward row typed without a key is one problem, with one sentence that says what to do", () => {
    const program = programOf({ rewards: [{ partner: "ptn_1", amount: 5, currency: "USD" }] });
    const problems: readonly Problem[] = program.tables.rewards?.rows[0]?.problems ?? [];
    const atKey = problems.filter(({ at }) => at.column === "Key");
    expect(atKey.map(({ message }) => message)).toEqual([
      expect.stringMatching(/Rows of Rewards are made by the program.*use the sidebar/),
    ]);
  });

  test("a setting that appears twice, in any spelling, is a problem; the upper one counts", () => {
    const program = startedProgram({
      settings: [
        { key: "program start", value: "2026-01-01" },
        { key: "payout day", value: "20" },
        { key: " Payout Day", value: "25" },
      ],
    });
    const after = carryOut(program, run, { kind: "daily" }, envOn("2026-02-02")).program;
    expect(after.settings.payoutDay).toBe(20);
    const said = after.tables.settings?.rows.map(({ raw }) => raw.cells.problems);
    expect(said?.slice(0, 3)).toEqual(["", "", expect.stringMatching(/^Key: Another row has/)]);
  });
});

describe("settings typed by hand", () => {
  const settled = (key: string, value: string) =>
    carryOut(
      startedProgram({
        settings: [
          { key: "program start", value: "2026-01-01" },
          { key, value },
        ],
      }),
      run,
      { kind: "daily" },
      envOn("2026-02-02"),
    ).program;

  test("a last month opened that is not over is reported, since no month would be opened before it ends", () => {
    const after = settled("last month opened", "2099-01");
    expect(byKey(after, "settings", "last month opened").problems).toMatch(/2099-01 is not over/);
    expect(byKey(settled("last month opened", "2026-01"), "settings", "last month opened")).toEqual(
      expect.objectContaining({ value: "2026-01", problems: null }),
    );
  });

  test("“none” as minimum payout means none", () => {
    expect(settled("minimum payout", "None").settings.minimumPayout).toEqual({});
  });
});

const deleted = (program: Program, table: TableName, key: string): Program =>
  changed(program, (work) => work.remove(table, key));
const keysOf = (program: Program, table: TableName): readonly string[] =>
  recordsOf(program, table).map(({ key }) => key);
/** A sale of 100.00 that earned 10.00 on 2 March. */
const sold = runOn(
  programWith({
    triggers: [trigger("rate", { percent: "10" })],
    transactions: [sale("T1", "2026-03-02", 100)],
  }),
  "2026-03-02",
);
/** Three times 5.00, monthly from 2 March on; the first is made. */
const promised = runOn(
  programWith({
    triggers: [trigger("plan", { action: "start a drip", amount: 5, cycle: 1, occurrences: 3 })],
    transactions: [sale("T1", "2026-03-02", 100)],
  }),
  "2026-03-02",
);

describe("E25: a reward whose row is deleted by hand", () => {
  const without = deleted(sold, "rewards", "T1/rate");

  test("E25: it is reported at its cause and never made again by itself", () => {
    const after = runOn(runOn(without, "2026-03-03"), "2026-04-02");
    expect(keysOf(after, "rewards")).toEqual([]);
    expect(byKey(after, "transactions", "T1").problems).toMatch(/made for this row was deleted/);
    expect(keysOf(after, "invoices")).toEqual([]);
  });

  test("E25: a person restores it on hold, or says that it is void, and nothing is reported any more", () => {
    for (const how of ["restore", "void"]) {
      const asked = { check: "missing-rewards", id: "T1/rate", how };
      const after = runOn(act(without, repair, asked, "2026-03-03").program, "2026-03-03");
      expect(keysOf(after, "rewards")).toEqual(how === "restore" ? ["T1/rate"] : []);
      expect(byKey(after, "transactions", "T1").problems).toBeNull();
    }
  });
});

test("E26: rows that are sorted, or have one inserted between them, keep their own outcome", () => {
  const rows = [sale("T1", "2026-03-02", 100), sale("T2", "2026-03-02", 200)];
  const given = { triggers: [trigger("rate", { percent: "10" })] };
  const once = runOn(programWith({ ...given, transactions: rows }), "2026-03-02");
  const { transactions: judged, ...others } = cellsByTable(once);
  const shuffled = [...(judged ?? [])].reverse();
  shuffled.splice(1, 0, sale("T3", "2026-03-01", 300));
  const after = runOn(programOf({ ...others, transactions: shuffled }), "2026-03-03");
  expect(paid(after)).toEqual(["T3: 30.00 pending", "T1: 10.00 pending", "T2: 20.00 pending"]);
  expect(byKey(after, "transactions", "T1").judged).toMatchObject({ day: "2026-03-02", number: 1 });
});

describe("an amount or a status typed over", () => {
  const over = (program: Program, patch: Partial<Reward>) =>
    changed(program, (work) => work.update("rewards", "T1/rate", patch));

  test("E27: before the invoice is final it counts, with the calculated one beside it and who noticed it", () => {
    const after = runOn(over(sold, { amount: 1500 }), "2026-03-03");
    expect(byKey(after, "rewards", "T1/rate")).toMatchObject({ amount: 1500, calculated: 1000 });
    const [line] = recordsOf(after, "activity").filter(({ who }) => who === "in the sheet");
    expect([line?.what, line?.from, line?.to]).toEqual([
      "1 reward typed over",
      "T1/rate: Amount 10.00 USD",
      "T1/rate: Amount 15.00 USD",
    ]);
  });

  test("E28: after the invoice is final it is restored, and the difference is proposed as a line on hold that names the first", () => {
    const final = runOn(runOn(sold, "2026-04-01"), "2026-04-20");
    const after = runOn(over(final, { amount: 1500 }), "2026-04-21");
    expect(byKey(after, "rewards", "T1/rate").amount).toBe(1000);
    const lines = recordsOf(after, "rewards").filter(({ adjusts }) => adjusts === "T1/rate");
    expect(lines).toMatchObject([{ amount: 500, status: "held", source: "adjustment" }]);
    expect(byKey(after, "rewards", "T1/rate").problems).toMatch(/its invoice is final/i);
  });

  test("E29: only legal moves are accepted; any other is restored and noted at the cell", () => {
    const legal = runOn(over(sold, { status: "approved" }), "2026-03-03");
    expect(byKey(legal, "rewards", "T1/rate")).toMatchObject({
      status: "approved",
      decidedBy: "in the sheet",
    });
    const illegal = runOn(over(sold, { status: "paid" }), "2026-03-03");
    expect(byKey(illegal, "rewards", "T1/rate").status).toBe("pending");
    expect(byKey(illegal, "rewards", "T1/rate").problems).toMatch(
      /Only a payout makes a reward paid/,
    );
    expect(byKey(runOn(illegal, "2026-03-04"), "rewards", "T1/rate").problems).toBeNull();
  });
});

test("E30: a column that was moved or recased is found; a renamed one stops the run and changes nothing", async () => {
  const host = await openProgram();
  const header = host.workbook.sheets.find(({ name }) => name === "Transactions")?.rows[0];
  if (!header) throw new Error("Transactions has no header");
  header.cells[header.cells.indexOf("Amount")] = " amount";
  expect(await host.rpc("run", { kind: "by hand" })).toMatchObject({ ok: true });
  header.cells[header.cells.indexOf(" amount")] = "Sum";
  const before = JSON.stringify(host.workbook.sheets);
  const refused = await host.rpc("run", { kind: "by hand" });
  expect(refused).toMatchObject({ error: { code: "HEADER_MISSING" } });
  expect(JSON.stringify(refused)).toContain("“Transactions” has no column “Amount”");
  expect(JSON.stringify(host.workbook.sheets)).toBe(before);
});

test("E31: the drip of a deleted partner neither pays nor loses anything, says so, and catches up once the row is back", () => {
  const without = runOn(deleted(promised, "partners", "ann"), "2026-05-03");
  expect(keysOf(without, "rewards")).toEqual(["drip_T1/plan#1"]);
  expect(byKey(without, "drips", "drip_T1/plan")).toMatchObject({ issued: 1, status: "Created" });
  expect(byKey(without, "drips", "drip_T1/plan").problems).toBe(
    "Partner: There is no usable partner “ann”, so no rewards are made, and nothing is lost. Fix the partner's row and the drip catches up.",
  );
  const asked = { check: "orphans", id: "acme", how: "add again" };
  const back = runOn(act(without, repair, asked, "2026-05-03").program, "2026-05-03");
  expect(keysOf(back, "rewards")).toEqual(["drip_T1/plan#1", "drip_T1/plan#2", "drip_T1/plan#3"]);
  expect(byKey(back, "drips", "drip_T1/plan").problems).toBeNull();
});

test("E31: the drip of a deleted customer waits likewise, and catches up once the row is back", () => {
  const without = runOn(deleted(promised, "customers", "acme"), "2026-05-03");
  expect(keysOf(without, "rewards")).toEqual(["drip_T1/plan#1"]);
  expect(byKey(without, "drips", "drip_T1/plan")).toMatchObject({
    issued: 1,
    status: "Created",
    problems:
      "Customer: There is no usable customer “acme”, so no rewards are made, and nothing is lost. Fix the customer's row and the drip catches up.",
  });
  const back = runOn(typed(without, { customers: [customer()] }), "2026-05-03");
  expect(keysOf(back, "rewards")).toEqual(["drip_T1/plan#1", "drip_T1/plan#2", "drip_T1/plan#3"]);
});

test("E32: of two rows with one key the upper is judged; the other is marked and waits while both exist", () => {
  const program = programWith({
    triggers: [trigger("rate", { percent: "10" })],
    transactions: [sale("T1", "2026-03-02", 100), sale("T1", "2026-03-02", 900)],
  });
  const after = runOn(program, "2026-03-02");
  expect(paid(after)).toEqual(["T1: 10.00 pending"]);
  const second = after.tables.transactions?.rows.find(({ copy }) => copy === 1);
  expect(second?.raw.cells.problems).toMatch(/Another row has the key “T1” too/);
  expect(second?.raw.cells.judged).toBe("");
});

test("E33: a customer has one partner at a time: a second claim is marked, and moving the customer counts for later sales", () => {
  const program = programWith({
    partners: [partner(), partner({ key: "bea", name: "Bea" })],
    customers: [customer(), customer({ partner: "bea" })],
    triggers: [trigger("rate", { percent: "10" })],
    transactions: [sale("T1", "2026-03-02", 100)],
  });
  const claimed = runOn(program, "2026-03-02");
  expect(recordsOf(claimed, "rewards").map((reward) => reward.partner)).toEqual(["ann"]);
  const second = claimed.tables.customers?.rows.find(({ copy }) => copy === 1);
  expect(second?.raw.cells.problems).toMatch(/Another row has the key “acme” too/);

  const moved = retyped(sold, "customers", "acme", { partner: "bea" });
  const later = typed(moved, {
    partners: [partner({ key: "bea", name: "Bea" })],
    transactions: [sale("T2", "2026-03-05", 100)],
  });
  const owners = recordsOf(runOn(later, "2026-03-05"), "rewards");
  expect(owners.map((reward) => [reward.key, reward.partner])).toEqual([
    ["T1/rate", "ann"],
    ["T2/rate", "bea"],
  ]);
});

test("E34: a trigger edited while its drips run leaves their terms, and new events get the new version", () => {
  const edited = retyped(promised, "triggers", "plan", { amount: 9 });
  const after = runOn(
    typed(edited, { transactions: [sale("T2", "2026-04-02", 100)] }),
    "2026-04-02",
  );
  const made = recordsOf(after, "rewards").map(({ key, amount }) => [key, amount]);
  expect(made).toEqual([
    ["drip_T1/plan#1", 500],
    ["drip_T1/plan#2", 500],
    ["drip_T2/plan#1", 900],
  ]);
  const versions = recordsOf(after, "drips").map(({ key, triggerVersion }) => [
    key,
    triggerVersion,
  ]);
  expect(versions).toEqual([
    ["drip_T1/plan", 1],
    ["drip_T2/plan", 2],
  ]);
});

test("keys as long as a key may be are paid like all others, through drips, corrections and payouts", () => {
  const [event, name, who] = ["e".repeat(255), "t".repeat(250), "p".repeat(255)];
  const program = programWith({
    partners: [partner({ key: who })],
    customers: [customer({ partner: who })],
    triggers: [
      trigger(`${name}1`, { action: "start a drip", amount: 5, cycle: 1, occurrences: 2 }),
      trigger(`${name}2`, { percent: "10" }),
    ],
    transactions: [sale(event, "2026-03-02", 100)],
  });
  const final = runOn(program, "2026-03-02", "2026-04-01", "2026-04-08");
  const back = sale("R".repeat(255), "2026-04-10", -100, { refundOf: event });
  const after = runOn(typed(final, { transactions: [back] }), "2026-04-10");

  const sums = recordsOf(after, "rewards").map(({ amount, status }) => [amount, status]);
  expect(sums).toEqual([
    [1000, "approved"],
    [500, "approved"],
    [500, "declined"],
    [-1000, "held"],
    [-500, "held"],
  ]);
  expect(after.tables.rewards?.rows.flatMap(({ problems }) => problems)).toEqual([]);
  expect(recordsOf(after, "payouts").map(({ amount }) => amount)).toEqual([1500]);
});

import { removeSheet } from "../../host/workbook";
import { openHost } from "../support/host";
import { jsonOf, openProgram, removeColumn, sheetsOf } from "./support/program";

const everything = (host: Awaited<ReturnType<typeof openProgram>>) =>
  JSON.stringify(host.state.workbook.sheets);

test("an unknown call is refused by its code", async () => {
  const host = await openProgram({});
  for (const name of ["no-such-call", "toString", "__proto__", ""]) {
    expect(await host.rpc(name, {})).toMatchObject({ ok: false, error: { code: "CALL_UNKNOWN" } });
  }
});

test("too much input, and fields that a call does not know, are refused", async () => {
  const host = await openProgram({});
  const large = await host.rpc("run", { kind: "x".repeat(1_100_000) });
  expect(large).toMatchObject({ ok: false, error: { code: "INPUT_INVALID" } });
  const strange = await host.rpc("run", { kind: "by hand", surprise: 1 });
  expect(strange).toMatchObject({ ok: false, error: { code: "INPUT_INVALID" } });
});

test("an empty workbook gives one clear message and stays empty", async () => {
  const host = await openHost({ now: "2026-03-10" });
  const before = everything(host);
  const reply = await host.rpc("run", { kind: "by hand" });
  expect(reply).toMatchObject({ ok: false, error: { code: "TABLE_MISSING" } });
  expect(JSON.stringify(reply)).toContain("Settings");
  expect(everything(host)).toBe(before);
});

test("a missing tab stops the run, is named, and nothing is changed", async () => {
  const host = await openProgram();
  const { workbook } = host.state;
  const rewards = workbook.sheets.find(({ name }) => name === "Rewards");
  if (rewards) removeSheet(workbook, rewards);
  const before = everything(host);
  const reply = await host.rpc("run", { kind: "by hand" });
  expect(reply).toMatchObject({ ok: false, error: { code: "TABLE_MISSING" } });
  expect(JSON.stringify(reply)).toContain("Rewards");
  expect(everything(host)).toBe(before);
});

test("a missing required header stops the run, is named, and nothing is changed", async () => {
  const host = await openProgram();
  const sheet = host.state.workbook.sheets.find(({ name }) => name === "Transactions");
  const header = sheet?.rows[0];
  if (header) header.cells[header.cells.indexOf("Amount")] = "Sum";
  const before = everything(host);
  const reply = await host.rpc("run", { kind: "by hand" });
  expect(reply).toMatchObject({ ok: false, error: { code: "HEADER_MISSING" } });
  expect(JSON.stringify(reply)).toContain("“Transactions” has no column “Amount”");
  expect(everything(host)).toBe(before);
});

test("a missing optional column stops only what would be written to it, at its field", async () => {
  const host = await openProgram();
  host.append("Partners", [{ Key: "zoe", Name: "Zoë" }]);
  removeColumn(host, "Partners", "Payee name");
  const before = everything(host);
  const change = { partner: "zoe", payeeName: "Zoë Ltd", accountReference: "00123" };

  expect(await host.rpc("change-partner", change)).toMatchObject({
    ok: false,
    error: { code: "INPUT_INVALID", problems: [{ at: { table: "input", column: "payeeName" } }] },
  });
  expect(everything(host)).toBe(before);
  await host.rpc("change-partner", { ...change, payeeName: "" });
  expect(host.rows("Partners").at(-1)).toMatchObject({ "Account reference": "00123" });
});

test("a second run says busy at every service call of the first, and changes nothing", async () => {
  const host = await openProgram();
  const answers: unknown[] = [];
  const first: number[] = [];
  let begun = Promise.resolve<unknown>(undefined);
  host.onServiceCall((call, _, { id }) => {
    first[0] ??= id;
    if (id !== first[0] || call === "Lock.tryLock" || call === "Lock.releaseLock") return;
    const second = host.atSheet("rpc", "run", { kind: "by hand" });
    begun = Promise.all([begun, second.then(({ result }) => answers.push(result))]);
  });
  const alone = await openProgram();
  await alone.fire("onDaily");
  await host.fire("onDaily");
  await begun;
  host.onServiceCall(null);
  const busy = answers.filter((each) => JSON.stringify(each).includes('"RUN_BUSY"'));
  expect(busy.length).toBeGreaterThan(50);
  const others = answers.filter((each) => !busy.includes(each));
  // Outside the lock a clock run only shows who it is, opens the spreadsheet, and notes what came of it.
  expect(others.length).toBeLessThan(15);
  expect(jsonOf(sheetsOf(host))).toBe(jsonOf(sheetsOf(alone)));
});

test("a bug is logged under the reference that the reply gives", async () => {
  const host = await openProgram();
  host.state.kept<Record<string, unknown>>("properties", () => ({})).document = [
    ["tributary", "{"],
  ];
  const { result, logs } = await host.atSheet("rpc", "schedule-status", {});
  expect(result).toMatchObject({ ok: false, error: { code: "UNEXPECTED" } });
  const [, reference = "none"] = /Reference: (\w+)/.exec(JSON.stringify(result)) ?? [];
  expect(logs.map(({ text }) => text).join("\n")).toContain(reference);
});

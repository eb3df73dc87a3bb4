import { kill, openCode } from "../../support/host";

const program = `
function fill(name) {
  const sheet = SpreadsheetApp.getActive().getSheets()[0];
  sheet.getRange(1, 1, 2, 3).setValues([["name", "day", "amount"], [name, new Date(2026, 2, 1), "12"]]);
}
function fail() { throw new RangeError("out of hand"); }
var menu = { item: function () { return this === menu; } };
const arrow = () => 7;
`;

describe("the driver", () => {
  it("calls a top-level function and shows what it wrote by header", async () => {
    const host = await openCode(program, {
      timeZone: "Europe/Berlin",
      scriptTimeZone: "Europe/Berlin",
    });
    const { usage } = await host.call("fill", "Ann");
    expect(host.rows("Sheet1")).toEqual([
      { name: "Ann", day: new Date("2026-02-28T23:00:00Z"), amount: 12 },
    ]);
    expect(usage).toMatchObject({
      roundTrips: 1,
      cellsWritten: 6,
      calls: { "Range.setValues": 1 },
    });
  });

  it("rejects with the script's error, its name and its own stack", async () => {
    const host = await openCode(program);
    await expect(host.call("fail")).rejects.toMatchObject({
      name: "RangeError",
      message: "out of hand",
      scriptStack: expect.stringMatching(
        /^RangeError: out of hand\n\s+at fail \(Code\.js:6:\d+\)$/,
      ),
    });
    expect(host.executions()).toMatchObject([
      { name: "fail", status: "failed", error: "out of hand" },
    ]);
  });

  it("finds functions by dotted names and top-level constants, and no others", async () => {
    const host = await openCode(program);
    expect((await host.call("menu.item")).result).toBe(true);
    expect((await host.call("arrow")).result).toBe(7);
    await expect(host.call("missing")).rejects.toThrow("Script function not found: missing");
    await expect(host.call("fill.name")).rejects.toThrow("Script function not found: fill.name");
    await expect(host.call("fill(1)")).rejects.toThrow("Script function not found: fill(1)");
  });

  it("lets a person type, insert, delete and sort rows by header", async () => {
    const host = await openCode(program, { locale: "de_DE" });
    await host.call("fill", "Ann");
    host.append("Sheet1", [
      { name: "Bob", amount: "1.200,50" },
      { name: "Cid", amount: 3 },
    ]);
    host.type("Sheet1", { name: "Cid" }, "amount", "4");
    host.sort("Sheet1", "amount", { descending: true });
    host.insertRow("Sheet1", 0, { name: "Dan" });
    host.deleteRow("Sheet1", { name: "Ann" });
    const seen = host.rows("Sheet1").map(({ name, amount }) => [name, amount]);
    expect(seen).toEqual([
      ["Dan", ""],
      ["Bob", 1200.5],
      ["Cid", 4],
    ]);
    expect(() => host.type("Sheet1", { name: "Eve" }, "amount", 1)).toThrow();
  });

  it("lets a person act inside a hook, and the script reads what they did", async () => {
    const host = await openCode(`${program}
      function read() {
        const sheet = SpreadsheetApp.getActive().getSheets()[0];
        const before = sheet.getRange("A2").getValue();
        return [before, sheet.getRange("A2").getValue()];
      }`);
    await host.call("fill", "Ann");
    let reads = 0;
    host.onServiceCall((call) => {
      if (call !== "Range.getValue") return;
      reads += 1;
      if (reads === 2) host.insertRow("Sheet1", 0, { name: "Zoe" });
    });
    expect((await host.call("read")).result).toEqual(["Ann", "Zoe"]);
  });

  it("numbers the calls of an execution from 1 and tells the hook their names", async () => {
    const host = await openCode(program);
    const seen: string[] = [];
    host.onServiceCall((call, number, execution) => {
      seen.push(`${execution.name} ${number} ${call}`);
    });
    await host.call("fill", "Ann");
    expect(seen).toEqual([
      "fill 1 SpreadsheetApp.getActive",
      "fill 2 Spreadsheet.getSheets",
      "fill 3 Sheet.getRange",
      "fill 4 Range.setValues",
    ]);
  });

  it("sums usage over executions and keeps the last one's", async () => {
    const host = await openCode(program);
    await host.call("fill", "Ann");
    await host.call("arrow");
    const usage = host.usage();
    expect(usage).toMatchObject({ roundTrips: 1, cellsWritten: 6 });
    expect(usage.last).toMatchObject({ roundTrips: 0, calls: {} });
  });

  it("distinguishes a kill from an error", async () => {
    const host = await openCode(program);
    host.onServiceCall((call) => {
      if (call === "Range.setValues") throw kill();
    });
    await expect(host.call("fill", "Ann")).rejects.toMatchObject({ name: "Killed" });
    expect(host.executions()).toMatchObject([{ status: "killed" }]);
  });
});

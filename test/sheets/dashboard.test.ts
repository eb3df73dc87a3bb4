import { writeBlock } from "../../host/workbook";
import { addSheet, renameSheet } from "../../host/workbook/structure/sheets";
import { openHost } from "../support/host";

type Driver = Awaited<ReturnType<typeof openHost>>;

/** A program in which Ann's customer Acme bought for 120.00 on 10 February, which earned 24.00. */
const openProgram = async (): Promise<Driver> => {
  const host = await openHost({ now: "2026-03-10", timeZone: "Europe/London" });
  await host.rpc("set-up", {});
  host.type("Settings", { Key: "program start" }, "Value", "2026-02-01");
  host.append("Partners", [
    { Key: "ann", Name: "=Ann", "E-mail": "ann@example.com", "Joined on": "2026-02-01" },
  ]);
  host.append("Customers", [
    { Key: "acme", Name: "Acme", Partner: "ann", "Created on": "2026-02-03" },
  ]);
  host.append("Triggers", [
    {
      Key: "trg_1",
      Name: "Share",
      State: "active",
      Order: 1,
      Event: "transaction created",
      Action: "grant a reward",
      Percent: "20 %",
    },
  ]);
  host.append("Transactions", [{ Key: "T1", Customer: "acme", Date: "2026-02-10", Amount: 120 }]);
  await host.atSheet("runNow");
  return host;
};

function tabOf(host: Driver, tab: string) {
  const sheet = host.workbook.sheets.find(({ name }) => name === tab);
  if (!sheet) throw new Error(`There is no tab ${tab}`);
  return sheet;
}
const cells = (host: Driver, tab: string): readonly (readonly unknown[])[] =>
  tabOf(host, tab).rows.map((row) => row?.cells ?? []);
const chartTitles = (host: Driver) =>
  tabOf(host, "Dashboard").charts.map(
    ({ data }) => (data as { readonly options: { readonly title: string } }).options.title,
  );
const line = (host: Driver, tab: string, first: string) =>
  cells(host, tab).find((row) => row[0] === first);

describe("the dashboard's tab (REPORT-6)", () => {
  let host: Driver;
  beforeEach(async () => {
    host = await openProgram();
  });
  afterEach(() => host.close());

  test("it is made when asked for, with values and charts", async () => {
    const reply = await host.rpc("make-dashboard", {});

    expect(reply).toEqual({ ok: true, output: { tab: "Dashboard" } });
    expect(line(host, "Dashboard", "USD")?.slice(0, 5)).toEqual(["USD", 24, 0, 0, 0]);
    expect(line(host, "Dashboard", "2026-02")?.slice(0, 7)).toEqual([
      "2026-02",
      1,
      1,
      120,
      24,
      24,
      0,
    ]);
    expect(line(host, "Dashboard", "=Ann")?.slice(0, 9)).toEqual([
      "=Ann",
      1,
      1,
      120,
      24,
      24,
      0,
      24,
      "ann",
    ]);
    expect(chartTitles(host)).toEqual([
      "Earned and paid, USD",
      "Owed by month, USD",
      "Who earned most, USD",
    ]);
  });

  test("the next run writes new figures into it, with its charts once", async () => {
    await host.rpc("make-dashboard", {});
    host.append("Transactions", [{ Key: "T2", Customer: "acme", Date: "2026-03-09", Amount: 50 }]);
    await host.atSheet("runNow");

    expect(line(host, "Dashboard", "USD")?.[1]).toBe(34);
    expect(line(host, "Dashboard", "2026-03")?.slice(0, 6)).toEqual(["2026-03", 0, 1, 50, 10, 10]);
    expect(chartTitles(host)).toHaveLength(3);
  });

  test("what was typed into it goes with the next figures, a chart of the team's own stays", async () => {
    await host.rpc("make-dashboard", {});
    const sheet = tabOf(host, "Dashboard");
    const rect = { row: 3, column: 3, rows: 1, columns: 1 };
    const typed = { cells: ["typed among the figures"], dates: [] };
    host.act(() => writeBlock(host.workbook, sheet, rect, typed, "person"));
    const ours = {
      rects: [],
      data: { ...(sheet.charts[0]?.data as object), id: 99, options: { title: "Ours" } },
    };
    host.act(() => sheet.charts.push(ours as never));
    host.append("Partners", [{ Key: "bob", Name: "Bob", "Joined on": "2026-03-01" }]);
    host.append("Customers", [{ Key: "beta", Partner: "bob", "Created on": "2026-03-02" }]);
    host.append("Transactions", [{ Key: "T3", Customer: "beta", Date: "2026-03-09", Amount: 50 }]);
    await host.atSheet("runNow");

    expect(JSON.stringify(cells(host, "Dashboard"))).not.toContain("typed among the figures");
    expect(chartTitles(host).sort()).toEqual([
      "Earned and paid, USD",
      "Ours",
      "Owed by month, USD",
      "Who earned most, USD",
    ]);
    expect(line(host, "Dashboard", "Bob")?.slice(0, 5)).toEqual(["Bob", 1, 1, 50, 10]);
  });

  test("a tab of the same name that the team made is left alone, and so is a renamed one", async () => {
    host.act(() => addSheet(host.workbook, "Dashboard"));
    host.addColumn("Dashboard", "my own");
    const made = await host.rpc("make-dashboard", {});
    host.act(() => renameSheet(host.workbook, tabOf(host, "Dashboard (2)"), "March"));
    host.append("Transactions", [{ Key: "T2", Customer: "acme", Date: "2026-03-09", Amount: 50 }]);
    await host.atSheet("runNow");

    expect(made).toEqual({ ok: true, output: { tab: "Dashboard (2)" } });
    expect(cells(host, "Dashboard")).toEqual([["my own"]]);
    expect(line(host, "March", "USD")?.[1]).toBe(24);
  });
});

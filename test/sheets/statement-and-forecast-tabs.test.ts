import { openHost } from "../support/host";

type Driver = Awaited<ReturnType<typeof openHost>>;

/** A program with an invoice of February in review, a reward of March that waits, and a drip. */
const openProgram = async (): Promise<Driver> => {
  const host = await openHost({ now: "2026-03-10", timeZone: "Europe/London" });
  await host.rpc("set-up", {});
  host.type("Settings", { Key: "program start" }, "Value", "2026-02-01");
  host.append("Partners", [{ Key: "ann", Name: "=Ann", "E-mail": "ann@example.com" }]);
  host.append("Customers", [
    { Key: "=acme", Name: "Acme", Partner: "ann", "Created on": "2026-02-01" },
  ]);
  host.append("Triggers", [
    {
      Key: "trg_1",
      Name: "Monthly",
      State: "active",
      Order: 1,
      Event: "transaction created",
      Action: "start a drip",
      Amount: 10,
      Cycle: 1,
      "Cycle unit": "months",
      Occurrences: 4,
    },
  ]);
  host.append("Transactions", [{ Key: "T1", Customer: "=acme", Date: "2026-02-10", Amount: 120 }]);
  await host.atSheet("runNow");
  return host;
};
const cells = (host: Driver, tab: string): readonly (readonly unknown[])[] => {
  const sheet = host.workbook.sheets.find(({ name }) => name === tab);
  return (sheet?.rows ?? []).map((row) => row?.cells ?? []);
};

const HEADERS = [
  "What",
  "Customer",
  "Earned on",
  "Estimated payment",
  "Amount",
  "Currency",
  "Note",
];

describe("tabs that a person requests", () => {
  let host: Driver;
  beforeAll(async () => {
    host = await openProgram();
  });
  afterAll(() => host.close());

  test("a statement is written to a tab with its balance and what is below it, never as formulas", async () => {
    const reply = await host.rpc("write-statement", { partner: "ann", month: "2026-02" });

    const tab = "Statement 2026-02 USD =Ann";
    expect(reply).toEqual({ ok: true, output: { tab } });
    const written = cells(host, tab);
    const days = [46063, 46103];
    expect(written.slice(0, 8)).toEqual([
      ["Partner program: statement of =Ann (ann) for 2026-02, USD", "", "", "", "", "", ""],
      ["As of 2026-03-10. Not final: the balance may still change.", "", "", "", "", "", ""],
      ["", "", "", "", "", "", ""],
      ["Balance", "", "", "", "", "", ""],
      HEADERS,
      ["Opening balance", "", "", "", 0, "USD", ""],
      ["Closing balance", "", "", "", 0, "USD", ""],
      ["", "", "", "", "", "", ""],
    ]);
    expect(written).toContainEqual(["Sale: Acme (1 of 4)", "=acme", ...days, 10, "USD", ""]);
    expect(host.rows("Activity").at(-1)).toMatchObject({ What: "Wrote a statement", To: tab });
  });

  test("a forecast is written to a tab with a table and a stacked chart beside it", async () => {
    const reply = await host.rpc("write-forecast", {});

    const tab = "Forecast 2026-03-10";
    expect(reply).toEqual({ ok: true, output: { tab } });
    const written = cells(host, tab);
    const from = written.findIndex(([first]) => first === "Month");
    expect(written.slice(from)).toEqual([
      ["Month", "Approved", "Pending", "Drips to come", "Total"],
      ["2026-03", 0, 10, 0, 10],
      ["2026-04", 0, 10, 0, 10],
      ["2026-05", 0, 0, 10, 10],
      ["2026-06", 0, 0, 10, 10],
    ]);
    const sheet = host.workbook.sheets.find(({ name }) => name === tab);
    expect(sheet?.charts).toMatchObject([
      { data: { type: "COLUMN", options: { isStacked: true, title: "What will be owed, USD" } } },
    ]);
  });
});

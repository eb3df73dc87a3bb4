import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

const rows = {
  Partners: [{ Key: "ann", Name: "Ann Lee" }],
  Customers: [{ Key: "acme", Name: "Acme", Partner: "ann", "Created on": "2026-03-01" }],
  Triggers: [
    {
      Key: "trg_1",
      Name: "Monthly",
      State: "active",
      Order: 1,
      Event: "transaction created",
      Action: "start a drip",
      Amount: 20,
      Cycle: 1,
      "Cycle unit": "months",
      Occurrences: 6,
    },
    {
      Key: "trg_2",
      Name: "Share",
      State: "active",
      Order: 2,
      Event: "transaction created",
      Action: "grant a reward",
      Percent: "10",
    },
  ],
  Transactions: [
    { Key: "t1", Customer: "acme", Date: "2026-03-02", Amount: 300, Currency: "USD" },
    { Key: "t2", Customer: "acme", Date: "2026-03-02", Amount: 9000, Currency: "JPY" },
  ],
};

describe("the forecast", () => {
  let open: OpenSidebar;
  const rowNamed = (name: string | RegExp) => open.frame.getByRole("row", { name });
  afterEach(() => open.close());

  it("shows bars and a table of what will be owed, one currency at a time, and writes a tab with a chart", async () => {
    open = await openSidebar({ rows, run: true });
    await open.go("Forecast");
    await open.frame.getByRole("radio", { name: "USD" }).check();

    await rowNamed("April 2026 Pending $70.00 $70.00").waitFor();
    await rowNamed("May 2026 Drips to come $40.00 $40.00").waitFor();
    await rowNamed("Total $270.00").waitFor();
    expect(await open.frame.locator("svg[role=img] rect").count()).toBe(6);
    expect(await open.axe()).toEqual([]);
    await open.screenshot("forecast");

    await open.frame.getByRole("radio", { name: "JPY" }).check();
    await rowNamed("Total ¥900").waitFor();

    await open.frame.getByRole("button", { name: "Write to a tab" }).click();
    await open.frame.getByText("The tab “Forecast 2026-03-02” has the forecast").waitFor();
    expect(open.host.sheetNames()).toContain("Forecast 2026-03-02");
    expect(open.host.rows("Activity").at(-1)).toMatchObject({ What: "Wrote a forecast" });
    expect(open.complaints).toEqual([]);
  });

  it("says so where nothing will be owed", async () => {
    open = await openSidebar({});
    await open.go("Forecast");

    await open.frame.getByText("Nothing is owed").waitFor();
    expect(await open.frame.getByRole("button", { name: "Write to a tab" }).count()).toBe(0);
    expect(await open.axe()).toEqual([]);
  });

  it("says what the server refused, and tries again", async () => {
    open = await openSidebar({ rows, run: true, look: "dark" });
    open.server.fail();
    await open.go("Forecast");
    await open.frame.getByRole("alert").waitFor();
    expect(await open.axe()).toEqual([]);

    open.server.mend();
    await open.frame.getByRole("button", { name: "Try again" }).click();
    await rowNamed(/^Total/).waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("forecast-dark");
  });
});

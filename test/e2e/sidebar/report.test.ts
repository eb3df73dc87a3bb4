import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

const rows = {
  Partners: [
    { Key: "ann", Name: "Ann Lee" },
    { Key: "bob", Name: "Bob Ray" },
  ],
  Customers: [
    { Key: "acme", Name: "Acme", Partner: "ann", "Created on": "2026-02-01" },
    { Key: "beta", Name: "Beta", Partner: "bob", "Created on": "2026-03-01" },
  ],
  Triggers: [
    {
      Key: "trg_1",
      Name: "Share",
      State: "active",
      Order: 1,
      Event: "transaction created",
      Action: "grant a reward",
      Percent: "10",
    },
  ],
  Transactions: [
    { Key: "t1", Customer: "acme", Date: "2026-02-02", Amount: 300, Currency: "USD" },
    { Key: "t2", Customer: "beta", Date: "2026-03-02", Amount: 500, Currency: "USD" },
    { Key: "t3", Customer: "acme", Date: "2026-03-02", Amount: 9000, Currency: "JPY" },
  ],
};

describe("the program report (REPORT-1)", () => {
  let open: OpenSidebar;
  const rowNamed = (name: string | RegExp) => open.frame.getByRole("row", { name });
  afterEach(() => open.close());

  it("tells a period's figures and who earned most, writes the dashboard, and makes the file for taxes", async () => {
    open = await openSidebar({
      rows,
      before: async (host) => {
        host.type("Settings", { Key: "program start" }, "Value", "2026-02-01");
        await host.atSheet("runNow");
      },
    });
    await open.go("Program report");
    await open.frame.getByRole("radio", { name: "USD" }).check();

    await rowNamed("Sales 1").waitFor();
    await rowNamed("Earned $50.00").waitFor();
    await rowNamed("Owed $80.00").waitFor();
    await open.frame.getByLabel("Period").selectOption("last month");
    await rowNamed("Earned $30.00").waitFor();
    await open.frame.getByRole("button", { name: /1\. Ann Lee \$30\.00 1 sale/ }).waitFor();
    await open.frame.getByLabel("Period").selectOption("other days");
    await open.frame.getByLabel("From").fill("2026-03-02");
    await open.frame.getByLabel("Until").fill("2026-03-01");
    await open.frame.getByText("This is before the first day.").waitFor();
    await open.frame.getByLabel("Until").fill("2026-03-02");
    await rowNamed("Revenue $500.00").waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("report");

    await open.frame.getByRole("button", { name: "Write dashboard" }).click();
    await open.frame.getByText("The tab “Dashboard” has all figures.").waitFor();
    expect(open.host.sheetNames()).toContain("Dashboard");
    await open.frame.getByRole("button", { name: "Paid by year" }).click();
    await open.frame.getByRole("link", { name: "paid-by-partner.csv" }).waitFor();
    await open.frame.getByRole("button", { name: /Bob Ray/ }).click();
    await open.frame.getByRole("heading", { name: "Bob Ray" }).waitFor();
    expect(open.complaints).toEqual([]);
  });
});

import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

describe("sales that earned nothing", () => {
  let open: OpenSidebar;
  beforeEach(async () => {
    const sale = { Date: "2026-03-02", Amount: 100, Currency: "USD" };
    open = await openSidebar({
      rows: {
        Partners: [{ Key: "ada", Name: "Ada Berg" }],
        Customers: [
          { Key: "c1", Name: "Maple", "Created on": "2026-03-02" },
          { Key: "c2", Name: "Birch", "Created on": "2026-03-02" },
        ],
        Transactions: [
          { Key: "s1", Customer: "c1", ...sale },
          { Key: "s2", Customer: "c2", ...sale },
          { Key: "s3", Customer: "c1", ...sale, Date: "2026-02-01" },
        ],
        Triggers: [
          {
            Key: "rate",
            Name: "Rate",
            State: "active",
            Order: 1,
            Event: "transaction created",
            Action: "grant a reward",
            Percent: "20",
          },
        ],
      },
      run: true,
    });
  });
  afterEach(async () => {
    expect(open.complaints).toEqual([]);
    await open.close();
  });

  it("are told on Home, and earn once their customers have a partner (IMPORT-7)", async () => {
    const { frame } = open;
    await frame.getByText("2 without a partner, 1 dated before the program's start.").waitFor();
    await frame.getByRole("button", { name: "3 sales earned nothing" }).click();
    await frame.getByRole("heading", { name: "2 customers without a partner" }).waitFor();
    await open.screenshot("nothing-earned");
    expect(await open.axe()).toEqual([]);

    await frame.getByLabel("Maple").check();
    await frame.getByLabel("Partner", { exact: true }).fill("ada");
    await frame.getByRole("option", { name: /Ada Berg/ }).click();
    await frame.getByRole("button", { name: "Assign 1 customer" }).click();
    await frame.getByRole("heading", { name: "1 customer with a partner now" }).waitFor();
    await frame.getByRole("button", { name: "See what 1 sale would earn" }).first().click();
    await frame.getByText("Rewards: 1 added.").waitFor();
    expect(open.host.rows("Rewards")).toEqual([]);
    await frame.getByRole("button", { name: "Process 1 sale again" }).click();
    await frame.getByRole("heading", { name: "1 customer without a partner" }).waitFor();

    expect(open.host.rows("Customers")[0]).toMatchObject({ Key: "c1", Partner: "ada" });
    expect(open.host.rows("Rewards")).toMatchObject([{ Partner: "ada", Amount: 20 }]);
  });
});

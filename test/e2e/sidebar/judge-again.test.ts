import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

const rows = {
  Partners: [{ Key: "ann", Name: "Ann Lee" }],
  Customers: [{ Key: "acme", Name: "Acme", Partner: "ann", "Created on": "2026-03-01" }],
  Transactions: [
    { Key: "T1", Customer: "acme", Date: "2026-03-02", Amount: 100 },
    { Key: "T2", Customer: "acme", Date: "2026-03-02", Amount: 80 },
  ],
  Triggers: [
    {
      Key: "rate",
      Name: "Rate",
      State: "active",
      Event: "transaction created",
      Action: "grant a reward",
      Percent: "10",
    },
  ],
};

describe("judging again", () => {
  let open: OpenSidebar;
  const button = (name: string | RegExp) => open.frame.getByRole("button", { name, exact: true });
  const says = (text: string | RegExp) =>
    open.frame.getByRole("status").filter({ hasText: text }).first().waitFor();
  const rewards = () =>
    open.host
      .rows("Rewards")
      .filter(({ Key }) => Key !== "")
      .map(({ Key, Amount }) => `${Key} ${Amount}`);
  beforeEach(async () => {
    open = await openSidebar({
      rows,
      run: true,
      before: async (host) => host.type("Transactions", { Key: "T1" }, "Amount", 250),
    });
    await open.go("Why and process again");
  });
  afterEach(() => open.close());

  it("offers the rows that changed, says the difference first, and does it when told to", async () => {
    await open.frame.getByText("Amount: 100 → 250").waitFor();
    expect(await open.axe()).toEqual([]);
    await button("Process T1 again").click();
    await open.frame.getByText("$10.00 → $25.00").waitFor();
    expect(rewards()).toEqual(["T1/rate 10", "T2/rate 8"]);
    expect(await open.axe()).toEqual([]);
    await open.frame.getByText("Why T1 earned what it did").click();
    await open.frame.getByText(/Rate: applies/).waitFor();
    expect(await open.axe()).toEqual([]);

    await open.frame.getByLabel("Reason").fill("The sale was larger");
    await button("Process 1 row again").click();

    await says("1 row processed again.");
    await open.frame.getByText("No changed rows").waitFor();
    expect(rewards()).toEqual(["T1/rate 25", "T2/rate 8"]);
    expect(open.complaints).toEqual([]);
  });

  it("takes a changed row as it is, or any row that is found", async () => {
    await button("Accept T1 as it is").click();
    await says("T1 is accepted as it is. What was made from it is kept.");
    expect(rewards()).toEqual(["T1/rate 10", "T2/rate 8"]);

    await open.frame.getByRole("combobox", { name: "Row", exact: true }).click();
    await open.frame.getByRole("option", { name: /T2/ }).click();

    await open.frame.getByText("1 kept").waitFor();
  });
});

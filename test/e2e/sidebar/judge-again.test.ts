import { closeBrowser, type OpenSidebar, openSidebar, type Step } from "./open-sidebar";

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

const raised: Step = async (host) => host.type("Transactions", { Key: "T1" }, "Amount", 250);

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
      before: raised,
    });
    await open.go("Process rows again");
  });
  afterEach(() => open.close());

  it("lists the rows that changed, shows the difference first, and applies it on confirmation", async () => {
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

  it("accepts a changed row as it is, or judges any row again", async () => {
    await button("Accept T1 as it is").click();
    await says(
      "T1 is accepted as it is. What was made from it is kept; a refund counts so from the next run.",
    );
    expect(rewards()).toEqual(["T1/rate 10", "T2/rate 8"]);

    await open.frame.getByRole("combobox", { name: "Row", exact: true }).click();
    await open.frame.getByRole("option", { name: /T2/ }).click();

    await open.frame.getByText("1 kept").waitFor();
  });
});

describe("a sale whose own column shows an error value", () => {
  let open: OpenSidebar;
  const says = (text: string) =>
    open.frame.getByRole("status").filter({ hasText: text }).first().waitFor();
  const press = () => open.frame.getByRole("button", { name: "Process as blank" }).click();
  const isEu = { fact: "transaction.Region", operator: "equal", value: "EU" };
  const [rate] = rows.Triggers;
  const errorInRegion: Step = async (host) => {
    host.addColumn("Transactions", "Region");
    host.append("Transactions", [
      { Key: "T1", Customer: "acme", Date: "2026-03-02", Amount: 100, Region: "#N/A" },
    ]);
    host.append("Triggers", [
      { ...rate, Key: "eu", Set: "s", Order: 1, Percent: "20", Rules: rulesText(isEu) },
      { ...rate, Key: "else", Set: "s", Order: 2 },
    ]);
    await host.rpc("run", { kind: "by hand" });
  };
  beforeEach(async () => {
    open = await openSidebar({
      rows: { Partners: rows.Partners, Customers: rows.Customers },
      before: errorInRegion,
    });
    await open.go("Process rows again");
    await open.frame.getByRole("combobox", { name: "Row", exact: true }).click();
    await open.frame.getByRole("option", { name: /T1/ }).click();
    await open.frame.getByText("Why T1 earned what it did").click();
    await open.frame.getByText("waits: Region of transaction “T1” is #N/A").waitFor();
  });
  afterEach(async () => {
    expect(open.complaints).toEqual([]);
    await open.close();
  });
  const rulesText = (rule: object) => JSON.stringify({ all: [rule] });
  const earned = () => open.host.rows("Rewards").map(({ Key, Amount }) => [Key, Amount]);

  it("is processed with the cell as blank, by its button (CELL-2a)", async () => {
    expect(earned()).toEqual([]);
    expect(await open.axe()).toEqual([]);
    await open.screenshot("process-as-blank");
    await press();

    await says("1 row processed, 1 reward made.");
    await open.frame.getByText(/^Processed on Mar 2, 2026/).waitFor();
    expect(await open.frame.getByRole("button", { name: "Process as blank" }).count()).toBe(0);
    expect(earned()).toEqual([["T1/else", 10]]);
  });

  it("says that nothing was done while the program is paused, or the call is refused", async () => {
    open.server.aim("judge-as-blank");
    open.server.fail();
    await press();
    await open.frame
      .locator(".why")
      .getByText(/Google returned an error/)
      .waitFor();
    open.server.mend();
    open.host.type("Settings", { Key: "paused" }, "Value", "yes");
    await press();

    await says("The program is paused, so nothing was done.");
    await open.frame.getByRole("button", { name: "Process as blank" }).waitFor();
    expect(earned()).toEqual([]);
  });
});

import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

const rows = {
  Partners: [
    { Key: "ann", Name: "Ann Lee", "E-mail": "ann@lee.example", Group: "Gold" },
    { Key: "bob", Name: "Bob", "E-mail": "bob@x.example" },
  ],
  Customers: [
    { Key: "acme", Name: "Acme", Partner: "ann", "Created on": "2026-02-01" },
    { Key: "zen", Name: "Zenith", Partner: "bob", "Created on": "2026-02-01" },
  ],
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
  ],
  Transactions: [
    { Key: "t1", Customer: "acme", Date: "2026-02-10", Amount: 300, Currency: "USD" },
    { Key: "t2", Customer: "zen", Date: "2026-02-11", Amount: 300, Currency: "USD" },
  ],
};

describe("one partner", () => {
  let open: OpenSidebar;
  const button = (name: string | RegExp) =>
    open.frame.getByRole("button", { name, exact: typeof name === "string" });
  const says = (text: string | RegExp) =>
    open.frame.getByRole("status").filter({ hasText: text }).first().waitFor();
  const tab = (name: string) => open.frame.getByRole("radio", { name }).check();
  /** In February, whose invoice is final, and a reward of March that waits. */
  const openAnn = async (mailing: "yes" | "no" = "yes") => {
    open = await openSidebar({
      rows,
      now: "2026-03-11",
      before: async (host) => {
        host.type("Settings", { Key: "program start" }, "Value", "2026-02-01");
        host.type("Settings", { Key: "mail partners" }, "Value", mailing);
        await host.rpc("run", { kind: "by hand" });
        await host.rpc("finalize-invoice", { invoice: "inv_2026-02_USD" });
      },
    });
    await open.go("Partners");
    await open.frame.locator(".partner-row", { hasText: "Ann Lee" }).click();
    await open.frame.getByText("Owed in USD").waitFor();
  };
  afterEach(() => open.close());

  it("shows what is owed, and in each of its lists only what is this partner's", async () => {
    await openAnn();
    await open.frame.getByText("$40.00", { exact: true }).waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("partner");

    await open.frame.getByText("Estimated payment Mar 23, 2026").first().waitFor();
    expect(await open.frame.locator(".reward").count()).toBe(2);
    await tab("Drips");
    await open.frame.getByText("2 of 6").waitFor();
    expect(await open.frame.getByText("Bob").count()).toBe(0);
    expect(await open.axe()).toEqual([]);
    await tab("Payouts");
    await open.frame.getByText("Estimated payment Mar 23, 2026").waitFor();
    expect(await open.axe()).toEqual([]);
    await tab("Customers");
    await button("Sales of Acme").click();
    await open.frame.getByText("$300.00, Feb 10, 2026").waitFor();
    expect(await open.frame.getByText("Zenith").count()).toBe(0);
    expect(await open.axe()).toEqual([]);
    await open.screenshot("partner-customers");
    expect(open.complaints).toEqual([]);
  });

  it("is archived after the person has read what ends, and brought back with nothing revived", async () => {
    await openAnn();
    await button("Archive").click();
    await open.frame.getByText("1 drip ends; 4 rewards, $80.00 in all, are never made.").waitFor();
    await open.frame.getByText("Apr 10, 2026 to Jul 10, 2026").waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("archive");

    await open.frame.getByLabel("Archived on").fill("2026-04-01");
    await open.frame.getByText("The day can't be after today.").waitFor();
    await open.frame.getByLabel("Archived on").fill("");
    await open.frame.locator("dialog").getByRole("button", { name: "Archive" }).click();
    await says("Ann Lee is archived. 1 drip ends; 4 rewards");
    expect(open.host.rows("Partners")[0]).toMatchObject({ Status: "archived" });
    expect(open.host.rows("Drips")[0]).toMatchObject({
      Status: "Terminated",
      "End reason": "partner archived",
    });

    await button("Bring back").click();
    await open.frame.getByText("Nothing revives: the 1 drip that ended").waitFor();
    expect(await open.axe()).toEqual([]);
    await open.frame.locator("dialog").getByRole("button", { name: "Bring back" }).click();
    await says("Ann Lee is active again.");
    expect(open.host.rows("Partners")[0]).toMatchObject({ Status: "active" });
    expect(open.host.rows("Drips")[0]).toMatchObject({ Status: "Terminated" });
  });

  it("archives a customer and a sale from its list of customers", async () => {
    await openAnn();
    await tab("Customers");
    await button("Sales of Acme").click();
    await button(/^Archive the sale of/).click();
    await open.frame.locator("dialog").getByRole("button", { name: "Archive" }).click();
    await says("is archived. 1 drip ends; 4 rewards");
    expect(open.host.rows("Transactions")[0]).toMatchObject({ Status: "archived" });

    await button("Archive Acme").click();
    await open.frame.getByText("No running drip ends.").waitFor();
    await open.frame.locator("dialog").getByRole("button", { name: "Archive" }).click();
    await says("Acme is archived.");
    await button("Bring back Acme").waitFor();
    expect(open.host.rows("Customers")[0]).toMatchObject({ Status: "archived" });
  });

  it("shows a statement, writes it into a tab, previews its mail and sends it once", async () => {
    await openAnn();
    await tab("Statement");
    await open.frame.getByText("The balance is final.").waitFor();
    await open.frame.getByRole("row", { name: "Closing balance $0.00" }).waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("statement");

    await button("Write to a tab").click();
    await says("The tab “Statement 2026-02 USD Ann Lee” has the statement.");
    expect(open.host.sheetNames()).toContain("Statement 2026-02 USD Ann Lee");

    await button("Mail…").click();
    await open.frame.getByText("this is your statement for 2026-02.").waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("statement-mail");
    await button("Send").click();
    await says("The statement went to ann@lee.example.");
    expect(open.host.outbox()).toHaveLength(1);

    await button("Mail…").click();
    await open.frame.getByText("It was sent already.").waitFor();
    await button("Close").last().click();
    await open.frame.getByLabel("Month").selectOption("2026-03");
    await open.frame.getByText("Not final: the balance may still change.").waitFor();
    await button("Mail…").click();
    await open.frame.getByText("It can be sent once its month is final").waitFor();
    expect(await button("Send").count()).toBe(0);
  });

  it("says what to do where mailing is turned off, and where the partner is gone", async () => {
    await openAnn("no");
    await tab("Statement");
    await button("Mail…").click();
    await button("Send").click();
    await open.frame.getByText("Mailing partners is turned off.").waitFor();
    expect(open.host.outbox()).toHaveLength(0);
    await button("Close").last().click();

    open.host.type("Partners", { Key: "ann" }, "Key", "gone");
    await button("Refresh").click();
    await open.frame.getByText("There is no such partner.").first().waitFor();
    expect(await open.axe()).toEqual([]);
  });
});

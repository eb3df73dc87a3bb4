import { closeBrowser, type OpenSidebar, openSidebar, type Step } from "./open-sidebar";

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

const mails = {
  yes: async (host) => host.type("Settings", { Key: "mail partners" }, "Value", "yes"),
  no: async (host) => host.type("Settings", { Key: "mail partners" }, "Value", "no"),
} satisfies Record<string, Step>;
const finalizeFebruary: Step = async (host) => {
  host.type("Settings", { Key: "program start" }, "Value", "2026-02-01");
  await host.rpc("run", { kind: "by hand" });
  await host.rpc("finalize-invoice", { invoice: "inv_2026-02_USD" });
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
      before: [mails[mailing], finalizeFebruary],
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

    await open.frame.getByText("Estimated payment Mar 16, 2026").first().waitFor();
    expect(await open.frame.locator(".reward").count()).toBe(2);
    await tab("Drips");
    await open.frame.getByText("2 of 6").waitFor();
    expect(await open.frame.getByText("Bob").count()).toBe(0);
    expect(await open.axe()).toEqual([]);
    await tab("Payouts");
    await open.frame.getByText("Estimated payment Mar 16, 2026").waitFor();
    expect(await open.axe()).toEqual([]);
    await tab("Customers");
    await button("Sales of Acme").click();
    await open.frame.getByText("$300.00, Feb 10, 2026").waitFor();
    expect(await open.frame.getByText("Zenith").count()).toBe(0);
    expect(await open.axe()).toEqual([]);
    await open.screenshot("partner-customers");
    expect(open.complaints).toEqual([]);
  });

  it("is given its payout details from the payment file that left it out, which then takes its payout", async () => {
    await openAnn();
    const field = (label: string) => open.frame.getByLabel(label, { exact: true });
    const ann = () => open.host.rows("Partners")[0];
    const file = async () => {
      await open.at("invoice", "inv_2026-02_USD");
      await button("Payment file").click();
    };
    await file();
    await open.frame.getByText("2 payouts left out").click();
    expect(await open.axe()).toEqual([]);
    await button("Ann Lee").click();
    await open.frame.getByText("No payout method yet").waitFor();
    await button("Edit").click();
    expect(await field("Group (optional)").inputValue()).toBe("Gold");
    await field("Payout method").selectOption("PayPal");
    await field("Payment e-mail").fill("ann.lee");
    await field("Name").fill("");
    await button("Save").click();
    await open.frame.getByText("Name is needed.").waitFor();
    await field("Name").fill("Ann Lee-Roy");
    await button("Save").click();
    await open.frame.getByText("“ann.lee” is not an e-mail address.").waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("partner-edit");
    await field("Payment e-mail").fill("ann@pay.example");
    await field("Group (optional)").fill("Silver");
    await button("Save").click();

    await says("Ann Lee-Roy is updated. The next run processes the change of group.");
    await open.frame.getByText("Paid by PayPal to ann@pay.example").waitFor();
    expect(ann()).toMatchObject({
      Name: "Ann Lee-Roy",
      Group: "Silver",
      "Payout method": "PayPal",
      "Payment e-mail": "ann@pay.example",
    });
    expect(open.host.rows("Activity").at(-1)).toMatchObject({
      What: "Changed a partner: Ann Lee",
      Record: "ann",
      From: "Name: Ann Lee\nGroup: Gold\nPayout method: blank\nPayment e-mail: blank",
      To: "Name: Ann Lee-Roy\nGroup: Silver\nPayout method: PayPal\nPayment e-mail: ann@pay.example",
    });
    await file();
    await open.frame.getByText("1 payout, $20.00").waitFor();
    await open.frame.getByText("1 payout left out").waitFor();

    await button("Make file").click();
    await open.frame.getByRole("link", { name: "payouts-2026-02-USD.csv" }).waitFor();
    expect(await field("The file's text").inputValue()).toContain(
      "ann,Ann Lee-Roy,PayPal,ann@pay.example,,20.00,USD",
    );
    expect(open.complaints).toEqual([]);
  });

  it("is changed back by the one button offered, and nothing is written when nothing changes", async () => {
    await openAnn();
    const before = open.host.rows("Partners");
    const field = (label: string) => open.frame.getByLabel(label, { exact: true });
    await button("Edit").click();
    await field("E-mail (optional)").fill("");
    await field("Payout method").selectOption("bank transfer");
    await button("Save").click();
    await says("Ann Lee is updated.");
    await open.frame.getByText("Paid by bank transfer, but no account reference yet").waitFor();
    expect(open.host.rows("Partners")[0]).toMatchObject({ "E-mail": "" });
    await open.screenshot("partner-changed");
    await button("Undo").click();
    await says("Ann Lee is back to what it was.");
    await open.frame.getByText("No payout method yet").waitFor();
    const rows = open.host.rows("Partners");
    expect(rows).toEqual(before);

    const lines = open.host.rows("Activity").length;
    await button("Edit").click();
    await field("E-mail (optional)").fill("ann@lee.example ");
    await button("Save").click();
    await says("Nothing changed: Ann Lee already has these values.");
    expect(open.host.rows("Activity")).toHaveLength(lines);
  });

  it("is archived after showing what ends, and unarchived with nothing revived", async () => {
    await openAnn();
    await button("Archive").click();
    await open.frame
      .getByText("1 drip ends: 4 rewards, $80.00 in total, will not be made.")
      .waitFor();
    await open.frame.getByText("Apr 10, 2026 to Jul 10, 2026").waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("archive");

    await open.frame.getByLabel("Archived on").fill("2026-04-01");
    await open.frame.getByText("The day can't be after today.").waitFor();
    await open.frame.getByLabel("Archived on").fill("");
    await open.frame.locator("dialog").getByRole("button", { name: "Archive" }).click();
    await says("Ann Lee is archived. 1 drip ends: 4 rewards");
    expect(open.host.rows("Partners")[0]).toMatchObject({ Status: "archived" });
    expect(open.host.rows("Drips")[0]).toMatchObject({
      Status: "Terminated",
      "End reason": "partner archived",
    });

    await button("Undo").click();
    await says("Ann Lee is active again, as before.");
    expect(open.host.rows("Partners")[0]).toMatchObject({ Status: "active" });
    expect(open.host.rows("Drips")[0]).toMatchObject({ Status: "Created", "End reason": "" });

    await button("Archive").click();
    await open.frame.locator("dialog").getByRole("button", { name: "Archive" }).click();
    await says("Ann Lee is archived. 1 drip ends: 4 rewards");
    await button("Bring back").click();
    await open.frame.getByText("Drips that ended stay ended (1 drip)").waitFor();
    await open.frame.getByLabel("Continue 1 drip on its old dates:").waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("bring-back");
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
    await says("is archived. 1 drip ends: 4 rewards");
    expect(open.host.rows("Transactions")[0]).toMatchObject({ Status: "archived" });

    await button("Archive Acme").click();
    await open.frame.getByText("No running drips end.").waitFor();
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
    const mail = open.frame.frameLocator("iframe.mail");
    await mail.getByText("This is your statement for 2026-02.").waitFor();
    await mail.getByRole("row", { name: "Closing balance 0.00 USD" }).waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("statement-mail");
    await open.frame.getByText("The same as plain text").click();
    await open.frame.getByText("- Closing balance: 0.00 USD").waitFor();
    await open.frame.getByLabel("Attach it as a PDF").check();
    await button("Send").click();
    await says("The statement was sent to ann@lee.example.");
    const [sent] = open.host.outbox();
    expect(open.host.outbox()).toHaveLength(1);
    expect(sent?.attachments).toMatchObject([
      { name: "statement-2026-02.pdf", contentType: "application/pdf" },
    ]);

    await button("Check a statement").click();
    await open.frame.getByLabel("Statement code, or the whole mail").fill(sent?.body ?? "");
    await button("Check").click();
    await open.frame.getByText("As issued.").waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("check-statement");
    await open.frame
      .getByLabel("Statement code, or the whole mail")
      .fill((sent?.body ?? "").replace("20.00 USD", "90.00 USD"));
    await button("Check").click();
    await open.frame.getByText("Only in the text: 90.00 USD").waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("check-statement-altered");
    await button("Cancel").click();

    await button("Mail…").click();
    await open.frame.getByText("It was already sent.").waitFor();
    await button("Close").last().click();
    await open.frame.getByLabel("Month").selectOption("2026-03");
    await open.frame.getByText("Not final: the balance may still change.").waitFor();
    await button("Mail…").click();
    await open.frame.getByText("It can be sent once its month is final").waitFor();
    expect(await button("Send").count()).toBe(0);
  });

  it("turns mailing on without leaving the mail, and says so where the partner is gone", async () => {
    await openAnn("no");
    await tab("Statement");
    await button("Mail…").click();
    await open.frame.getByText("Mailing partners is turned off in Settings.").waitFor();
    expect(await button("Send").count()).toBe(0);
    await button("Turn on mailing").click();
    await button("Send").waitFor();
    expect(open.host.outbox()).toHaveLength(0);
    expect(open.host.rows("Settings")).toContainEqual(
      expect.objectContaining({ Key: "mail partners", Value: "yes" }),
    );
    await button("Close").last().click();

    open.host.deleteRow("Partners", { Key: "ann" });
    await button("Refresh").click();
    await open.frame
      .getByText("This partner does not exist. Search by name, e-mail or key.")
      .first()
      .waitFor();
    expect(await open.axe()).toEqual([]);
  });
});

import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

const rows = {
  Partners: [
    { Key: "ptn_a", Name: "Ada Berg" },
    { Key: "00123", Name: "Bela Castro" },
  ],
};

describe("the record in whose row a person is", () => {
  let open: OpenSidebar;
  beforeEach(async () => {
    open = await openSidebar({ rows });
  });
  afterEach(() => open.close());
  const bar = () => open.frame.getByRole("region", { name: "Selected record" });
  /** The person comes from the cells into the sidebar, by keyboard or pointer. */
  const comeBack = () => open.frame.evaluate("dispatchEvent(new Event('focus'))");
  const lookAgain = () => open.frame.getByLabel("Check the selected cell again").click();

  it("is offered by its key when the person comes from the cells into the sidebar", async () => {
    open.select("Partners", 3);
    await comeBack();
    await bar().getByText("Partner 00123").waitFor();
    expect(await open.axe()).toEqual([]);

    open.select("Partners", 2);
    await lookAgain();
    await bar().getByText("Partner ptn_a").waitFor();
    open.select("Settings", 2);
    await lookAgain();
    await bar().waitFor({ state: "detached" });
  });

  it("shows what a transaction earned and why, with the ways to record its refund and to archive it", async () => {
    open.host.append("Customers", [
      { Key: "cus_1", Name: "Acme", Partner: "ptn_a", "Created on": "2026-01-10" },
    ]);
    open.host.append("Transactions", [
      { Key: "trx_1", Customer: "cus_1", Date: "2026-03-02", Amount: 10 },
    ]);
    open.select("Transactions", 2);
    await comeBack();
    await open.frame.getByRole("button", { name: "Open transaction trx_1" }).click();
    const panel = open.frame.getByRole("dialog", { name: "Transaction trx_1" });

    await panel.getByRole("button", { name: "Record a refund" }).waitFor();
    await panel
      .getByText(/not processed yet/i)
      .first()
      .waitFor();
    expect(await open.axe()).toEqual([]);

    await panel.getByRole("button", { name: "Archive", exact: true }).click();
    const dialog = open.frame.getByRole("dialog");
    await dialog.getByText("No running drips end.").waitFor();
    await dialog.getByRole("button", { name: "Archive", exact: true }).click();
    await open.frame.getByText("transaction trx_1 is archived.").waitFor();
    expect(open.host.rows("Transactions")[0]).toMatchObject({ Status: "archived" });
    await open.frame.getByRole("button", { name: "Open transaction trx_1" }).click();
    await panel.getByRole("button", { name: "Archive", exact: true }).click();
    await dialog.getByText("Drips that ended stay ended").waitFor();
    await dialog.getByRole("button", { name: "Keep archived" }).click();

    // The refund's form knows the sale that it was opened for.
    await open.frame.getByRole("button", { name: "Open transaction trx_1" }).click();
    await panel.getByRole("button", { name: "Record a refund" }).click();
    await open.frame.getByText("Blank means the full remaining amount, $10.00.").waitFor();
    await open.frame.getByText("$10.00, Acme").waitFor();
  });

  it("is no longer requested after repeated failures, until the person asks for it", async () => {
    open.select("Partners", 2);
    await comeBack();
    await bar().getByText("Partner ptn_a").waitFor();
    open.server.fail();
    for (let n = 0; n < 3; n++) await lookAgain();
    await bar().getByText("Not following the selected cell").waitFor();

    open.server.mend();
    await lookAgain();
    await bar().getByText("Partner ptn_a").waitFor();
  });
});

describe("the wide dialog", () => {
  it("opens a screen beside the sidebar, both at work", async () => {
    const open = await openSidebar({ rows });
    await open.host.rpc("open-wide", { screen: "drips", about: '"><b>ptn' });
    const wide = await open.wide();

    await wide.getByRole("heading", { level: 1, name: "Drips" }).waitFor();
    expect(await wide.getByRole("textbox").inputValue()).toBe('"><b>ptn');
    expect(await wide.locator("nav.tabs").count()).toBe(0);
    expect(await open.axe(wide)).toEqual([]);
    await open.go("Partners");
    await open.frame.getByText("Ada Berg").waitFor();
    await wide.getByRole("button", { name: "Back" }).click();
    await open.page.locator("#dialog").waitFor({ state: "detached" });
    await open.close();
  });
});

describe("a form", () => {
  it("accepts an amount and a day as people type them in the spreadsheet's locale", async () => {
    const open = await openSidebar({ rows, locale: "de_DE" });
    await open.go("Manual reward");
    await open.frame.getByRole("combobox").first().fill("Ada");
    await open.frame.getByRole("option", { name: /Ada Berg/ }).click();
    await open.frame.getByLabel("Description").fill("Bonus for the trade fair in March");
    await open.frame.getByLabel("Amount").fill("1,200.00");
    await open.frame.getByLabel("Earned on").fill("1. März");
    await open.frame.getByRole("button", { name: "Create reward" }).click();
    await open.frame.getByText(/can be read in more than one way/).waitFor();
    await open.focused("");
    await open.frame.getByLabel("Amount").fill("1.200,00");
    await open.frame.getByRole("button", { name: "Create reward" }).click();
    await open.frame
      .getByRole("status")
      .getByText(/Ada Berg/)
      .waitFor();

    const [reward] = open.host.rows("Rewards");
    expect(reward).toMatchObject({ Amount: 1200, Status: "pending" });
    expect(reward?.["Earned on"]).toEqual(new Date("2026-03-01T00:00:00Z"));
    await open.close();
  });
});

describe("a draft", () => {
  const description = (open: OpenSidebar) => open.frame.getByLabel("Description");
  const kept = (open: OpenSidebar) =>
    open.page.waitForResponse((response) =>
      (response.request().postData() ?? "").includes("save-draft"),
    );

  it("is restored after the sidebar was closed in the middle of a form", async () => {
    const open = await openSidebar({ rows });
    await open.go("Manual reward");
    const isKept = kept(open);
    await description(open).fill("Bonus for “Zoë” — March");
    await isKept;
    await open.reload();
    await open.go("Manual reward");
    expect(await description(open).inputValue()).toBe("Bonus for “Zoë” — March");

    const isForgotten = kept(open);
    await description(open).fill("");
    await open.frame.getByLabel("Amount").fill("12");
    await isForgotten;
    await open.reload();
    await open.go("Manual reward");
    expect(await description(open).inputValue()).toBe("");
    expect(await open.frame.getByLabel("Amount").inputValue()).toBe("12");
    await open.close();
  });

  it("goes on working after days, as do the sidebar and somebody else's, and nobody notices (PARTNER-3)", async () => {
    const open = await openSidebar({ rows });
    const other = await open.second();
    await open.host.rpc("open-wide", { screen: "drips", about: "" });
    const wide = await open.wide();
    await wide.getByText("No drips yet").waitFor();
    await open.host.clock.advanceTo("2026-03-06");
    open.host.append("Partners", [{ Key: "ptn_c", Name: "Cara Dahl" }]);

    for (const { go, frame } of [open, other]) {
      await go("Partners");
      await frame.getByText("Cara Dahl").waitFor();
    }
    await wide.getByRole("textbox").fill("Cara");
    await wide.getByText("No drip matches").waitFor();
    expect([...open.complaints, ...other.complaints]).toEqual([]);
    await other.close();
    await open.close();
  });
});

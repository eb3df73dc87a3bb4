import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

/** An option once the search has come to rest: Enter takes none before. */
const FOUND = "[role=listbox][aria-busy=false] [role=option]";
const INVOICE = "inv_2026-01_USD";

describe("a month of a program's life, in the sidebar alone", () => {
  let open: OpenSidebar;
  afterEach(() => open.close());
  const button = (name: string | RegExp) =>
    open.frame.getByRole("button", { name, exact: typeof name === "string" });
  const heading = (name: string | RegExp) =>
    open.frame.getByRole("heading", { level: 1, name }).waitFor();
  const says = (text: string | RegExp) => open.frame.getByText(text).first().waitFor();
  const fill = (label: string, value: string) =>
    open.frame
      .getByLabel(new RegExp(`^${label}`))
      .first()
      .fill(value);
  const pick = async (label: string, search: string) => {
    await open.frame.getByRole("combobox", { name: label }).fill(search);
    await open.frame.locator(FOUND).first().waitFor();
    await open.page.keyboard.press("Enter");
    await open.frame
      .getByRole("button", { name: /Choose another/ })
      .first()
      .waitFor();
  };
  const record = async (kind: string, done: string, fields: () => Promise<void>) => {
    await open.go("Record");
    await open.frame.getByRole("radio", { name: kind, exact: true }).check();
    await fields();
    await button("See what it triggers").click();
    await open.frame.getByRole("dialog").getByRole("button", { name: done }).click();
    await open.frame.getByRole("dialog").waitFor({ state: "detached" });
  };
  const runNow = async () => {
    await open.go("Home");
    const answered = open.page.waitForResponse((response) =>
      (response.request().postData() ?? "").includes("by hand"),
    );
    await open.frame.getByRole("contentinfo").getByRole("button", { name: "Run now" }).click();
    await answered;
  };
  const row = (tab: string, key: string) => open.host.rows(tab).find((each) => each.Key === key);

  it("goes from set-up to the statement", async () => {
    open = await openSidebar({ isSetUp: false, now: "2026-01-05" });

    // Set-up, and the first trigger.
    await button("Set up this spreadsheet").click();
    await heading("Your first rows");
    await button("Start empty").click();
    await button("Write a trigger").click();
    await heading("Triggers");
    await button("New trigger").click();
    await open.frame.getByRole("button", { name: /^First sale/ }).click();
    await fill("Amount", "75.50");
    await button("Save and activate").click();
    await says("“First sale” is saved and active.");

    // A partner, two customers, their sales, and one given back.
    await record("Partner", "Add partner", async () => {
      await fill("Name", "Ada Berg");
      await fill("E-mail", "ada@berg.example");
      await fill("Key", "ada");
    });
    for (const [key, name] of [
      ["harbor", "Harbor Foods"],
      ["maple", "Maple Labs"],
    ] as const) {
      await record("Customer", "Add customer", async () => {
        await pick("Partner", "Ada");
        await fill("Name", name);
        await fill("Key", key);
      });
      await record("Sale", "Record sale", async () => {
        await pick("Customer", name);
        await fill("Amount", "1,200.00");
        await fill("Key", `sale_${key}`);
      });
    }
    await runNow();
    expect(open.host.rows("Rewards").map(({ Amount }) => Amount)).toEqual([75.5, 75.5]);
    await record("Refund", "Record refund", async () => {
      await pick("Sale", "maple");
      await fill("Amount", "1200");
    });
    await runNow();
    const declined = open.host.rows("Rewards").filter(({ Status }) => Status === "declined");
    expect(declined).toMatchObject([{ Transaction: "sale_maple", Reason: "refunded" }]);

    // The review.
    await open.go("Review");
    await open.frame.getByRole("checkbox", { name: /All shown/ }).check();
    await button(/^Approve/)
      .first()
      .click();
    await says(/approved/);

    // February: the invoice is opened, made final and paid.
    await open.host.clock.advanceTo("2026-02-02");
    await runNow();
    await open.go("Invoices");
    await button(/January 2026 · USD/).click();
    await heading("January 2026 · USD");
    await button("Finalize").click();
    await open.frame.getByRole("dialog").getByRole("button", { name: "Finalize" }).click();
    await says("Finalized: 1 payout to pay.");
    expect(row("Invoices", INVOICE)).toMatchObject({ Status: "Final", Total: 75.5 });
    await button("Record as paid").click();
    await open.frame.getByLabel("Also those never in a payment file").check();
    await fill("Reference", "BANK-1");
    await open.frame.getByRole("dialog").getByRole("button", { name: "Record as paid" }).click();
    await says(/The invoice is paid/);
    expect(row("Invoices", INVOICE)).toMatchObject({ Status: "Paid" });

    // The partner's statement.
    await open.go("Partners");
    await open.frame.locator(".partner-row", { hasText: "Ada Berg" }).click();
    await open.frame.getByRole("radio", { name: "Statement" }).check();
    await says("$75.50");
    expect(open.host.rows("Payouts")).toMatchObject([{ Amount: 75.5, Status: "paid" }]);
    expect(open.complaints).toEqual([]);
  });
});

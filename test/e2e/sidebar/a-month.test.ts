import { counted } from "./counted";
import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

/** An option once the search has come to rest: Enter takes none before. */
const FOUND = "[role=listbox][aria-busy=false] [role=option]";
const INVOICE = "inv_2026-01_USD";
const now = "2026-01-05";

describe("a month of a program's life, in the sidebar alone", () => {
  let open: OpenSidebar;
  afterEach(() => open.close());
  const button = (name: string | RegExp) =>
    open.frame.getByRole("button", { name, exact: typeof name === "string" });
  const heading = (name: string | RegExp) =>
    open.frame.getByRole("heading", { level: 1, name }).waitFor();
  const tab = (name: string) => open.frame.locator("nav.tabs").getByRole("button", { name });
  const dialog = () => open.frame.getByRole("dialog");
  const inDialog = (name: string) => dialog().getByRole("button", { name, exact: true });
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

  it("goes from set-up to the statement, each part within its count of clicks", async () => {
    open = await openSidebar({ isSetUp: false, now });

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
    // How the partner is paid, and two more sales, as the team types them into the sheet.
    open.host.type("Partners", { Key: "ada" }, "Payout method", "PayPal");
    open.host.type("Partners", { Key: "ada" }, "Payment e-mail", "ada@pay.example");
    for (const [key, name] of [
      ["onyx", "Onyx Media"],
      ["fjord", "Fjord Design"],
    ] as const) {
      open.host.append("Customers", [{ Key: key, Name: name, Partner: "ada", "Created on": now }]);
      open.host.append("Transactions", [
        { Key: `sale_${key}`, Customer: key, Date: now, Amount: 300, Currency: "USD" },
      ]);
    }
    await runNow();
    expect(open.host.rows("Rewards").map(({ Amount }) => Amount)).toEqual(Array(4).fill(75.5));
    await record("Refund", "Record refund", async () => {
      await pick("Sale", "maple");
      await fill("Amount", "1200");
    });
    await runNow();
    const declined = open.host.rows("Rewards").filter(({ Status }) => Status === "declined");
    expect(declined).toMatchObject([{ Transaction: "sale_maple", Reason: "refunded" }]);

    // The review: approve the month with 3.
    await open.go("Home");
    const review = counted();
    await review.click(tab("Review"));
    await review.click(open.frame.getByRole("checkbox", { name: /All shown/ }));
    await says(/3 rewards ·\s\$226\.50/);
    await review.click(button("Approve 3"));
    await says("3 rewards approved.");
    expect(review.clicks()).toBeLessThanOrEqual(3);

    // February, from Home: one held, one moved, finalized, filed and recorded as paid, with 16.
    await open.host.clock.advanceTo("2026-02-02");
    await runNow();
    const month = counted();
    await month.click(button("Invoice January 2026"));
    await heading("January 2026 · USD");
    const line = (customer: string) =>
      open.frame.getByRole("checkbox", { name: new RegExp(`${customer}.*, Ada Berg$`) });
    await month.click(line("Onyx"));
    await month.click(button("Hold"));
    await month.fill(dialog().getByLabel("Reason"), "waits for the customer's payment");
    await month.click(inDialog("Hold"));
    await says("1 reward held");
    await month.click(line("Fjord"));
    await month.click(button("Move 1"));
    await month.click(inDialog("The next invoice"));
    await says("1 line moved.");
    await month.click(button("Finalize"));
    await month.click(inDialog("Finalize"));
    await says("Finalized: 1 payout to pay.");
    expect(row("Invoices", INVOICE)).toMatchObject({ Status: "Final", Total: 75.5 });
    await month.click(button("Payment file"));
    await month.click(inDialog("Make file"));
    const link = dialog().getByRole("link", { name: /^payouts-2026-01-USD/ });
    await Promise.all([open.page.waitForEvent("download"), month.click(link)]);
    await month.click(inDialog("Mark 1 sent as paid"));
    await month.click(inDialog("Record as paid"));
    await says(/The invoice is paid/);
    expect(month.clicks()).toBeLessThanOrEqual(16);
    expect(row("Invoices", INVOICE)).toMatchObject({ Status: "Paid", Lines: 1 });

    // The partner asks when and why: 2 each, from Home; and the statement.
    await open.go("Home");
    const when = counted();
    await when.click(tab("Partners"));
    await when.click(open.frame.locator(".partner-row", { hasText: "Ada Berg" }));
    await says("Estimated payment Mar 13, 2026");
    await says("Paid Feb 2, 2026");
    expect(when.clicks()).toBeLessThanOrEqual(2);
    const why = counted();
    await why.click(open.frame.getByRole("button", { name: /Harbor Foods/ }));
    await says("Flat $75.50.");
    expect(why.clicks()).toBeLessThanOrEqual(2);
    await button("Close").click();
    await open.frame.getByRole("radio", { name: "Statement" }).check();
    await says("Closing balance");
    expect(open.host.rows("Payouts")).toMatchObject([{ Amount: 75.5, Status: "paid" }]);
    expect(open.complaints).toEqual([]);
  });
});

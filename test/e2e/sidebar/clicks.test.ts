import { ask } from "../../support/small-program";
import { counted } from "./counted";
import { fullMonth } from "./full-month";
import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

describe("the clicks of a month, from a named starting point with nothing prefilled", () => {
  let open: OpenSidebar;
  afterEach(() => open.close());
  const button = (name: string | RegExp) =>
    open.frame.getByRole("button", { name, exact: typeof name === "string" });
  const tab = (name: string) => open.frame.locator("nav.tabs").getByRole("button", { name });
  const says = (text: string | RegExp) => open.frame.getByText(text).first().waitFor();

  it("“why 19.80”: 2 from the partner, 3 from anywhere; “when paid”: 2", async () => {
    open = await openSidebar(fullMonth);
    await open.host.clock.advanceTo("2026-02-03");
    open.host.type("Partners", { Key: "ptn_01" }, "Group", "Gold");
    await ask(open.host, "run", { kind: "by hand" });

    // From Home.
    await open.at("home");
    const anywhere = counted();
    await anywhere.click(tab("Review"));
    await anywhere.fill(open.frame.getByLabel(/^Find rewards/), "19.80");
    await says("1 reward");
    await anywhere.click(button("Why"));
    await says("20 % of $99.00 = $19.80.");
    await open.screenshot("why-review");

    // From the partner.
    await open.at("partner", "ptn_01");
    await says("Ada Berg");
    const partner = counted();
    await open.frame
      .getByRole("button", { name: /Customer 01/ })
      .first()
      .waitFor();
    await open.screenshot("why-partner");
    await partner.click(button(/\$19\.80/));
    await says("20 % of $99.00 = $19.80.");
    await open.screenshot("why-panel");
    await says("The 25 % offer did not apply: the partner was Standard until Feb 3, 2026.");
    await says(/Estimated payment Feb/);
    await button("Copy for the partner").click();
    await says("Copied.");
    expect(await open.frame.getByLabel("For the partner").inputValue()).toBe(
      [
        "$19.80, earned on Jan 1, 2026: Sale: Customer 01.",
        "20 % of $99.00 = $19.80.",
        "You were in the group Standard until Feb 3, 2026.",
        "It is being reviewed; the estimated payment date is Feb 13, 2026.",
      ].join("\n"),
    );
    expect(await open.axe()).toEqual([]);
    expect(partner.clicks()).toBeLessThanOrEqual(2);
    expect(anywhere.clicks()).toBeLessThanOrEqual(3);
    expect(open.complaints).toEqual([]);
  });

  it("a month of 237 rewards is approved with 3, the sum said first, and taken back with one", async () => {
    open = await openSidebar(fullMonth);
    const month = counted();
    await month.click(tab("Review"));
    await says("237 rewards");
    await month.click(open.frame.getByLabel("All shown"));
    const sum = open.host.rows("Rewards").reduce((all, { Amount }) => all + Number(Amount), 0);
    const money = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });
    await says(new RegExp(`237 rewards ·\\s\\${money.format(sum)}`));
    await open.screenshot("review-all");
    await month.click(button("Approve 237"));
    await says("237 rewards approved.");
    expect(month.clicks()).toBeLessThanOrEqual(3);
    const statuses = () => [...new Set(open.host.rows("Rewards").map(({ Status }) => Status))];
    expect(statuses()).toEqual(["approved"]);
    await button("Undo").click();
    await says("Undone: 237 rewards.");
    expect(statuses()).toEqual(["pending"]);

    // The same as a table in a wide dialog: sorted, filtered, in groups that fold.
    await button("Open in a wide dialog").click();
    const wide = await open.wide();
    await wide.getByText("237 rewards").first().waitFor();
    await wide.getByRole("button", { name: "Sort by amount" }).click();
    await wide.locator(".table-row").nth(1).getByText("$64.00").waitFor();
    await open.screenshot("review-wide");
    expect(await open.axe(wide)).toEqual([]);
    await wide.getByRole("button", { name: /^Why \$64\.00/ }).click();
    await wide.getByText("25 % of $256.00 = $64.00.").first().waitFor();
    await open.screenshot("review-wide-why");
    await wide.getByLabel("Amount from").fill("30");
    const large = open.host.rows("Rewards").filter(({ Amount }) => Number(Amount) >= 30).length;
    await wide.getByText(`${large} rewards`).first().waitFor();
    await wide.getByLabel("Group by").selectOption("Partner");
    await wide.getByLabel("Choose all of Partner 02").waitFor();
    await wide.getByRole("button", { name: /^Partner 02/ }).click();
    await wide.locator(".fold .table-row").nth(4).waitFor();
    await wide.getByLabel("Choose all of Partner 03").check();
    await wide
      .locator(".selection")
      .getByText(/rewards ·\s/)
      .waitFor();
    await open.screenshot("review-wide-groups");
    expect(await open.axe(wide)).toEqual([]);
    await open.page.emulateMedia({ colorScheme: "dark" });
    await open.screenshot("review-wide-dark");
    expect(await open.axe(wide)).toEqual([]);
    expect(open.complaints).toEqual([]);
  });

  it("from an empty spreadsheet to the first reward seen: 20, and a reload goes on where it was", async () => {
    open = await openSidebar({ isSetUp: false, now: "2026-01-05" });
    const hour = counted();
    const step = (name: string) =>
      hour.click(open.frame.locator(".steps").getByRole("button", { name }));
    const field = (label: string) => open.frame.getByLabel(new RegExp(`^${label}`));
    const isNext = (name: string) =>
      open.frame.locator(".steps .outlined").getByText(name).waitFor();
    await hour.click(button("Set up this spreadsheet"));
    await hour.click(button("Start empty"));
    await hour.click(button("Go to Home"));
    await isNext("Add partner");
    await open.screenshot("first-steps");
    expect(await open.axe()).toEqual([]);
    await step("Add partner");
    await hour.fill(field("Name"), "Ada Berg");
    await hour.click(button("Add partner"));
    await isNext("Add customer");
    await open.reload();
    await isNext("Add customer");
    await step("Add customer");
    await says("Ada Berg");
    await hour.fill(field("Name"), "Harbor Foods");
    await hour.click(button("Add customer"));
    await isNext("Record a sale");
    await step("Record a sale");
    await says("Harbor Foods");
    await hour.fill(field("Amount"), "1,200.00");
    await hour.click(button("Record sale"));
    await isNext("Choose a template");
    await step("Choose a template");
    await hour.click(button(/^First sale/));
    await hour.fill(field("Amount"), "75.50");
    await hour.click(button("Save and activate"));
    await says("is saved and active.");
    await hour.click(tab("Home"));
    await step("Run it now");
    await says("The first reward: $75.50 for Ada Berg.");
    expect(hour.clicks()).toBeLessThanOrEqual(20);
    expect(await open.frame.getByText("The next run processes").count()).toBe(0);
    await open.screenshot("first-steps-done");
    await open.page.emulateMedia({ colorScheme: "dark" });
    await open.screenshot("first-steps-dark");
    expect(await open.axe()).toEqual([]);
    await step("See why");
    await says(/^Flat \$75\.50/);
    await button("Close").click();
    await step("How to invite");
    await open.screenshot("first-steps-invite");
    expect(await open.axe()).toEqual([]);
    await button("Done").click();
    await open.frame.getByText("First steps").waitFor({ state: "detached" });
    await open.reload();
    await says("Needs attention");
    expect(await open.frame.getByText("First steps").count()).toBe(0);
    expect(open.complaints).toEqual([]);
  });

  it("from Home: one held, one moved, finalized, filed and recorded as paid: 16; “when paid”: 2; a wrong amount: 3; archived and back: 3", async () => {
    const JANUARY = "inv_2026-01_USD";
    open = await openSidebar({
      ...fullMonth,
      before: [
        fullMonth.before,
        async (host) => {
          host.append("Triggers", [
            {
              Key: "trg_drip",
              Name: "Yearly plan by the month",
              State: "active",
              Event: "transaction created",
              Action: "start a drip",
              Order: 3,
              Amount: 20,
              Delay: 1,
              "Delay unit": "months",
              Cycle: 1,
              "Cycle unit": "months",
              Occurrences: 12,
              Rules: JSON.stringify({
                all: [{ fact: "transaction.Product", operator: "equal", value: "Yearly plan" }],
              }),
            },
          ]);
          host.append("Transactions", [
            {
              Key: "trx_yearly",
              Customer: "cus_01",
              Date: "2026-01-31",
              Amount: 1200,
              Currency: "USD",
              Product: "Yearly plan",
            },
          ]);
          await host.clock.advanceTo("2026-02-01");
          await ask(host, "run", { kind: "by hand" });
        },
      ],
    });
    const row = (name: string, key: string) =>
      open.host.rows(name).find((each) => each.Key === key) ?? {};
    const dialog = () => open.frame.getByRole("dialog");
    const inDialog = (name: string | RegExp) => dialog().getByRole("button", { name, exact: true });

    // "When paid", from Home: the partner's screen and each line of it say so.
    await open.at("home");
    const when = counted();
    await when.click(tab("Partners"));
    await when.click(open.frame.locator(".partner-row", { hasText: "Ada Berg" }));
    await says(/Estimated payment from Feb 13, 2026/);
    await says("Estimated payment Feb 13, 2026");
    expect(when.clicks()).toBeLessThanOrEqual(2);

    // A wrong amount, from the partner: the reward, the amount, and done.
    const wrong = counted();
    await wrong.click(open.frame.getByRole("button", { name: /\$19\.80/ }));
    await wrong.fill(open.frame.getByLabel("Right amount in USD"), "18.90");
    await wrong.click(button("Change amount"));
    await says("$19.80 is now $18.90.");
    await says("Why $18.90");
    await says("Changed manually to $18.90; calculated $19.80.");
    expect(wrong.clicks()).toBeLessThanOrEqual(3);
    expect(row("Rewards", "trx_1/trg_rate")).toMatchObject({
      Amount: 18.9,
      "Calculated amount": 19.8,
    });
    await open.screenshot("reward-amount");
    expect(await open.axe()).toEqual([]);
    await button("Undo").click();
    await says("$18.90 is now $19.80.");
    await button("Close").click();

    // Archived by mistake, and back: at once by one click, and later with its drip by three.
    await button("Archive").click();
    await dialog().getByText("1 drip ends: 12 rewards").waitFor();
    await inDialog("Archive").click();
    await says(/Ada Berg is archived\./);
    expect(row("Drips", "drip_trx_yearly/trg_drip").Status).toBe("Terminated");
    await open.at("partner", "ptn_01");
    const back = counted();
    await back.click(button("Bring back"));
    await back.click(dialog().getByRole("checkbox"));
    await back.click(inDialog("Bring back"));
    await says("Ada Berg is active again. 1 drip continued.");
    expect(back.clicks()).toBeLessThanOrEqual(3);
    expect(row("Partners", "ptn_01").Status).toBe("active");
    expect(open.host.rows("Drips").map(({ Status }) => Status)).toContain("Created");

    // The month's end, from Home.
    await open.at("home");
    const month = counted();
    await month.click(button("Invoice January 2026"));
    const line = (partner: string) =>
      open.frame.getByRole("checkbox", { name: new RegExp(`^Choose Sale.*, ${partner}$`) }).first();
    await month.click(line("Ada Berg"));
    await month.click(button("Hold"));
    await month.fill(dialog().getByLabel("Reason"), "waits for the customer");
    await month.click(inDialog("Hold"));
    await says("1 reward held");
    await month.click(line("Partner 02"));
    await month.click(button("Move 1"));
    await month.click(inDialog("The next invoice"));
    await says("1 line moved.");
    await month.click(button("Finalize"));
    await month.click(inDialog("Finalize"));
    await says("Finalized: 30 payouts to pay.");
    await month.click(button("Payment file"));
    await dialog()
      .getByText(/^30 payouts, /)
      .waitFor();
    await month.click(inDialog("Make file"));
    const link = dialog().getByRole("link", { name: /^payouts-2026-01-USD/ });
    const [download] = await Promise.all([open.page.waitForEvent("download"), month.click(link)]);
    expect(download.suggestedFilename()).toMatch(/^payouts-2026-01-USD/);
    await open.screenshot("month-file");
    await month.click(inDialog("Mark 30 sent as paid"));
    await month.click(inDialog("Record as paid"));
    await says(/The invoice is paid/);
    expect(month.clicks()).toBeLessThanOrEqual(16);
    expect(row("Invoices", JANUARY)).toMatchObject({ Status: "Paid", Lines: 236 });
    expect(open.host.rows("Rewards").filter(({ Status }) => Status === "held")).toHaveLength(1);
    expect(open.complaints).toEqual([]);
  });

  it("from Home: 30 statements previewed, tested and mailed: 4, each to its own partner alone", async () => {
    const keys = Array.from({ length: 30 }, (_, i) => `p${String(i).padStart(2, "0")}`);
    open = await openSidebar({
      rows: {
        Partners: keys.map((Key) => ({
          Key,
          Name: `Partner ${Key}`,
          "E-mail": `${Key}@x.example`,
        })),
        Rewards: keys.map((Partner) => ({
          Key: `rew_${Partner}`,
          Partner,
          Description: `Bonus of ${Partner}`,
          Amount: 5,
          Currency: "USD",
          Status: "pending",
          "Earned on": "2026-03-02",
          Source: "manual",
          Accepted: "pending 5.00",
        })),
      },
      before: async ({ type }) => {
        type("Settings", { Key: "program start" }, "Value", "2026-02-01");
        type("Settings", { Key: "last month opened" }, "Value", "2026-02");
        type("Settings", { Key: "mail partners" }, "Value", "yes");
      },
    });
    const mailing = counted();
    await mailing.click(tab("Partners"));
    await mailing.click(button("Mail statements"));
    const mail = open.frame.frameLocator("iframe.mail");
    await mail.getByText("Bonus of p00").waitFor();
    await mailing.click(button("Send me a test"));
    await open.frame.getByText("A test was sent to ann@example.com.").waitFor();
    await mailing.click(button("Send"));
    await open.frame.getByRole("status").filter({ hasText: "30 statements sent." }).waitFor();

    expect(mailing.clicks()).toBeLessThanOrEqual(4);
    const [test, ...sent] = open.host.outbox();
    expect(test).toMatchObject({
      to: ["ann@example.com"],
      subject: expect.stringMatching(/^Test: /),
    });
    expect(sent.flatMap(({ to }) => to)).toEqual(keys.map((key) => `${key}@x.example`));
    expect(sent[0]).toMatchObject({ body: test?.body, htmlBody: test?.htmlBody });
    for (const [i, each] of sent.entries()) {
      const others = keys.filter((key) => key !== keys[i]);
      expect(others.filter((key) => `${each.body}${each.htmlBody}`.includes(key))).toEqual([]);
    }
  });

  it("lists partners with what is owed and the last sale, filters them, and changes many at once", async () => {
    open = await openSidebar({
      ...fullMonth,
      before: [
        fullMonth.before,
        async (host) => {
          host.type("Partners", { Key: "ptn_05" }, "Group", "Agencies");
        },
      ],
    });
    await open.go("Partners");
    await open.frame
      .locator(".partner-row", { hasText: "Ada Berg" })
      .getByText("$215.80")
      .waitFor();
    await says("Last sale Jan 28, 2026");
    await open.frame.getByText("Filter and sort").click();
    await open.screenshot("partners-filters");
    expect(await open.axe()).toEqual([]);
    await open.frame.getByLabel("Sort by").selectOption("Most owed first");
    await open.frame.locator(".pages li").first().getByText("Partner 27").waitFor();
    await open.frame.getByLabel("Group", { exact: true }).selectOption("Standard");
    await open.frame.getByText("1 partner", { exact: true }).waitFor();
    await open.frame.getByLabel("All shown").check();
    await button("Set group").click();
    await open.frame.getByLabel("Group", { exact: true }).last().fill("Agencies");
    await open.screenshot("partners-group");
    expect(await open.axe()).toEqual([]);
    await open.frame.getByRole("dialog").getByRole("button", { name: "Set group" }).click();
    await says("1 partner in Agencies. The next run processes it.");
    expect(open.host.rows("Partners")[0]).toMatchObject({ Name: "Ada Berg", Group: "Agencies" });
    await button("Undo").click();
    await says("1 partner back in their groups.");
    expect(open.host.rows("Partners")[0]).toMatchObject({ Name: "Ada Berg", Group: "Standard" });

    // Stopped on the way: what was done is said, and can be undone; the rest stays chosen.
    await button("Clear filters").click();
    await open.frame.getByLabel("Choose Partner 02").check();
    await open.frame.getByLabel("Choose Partner 03").check();
    open.server.aim("change-partner", '"ptn_03"');
    open.server.fail();
    await button("Set group").click();
    await open.frame.getByLabel("Group", { exact: true }).last().fill("Agencies");
    await open.frame.getByRole("dialog").getByRole("button", { name: "Set group" }).click();
    await says("1 of 2 partners in Agencies.");
    await says(/Google returned an error/);
    await says("Group of 1 partner");
    open.server.mend();
    open.server.aim("");
    const groups = () => open.host.rows("Partners").map(({ Group }) => Group);
    expect(groups().slice(1, 3)).toEqual(["Agencies", "Gold"]);
    await button("Undo").click();
    await says("1 partner back in their groups.");
    expect(groups().slice(1, 3)).toEqual(["Gold", "Gold"]);
    await button("Cancel").click();
    await button("Untick").click();

    await open.frame.getByLabel("Choose Partner 02").check();
    await open.frame.getByLabel("Choose Partner 03").check();
    await button("Archive").click();
    await button("See what ends").click();
    await says("No running drips end.");
    await open.frame.getByRole("dialog").getByRole("button", { name: "Archive" }).click();
    await says("2 partners archived.");
    const archived = () =>
      open.host.rows("Partners").filter(({ Status }) => Status === "archived").length;
    expect(archived()).toBe(2);
    await button("Undo").click();
    await says("2 partners active again, as before.");
    expect(archived()).toBe(0);

    // A notice, of which somebody who was ticked before is not in the list any more.
    await open.frame.getByLabel("Choose Partner 02").check();
    await open.frame.getByLabel("Choose Partner 03").check();
    await open.frame.getByLabel("Find a partner by name, e-mail or key").fill("Partner 02");
    await says("1 of them is not in the list as it is filtered.");
    await button("Notice").click();
    await open.frame.getByRole("dialog").getByText("Partner 02, Partner 03").waitFor();
    await button("Preview").click();
    await says("Subject is needed.");
    expect(await open.axe()).toEqual([]);
    await open.frame.getByLabel("Subject").fill("New terms from May");
    await open.frame.getByLabel("Text").fill("From 1 May you earn 30 %.");
    await button("Preview").click();
    await says("Mailing partners is turned off in Settings.");
    await button("Turn on mailing").click();
    await open.frame.frameLocator("iframe.mail").getByText("From 1 May you earn 30 %.").waitFor();
    await open.screenshot("partners-notice");
    await button("Send to 2").click();
    await says("The notice was sent to 2 partners.");
    expect(open.host.outbox().flatMap(({ to }) => to)).toEqual([
      "partner2@example.org",
      "partner3@example.org",
    ]);

    await open.go("Customers");
    await says("60 customers");
    await open.screenshot("customers");
    expect(await open.axe()).toEqual([]);
    await button("Partner 02").first().click();
    await open.frame.getByRole("heading", { level: 1, name: "Partner 02" }).waitFor();
    expect(open.complaints).toEqual([]);
  });
});

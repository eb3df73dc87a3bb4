import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

const rules = {
  all: [
    { fact: "transaction.Product", operator: "equal", value: "Pro" },
    { any: [{ fact: "transaction.Amount", operator: "greaterThanInclusive", value: 100 }] },
  ],
};
const rows = {
  Partners: [{ Key: "ann", Name: "Ann Lee" }],
  Customers: [{ Key: "acme", Name: "Acme", Partner: "ann", "Created on": "2026-03-01" }],
  Transactions: [
    { Key: "T1", Customer: "acme", Date: "2026-03-02", Amount: 1200, Product: "Pro" },
    { Key: "T2", Customer: "acme", Date: "2026-03-02", Amount: 80, Product: "Pro" },
  ],
};
const saved = {
  Key: "pro",
  Name: "Pro sales",
  State: "active",
  Order: 10,
  Event: "transaction created",
  Action: "start a drip",
  Amount: 20.5,
  Cycle: 1,
  Occurrences: 12,
  Rules: JSON.stringify(rules),
};

describe("the trigger editor", () => {
  let open: OpenSidebar;
  const button = (name: string | RegExp) => open.frame.getByRole("button", { name, exact: true });
  const field = (label: string) => open.frame.getByLabel(label, { exact: true });
  const says = (text: string | RegExp) =>
    open.frame.getByRole("status").filter({ hasText: text }).first().waitFor();
  const live = (text: string | RegExp) =>
    open.frame.getByRole("region", { name: "What it would do" }).getByText(text).first().waitFor();
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await open.page.keyboard.press(key);
  };
  const triggerRows = () => open.host.rows("Triggers").filter(({ Key }) => Key !== "");
  const edit = async (name: string) => {
    await open.go("Triggers");
    await open.frame.getByRole("button", { name }).first().click();
    await field("Name").waitFor();
  };
  afterEach(() => open.close());

  it("describes the saved trigger, not the blank form before it", async () => {
    open = await openSidebar({ rows: { ...rows, Triggers: [saved] } });
    const drafts: string[] = [];
    open.page.on("request", (request) => {
      const sent = request.postData() ?? "";
      if (sent.includes("describe-trigger") && sent.includes("draft")) drafts.push(sent);
    });
    await edit("Pro sales");
    await live(/Product is “?Pro/);

    expect(drafts.length).toBeGreaterThan(0);
    expect(drafts.filter((draft) => !draft.includes("20.5"))).toEqual([]);
  });

  it("makes a first-sale trigger from the gallery, previewed before it is saved and active", async () => {
    open = await openSidebar({ rows });
    await open.go("Triggers");
    await button("New trigger").click();
    await open.frame.getByRole("dialog", { name: "New trigger" }).waitFor();
    expect(await open.axe()).toEqual([]);
    await open.frame.getByRole("button", { name: /^First sale/ }).click();

    await live(/if transaction number is 1: .* would earn \$50.00 on Mar 2, 2026/);
    expect(await open.axe()).toEqual([]);
    await field("Amount").fill("75,5");
    await live(/can be read in more than one way|not a number/);
    await field("Amount").fill("75.50");
    await live(/would earn \$75.50/);
    await button("Save and activate").click();
    await says("“First sale” is saved and active.");

    await open.frame.getByText("1. First sale").waitFor();
    expect(triggerRows()).toMatchObject([
      {
        Name: "First sale",
        State: "active",
        Amount: 75.5,
        Rules: '{"all":[{"fact":"transaction.number","operator":"equal","value":1}]}',
      },
    ]);
    expect(open.complaints).toEqual([]);
  });

  it("edits a nested rule by keyboard alone, and loses no other part", async () => {
    open = await openSidebar({ rows: { ...rows, Triggers: [saved] }, run: true });
    await edit("Pro sales");
    await live(/Amount is at least 100/);
    await live("$246.00");
    await open.frame
      .getByText("1 running drip: where a change here could reach it, saving asks first.")
      .waitFor();

    await button("Add condition").first().focus();
    await press("Enter");
    await open.page.keyboard.type("partner group");
    await open.frame.locator("[aria-busy=false] > :only-child", { hasText: "Group" }).waitFor();
    await press("Enter");
    await open.focused("Change");
    await press("Tab");
    await open.page.keyboard.type("is one of");
    await press("Tab");
    await open.page.keyboard.type("Gold");
    await press("Enter");
    await open.page.keyboard.type("Silver");
    await live(/partner Group is one of “Gold” or “Silver”/);
    expect(await open.axe()).toEqual([]);
    await field("Name").focus();
    await press("Enter");
    await says(/“Pro sales” is saved and active, version 2. 1 running drip keeps its old terms./);

    const any = rules.all[1]?.any ?? [];
    const group = { fact: "partner.Group", operator: "in", value: ["Gold", "Silver"] };
    expect(JSON.parse(String(triggerRows()[0]?.Rules))).toEqual({
      all: [rules.all[0], { any: [...any, group] }],
    });
    expect(triggerRows()).toMatchObject([{ Amount: 20.5, Order: 10, Version: 2 }]);
  });

  it("shows an error at its place in the rule, and keeps what was typed", async () => {
    open = await openSidebar({ rows: { ...rows, Triggers: [saved] } });
    await edit("Pro sales");
    await field("is at least").fill("much");
    await open.frame.getByText("It needs a number without quotes.").waitFor();
    await field("Occurrences").fill("0");
    await button("Save").click();
    await open.frame.getByText("0 must be from 1 to 600.").first().waitFor();
    expect(await open.axe()).toEqual([]);

    expect(await field("is at least").inputValue()).toBe("much");
    expect(triggerRows()).toMatchObject([{ Occurrences: 12, Rules: JSON.stringify(rules) }]);
    await button("Back").click();
    await edit("Pro sales");
    expect(await field("is at least").inputValue()).toBe("much");
  });

  it("converts rules to JSON and back, also rules the form can't show", async () => {
    open = await openSidebar({ rows: { ...rows, Triggers: [{ ...saved, Rules: "{ oops" }] } });
    await edit("Pro sales");
    expect(await field("Rules as JSON").inputValue()).toBe("{ oops");
    await open.frame
      .getByText(/The rule is not valid JSON/)
      .first()
      .waitFor();
    expect(await open.axe()).toEqual([]);

    await field("Rules as JSON").fill(JSON.stringify(rules));
    await button("Edit as a form").click();
    expect(await field("is at least").inputValue()).toBe("100");
    await button("Edit as JSON").click();
    expect(JSON.parse(await field("Rules as JSON").inputValue())).toEqual(rules);
  });

  it("copies a trigger as a draft behind the last one", async () => {
    open = await openSidebar({ rows: { ...rows, Triggers: [saved] } });
    await open.go("Triggers");
    await button("Duplicate Pro sales").click();
    await live("$246.00");
    await button("Save draft").click();
    await says("“Copy of Pro sales” is saved as draft.");

    expect(triggerRows()).toMatchObject([
      { Name: "Pro sales" },
      { Name: "Copy of Pro sales", State: "draft", Order: 20, Amount: 20.5, Occurrences: 12 },
    ]);
  });

  it("tries a draft on a row, tests it on the past, and writes only the tab that is asked for", async () => {
    open = await openSidebar({ rows: { ...rows, Triggers: [saved] }, run: true });
    const dialog = (name: string) => open.frame.getByRole("dialog", { name });
    await edit("Pro sales");
    await field("is at least").fill("50");
    await live(/Amount is at least 50/);

    await button("Try it").click();
    await open.frame.getByRole("combobox", { name: "Row", exact: true }).click();
    await open.frame.getByRole("option", { name: /T1/ }).waitFor();
    // The panel must not change under the pointer as the list closes.
    await button("Close").click();
    await dialog("Try it on a row").waitFor({ state: "detached" });
    await button("Try it").click();
    await open.frame.getByRole("combobox", { name: "Row" }).click();
    await open.frame.getByRole("option", { name: /T2/ }).click();
    await dialog("Try it on a row")
      .getByText(/It would apply on .* started a drip/)
      .waitFor();
    await dialog("Try it on a row").getByText("Found 80, column “Amount” of the").waitFor();
    expect(await open.axe()).toEqual([]);
    await button("Close").click();

    await button("Backtest").click();
    await dialog("Backtest").getByRole("button", { name: "Backtest", exact: true }).click();
    await dialog("Backtest")
      .getByText(/It would apply to 2 of 2 events/)
      .waitFor();
    await dialog("Backtest").getByText("none → $20.50").waitFor();
    expect(await open.axe()).toEqual([]);
    expect(open.host.sheetNames().filter((name) => /Backtest/.test(name))).toEqual([]);
    await button("Write to a tab").click();
    await says(/The result is on the tab “Backtest 2026-03-02 Pro sales”/);
    expect(open.host.rows("Drips").filter(({ Key }) => Key !== "")).toHaveLength(1);
    expect(triggerRows()).toMatchObject([{ Rules: JSON.stringify(rules), Version: 1 }]);
  });

  it("restores its draft after the sidebar was closed, until it is discarded or saved", async () => {
    open = await openSidebar({ rows: { ...rows, Triggers: [saved] } });
    await edit("Pro sales");
    await field("Name").fill("Pro sales, new");
    await field("is at least").fill("333");
    await live(/Amount is at least 333/);
    await open.saved("333");
    await open.reload();

    await edit("Pro sales");
    await live(/Amount is at least 333/);
    expect(await field("Name").inputValue()).toBe("Pro sales, new");
    await button("Discard changes").click();
    await live(/Amount is at least 100/);
    expect(await field("Name").inputValue()).toBe("Pro sales");
  });

  it("opens in a wide dialog beside the sidebar, also in dark mode, and saves there", async () => {
    open = await openSidebar({ rows: { ...rows, Triggers: [saved] }, look: "dark" });
    await edit("Pro sales");
    expect(await open.axe()).toEqual([]);
    await button("Open in a wide dialog").click();
    const wide = await open.wide();
    await wide.getByText("$246.00").first().waitFor();
    expect(await open.axe(wide)).toEqual([]);
    await open.screenshot("trigger-wide-dark");

    await wide.getByLabel("Name", { exact: true }).fill("Pro");
    await wide.getByRole("button", { name: "Save", exact: true }).click();
    await open.page.locator("#dialog").waitFor({ state: "detached" });
    await says("“Pro” is saved and active.");
    await open.frame.getByText("1. Pro", { exact: true }).waitFor();

    expect(triggerRows()).toMatchObject([{ Name: "Pro", Version: 1 }]);
  });

  it("moves to the wide dialog with everything typed, and leaves no second editor that could save it again", async () => {
    open = await openSidebar({ rows });
    await open.go("Triggers");
    await button("New trigger").click();
    await open.frame.getByRole("button", { name: /^First sale/ }).click();
    await field("Name").waitFor();
    await button("Open in a wide dialog").click();
    const wide = await open.wide();
    await wide.getByRole("heading", { level: 1, name: "First sale" }).waitFor();
    await wide.getByLabel("Name", { exact: true }).fill("First sale of all");
    await wide.getByRole("button", { name: "Save and activate" }).click();
    // The list beside it learns of it at once, so that nobody makes it a second time.
    await open.page.locator("#dialog").waitFor({ state: "detached" });
    await says("“First sale of all” is saved and active.");
    await open.frame.getByText("1. First sale of all").waitFor();
    expect(await button("Save and activate").count()).toBe(0);
    expect(triggerRows()).toMatchObject([{ Name: "First sale of all", State: "active" }]);
  });

  it("shows and accepts numbers as the spreadsheet's locale writes them", async () => {
    open = await openSidebar({ rows: { ...rows, Triggers: [saved] }, locale: "de_DE" });
    await edit("Pro sales");
    expect(await field("Amount").inputValue()).toBe("20,5");
    await field("is at least").fill("1.200,50");
    await open.frame.getByText("Add a limit").click();
    await button("Limit per reward").click();
    await field("Limit per reward").fill("1.000,25");
    await live(/Amount is at least 1200.5/);
    await button("Save").click();
    await says("“Pro sales” is saved and active.");

    const [row] = triggerRows();
    expect(row).toMatchObject({ Amount: 20.5, "Limit per reward": 1000.25 });
    expect(JSON.parse(String(row?.Rules)).all[1].any[0].value).toBe(1200.5);
  });
});

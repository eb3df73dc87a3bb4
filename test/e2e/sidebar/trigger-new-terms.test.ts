import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

const sale = (key: string, customer: string, day: string) => ({
  Key: key,
  Customer: customer,
  Date: day,
  Amount: 1200,
});
const rows = {
  Partners: [{ Key: "ann", Name: "Ann Lee" }],
  Customers: [
    { Key: "acme", Name: "Acme", Partner: "ann", "Created on": "2026-03-01" },
    { Key: "bolt", Name: "Bolt Works", Partner: "ann", "Created on": "2026-03-01" },
  ],
  Transactions: [sale("T1", "acme", "2026-03-02"), sale("T2", "bolt", "2026-03-02")],
  Triggers: [
    {
      Key: "plan",
      Name: "Yearly plan",
      State: "active",
      Order: 10,
      Event: "transaction created",
      Action: "start a drip",
      Amount: 20,
      Delay: 1,
      Cycle: 1,
      Occurrences: 12,
    },
  ],
};

describe("new terms for running drips", () => {
  let open: OpenSidebar;
  const button = (name: string) => open.frame.getByRole("button", { name, exact: true });
  const panel = () => open.frame.getByRole("dialog", { name: "And the running drips?" });
  const says = (text: string | RegExp) =>
    open.frame.getByRole("status").filter({ hasText: text }).first().waitFor();
  const keys = (tab: string) =>
    open.host
      .rows(tab)
      .map(({ Key }) => Key)
      .filter((key) => key !== "");
  const raise = async (look: "light" | "dark" = "light") => {
    open = await openSidebar({ rows, run: true, look });
    await open.go("Triggers");
    await open.frame.getByRole("button", { name: "1. Yearly plan" }).click();
    await open.frame.getByLabel("Amount", { exact: true }).fill("25");
    await button("Save").click();
    await panel().getByText("$480.00 still to come.").waitFor();
  };
  afterEach(() => open.close());

  it("says what each answer comes to, begins anew by keyboard alone, and is undone", async () => {
    await raise();
    await panel().getByText("2 running drips have").waitFor();
    await panel().getByText("$20.00 × 12", { exact: true }).waitFor();
    await panel().getByText("$600.00 still to come. What is due by today stands.").waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("new-terms-keep");
    expect(open.host.rows("Triggers")[0]).toMatchObject({ Amount: 20 });

    await panel()
      .getByRole("radio", { name: /^Keep their terms/ })
      .focus();
    await open.page.keyboard.press("ArrowDown");
    await panel().getByRole("button", { name: "Save and begin anew" }).focus();
    await open.screenshot("new-terms-anew");
    await open.page.keyboard.press("Enter");
    await says("“Yearly plan” is saved and active, version 2. 2 running drips got its terms.");
    expect(open.host.rows("Triggers")[0]).toMatchObject({ Amount: 25, Version: 2 });
    expect(keys("Drips")).toEqual([
      "drip_T1/plan",
      "drip_T2/plan",
      "drip_T1/plan*",
      "drip_T2/plan*",
    ]);

    await button("Undo").click();
    await says("“Yearly plan” and its 2 running drips are as before.");
    expect(keys("Drips")).toEqual(["drip_T1/plan", "drip_T2/plan"]);
    expect(open.host.rows("Triggers")[0]).toMatchObject({ Amount: 20 });
    expect(open.complaints).toEqual([]);
  });

  it("can be undone later from its line in Activity, but only once (DRIP-46)", async () => {
    await raise();
    await panel()
      .getByRole("radio", { name: /^End and begin anew/ })
      .check();
    await panel().getByRole("button", { name: "Save and begin anew" }).click();
    await says(/2 running drips got its terms/);
    await open.go("Activity");
    await open.frame
      .getByText(/new terms/i)
      .first()
      .click();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("activity-undo-new-terms");
    await button("Undo the new terms").click();
    await says("“Yearly plan” and its 2 running drips are as before.");

    expect(keys("Drips")).toEqual(["drip_T1/plan", "drip_T2/plan"]);
    await open.frame.getByText("Took back the new terms").first().waitFor();
    await button("Undo the new terms").waitFor({ state: "detached" });
    expect(open.complaints).toEqual([]);
  });

  it("takes a date, refuses one that is past, and keeps the terms where that is chosen; in dark", async () => {
    await raise("dark");
    await panel()
      .getByRole("radio", { name: /^From a date/ })
      .check();
    const day = panel().getByLabel("First day of the new terms");
    await day.fill("2026-03-02");
    await panel().getByText("Choose a day after today. What is due by today stands.").waitFor();
    expect(await open.axe()).toEqual([]);
    await day.fill("2026-07-01");
    // Three parts each by the old terms, nine by the new ones.
    await panel().getByText("$570.00 still to come.").waitFor();
    await panel().getByText("Drip by drip").click();
    await panel()
      .getByText("$60.00 until Jun 30, 2026, then $225.00, instead of $240.00")
      .first()
      .waitFor();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("new-terms-date-dark");

    await panel()
      .getByRole("radio", { name: /^Keep their terms/ })
      .check();
    await panel().getByRole("button", { name: "Save, they keep them" }).click();
    await says(
      "“Yearly plan” is saved and active, version 2. 2 running drips keep their old terms.",
    );
    expect(keys("Drips")).toEqual(["drip_T1/plan", "drip_T2/plan"]);
  });

  it("goes back to the form with everything typed, and is asked in the wide dialog too", async () => {
    await raise();
    await panel().getByRole("button", { name: "Go back" }).click();
    await panel().waitFor({ state: "detached" });
    expect(await open.frame.getByLabel("Amount", { exact: true }).inputValue()).toBe("25");
    await button("Open in a wide dialog").click();
    const wide = await open.wide();
    await wide.getByRole("button", { name: "Save", exact: true }).click();
    const asked = wide.getByRole("dialog", { name: "And the running drips?" });
    await asked.getByText("$480.00 still to come.").waitFor();
    expect(await open.axe(wide)).toEqual([]);
    await open.screenshot("new-terms-wide");
    await asked.getByRole("radio", { name: /^End and begin anew/ }).check();
    await asked.getByRole("button", { name: "Save and begin anew" }).click();
    await open.page.locator("#dialog").waitFor({ state: "detached" });
    await says(/2 running drips got its terms/);
    await button("Undo").click();
    await says("“Yearly plan” and its 2 running drips are as before.");
  });
});

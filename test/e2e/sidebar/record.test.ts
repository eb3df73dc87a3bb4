import { closeBrowser, type OpenSidebar, openSidebar, type Rows } from "./open-sidebar";

afterAll(closeBrowser);

const listens = { State: "active", Event: "transaction created" };
const rows: Rows = {
  Partners: [{ Key: "ptn_a", Name: "Ada Berg", "E-mail": "ada@berg.example" }],
  Customers: [
    { Key: "cus_1", Name: "Harbor Tea", Partner: "ptn_a", "Created on": "2026-03-02" },
    { Key: "cus_2", Name: "Maple Bikes", Partner: "ptn_a", "Created on": "2026-03-02" },
  ],
  Triggers: [
    {
      ...listens,
      Key: "trg_rate",
      Name: "Rate",
      Order: 1,
      Action: "grant a reward",
      Percent: "20",
    },
    {
      ...listens,
      Key: "trg_year",
      Name: "Yearly plan",
      Order: 2,
      Action: "start a drip",
      Amount: 20,
      Cycle: 1,
      "Cycle unit": "months",
      Occurrences: 12,
      Rules: '{"all":[{"fact":"transaction.Product","operator":"equal","value":"Yearly"}]}',
    },
  ],
  Transactions: [{ Key: "trx_1", Customer: "cus_1", Date: "2026-03-02", Amount: 100 }],
};

/** An option once the search has come to rest: Enter takes none before. */
const FOUND = "[role=listbox][aria-busy=false] [role=option]";

describe("recording customers, sales and refunds", () => {
  let open: OpenSidebar;
  const button = (name: string) => open.frame.getByRole("button", { name, exact: true });
  const dialog = () => open.frame.getByRole("dialog");
  const says = (text: string | RegExp) => open.frame.getByText(text).first().waitFor();
  const fill = (label: string, value: string) => open.frame.getByLabel(label).first().fill(value);
  const pick = async (label: string, search: string) => {
    await open.frame.getByRole("combobox", { name: label }).fill(search);
    await open.frame.locator(FOUND).first().waitFor();
    await open.page.keyboard.press("Enter");
    await button("Change")
      .or(open.frame.getByRole("button", { name: /Choose another/ }))
      .first()
      .waitFor();
  };
  beforeEach(async () => {
    open = await openSidebar({ rows, run: true });
    await open.go("Record");
  });
  afterEach(() => open.close());

  it("shows what a sale will trigger, writes nothing before confirmation, and can be judged immediately", async () => {
    await open.screenshot("record-sale");
    expect(await open.axe()).toEqual([]);
    await pick("Customer", "maple");
    await fill("Amount", "1,200.00");
    await fill("Product", "Yearly");
    await button("See what it triggers").click();
    await says("“Rate” granted $240.00");
    await says("“Yearly plan” started a drip of $20.00 × 12");
    await open.screenshot("record-sale-foreseen");
    expect(await open.axe()).toEqual([]);
    expect(open.host.rows("Transactions")).toHaveLength(1);

    await dialog().getByRole("button", { name: "Record sale" }).click();
    await says("Sale recorded. The next run processes it.");
    const row = open.host.rows("Transactions")[1];
    expect(row).toMatchObject({ Customer: "cus_2", Amount: 1200, Product: "Yearly" });
    expect(open.host.rows("Rewards")).toHaveLength(1);

    await open.frame.locator(".toasts").getByRole("button", { name: "Run now" }).click();
    await button("Run now").waitFor();
    await open.frame
      .getByText(/processed/)
      .first()
      .waitFor();
    expect(open.host.rows("Rewards").map(({ Amount }) => Amount)).toContain(240);
  });

  it("shows an error at the field and keeps what is typed", async () => {
    await button("See what it triggers").click();
    await says("Customer is needed.");
    await pick("Customer", "harbor");
    await fill("Amount", "12.345");
    await fill("Key", "trx_1");
    await button("See what it triggers").click();
    await says(/more decimals than USD allows/);
    await fill("Amount", "-12");
    await button("See what it triggers").click();
    await says("A sale is not negative. Money given back is a refund.");
    await open.screenshot("record-refused");
    expect(await open.axe()).toEqual([]);
    expect(await open.frame.getByLabel("Key").inputValue()).toBe("trx_1");
  });

  it("offers to add an unknown customer, and keeps the sale in progress", async () => {
    await fill("Amount", "twelve");
    await open.frame.getByRole("combobox", { name: "Customer" }).fill("Zoë");
    await open.frame.getByRole("option", { name: "Add customer" }).waitFor();
    await open.screenshot("record-sale-unknown-customer");
    expect(await open.axe()).toEqual([]);
    await open.page.keyboard.press("Enter");
    await open.frame.getByRole("radio", { name: "Customer", checked: true }).waitFor();
    await button("Cancel").click();
    expect(await open.frame.getByLabel("Amount").inputValue()).toBe("twelve");
    await pick("Customer", "harbor");
    await button("See what it triggers").click();
    await says("“twelve” is not a number. Type it in digits, for example 12.50.");
    expect(open.complaints).toEqual([]);
  });

  it("shows what a refund will change, and names the sale's currency and what is left", async () => {
    await open.frame.getByLabel("Refund", { exact: true }).check();
    await pick("Sale", "harbor");
    await says("Blank means the full remaining amount, $100.00.");
    await fill("Amount refunded", "150");
    await button("See what it triggers").click();
    await says("Only $100.00 of this sale is left.");
    await fill("Amount refunded", "25");
    await button("See what it triggers").click();
    await says("Was $20.00");
    await says("$15.00");
    await open.screenshot("record-refund-foreseen");
    expect(await open.axe()).toEqual([]);

    await dialog().getByRole("button", { name: "Record refund" }).click();
    await says(/Refund recorded\./);
    expect(open.host.rows("Transactions")[1]).toMatchObject({ "Refund of": "trx_1", Amount: 25 });
  });

  it("adds a partner, with payout details if wanted", async () => {
    await open.frame.getByRole("radio", { name: "Partner" }).check();
    await fill("Name", "Dora Ek");
    await open.frame.getByText("How this partner is paid").click();
    expect(await open.axe()).toEqual([]);
    await open.screenshot("record-partner");
    await open.frame.getByLabel("Payout method").selectOption("Wise");
    await fill("Payment e-mail", "dora");
    await button("See what it triggers").click();
    await says("“dora” is not an e-mail address.");
    await open.saved("dora");
    await open.at("record", "partner");
    // What is filled in is not folded away.
    await fill("Payment e-mail", "dora@ek.example");
    await button("See what it triggers").click();
    await dialog().getByRole("button", { name: "Add partner" }).click();
    await says(/Dora Ek added/);
    expect(open.host.rows("Partners")[1]).toMatchObject({
      Name: "Dora Ek",
      "Payout method": "Wise",
      "Payee type": "person",
      "Payment e-mail": "dora@ek.example",
    });
    expect(open.complaints).toEqual([]);
  });

  it("adds a customer, and goes on to the first sale", async () => {
    await open.frame.getByRole("radio", { name: "Customer" }).check();
    await pick("Partner", "ada");
    await fill("Name", "Zoë Tea");
    await fill("E-mail", "ada@berg.example");
    await button("See what it triggers").click();
    await says(/It triggers nothing/);
    expect(await open.axe()).toEqual([]);
    await dialog().getByRole("button", { name: "Add customer" }).click();
    await says(/Zoë Tea added/);
    await button("Record a sale").click();
    await open.frame.getByRole("button", { name: /Customer: Zoë Tea\. Choose another/ }).waitFor();
    expect(open.host.rows("Customers")[2]).toMatchObject({ Name: "Zoë Tea", Partner: "ptn_a" });
    expect(open.complaints).toEqual([]);
  });
});

describe("in a German spreadsheet", () => {
  let open: OpenSidebar;
  afterEach(() => open.close());

  it("accepts amounts and days as people type them there, and restores what was typed after a reload", async () => {
    open = await openSidebar({ rows, run: true, locale: "de_DE" });
    await open.go("Record");
    await open.frame.getByRole("combobox", { name: "Customer" }).fill("maple");
    await open.frame.locator(FOUND).first().waitFor();
    await open.page.keyboard.press("Enter");
    await open.frame.getByLabel("Amount").fill("1.200,50");
    await open.frame.getByLabel("Date").fill("2.3.2026");
    await open.saved("2.3.2026");
    await open.reload();
    await open.go("Record");
    await open.frame.getByRole("button", { name: /Customer: Maple Bikes/ }).waitFor();
    expect(await open.frame.getByLabel("Amount").inputValue()).toBe("1.200,50");

    await open.frame.getByRole("button", { name: "See what it triggers" }).click();
    await open.frame
      .getByRole("dialog")
      .getByText(/240,10\s\$/)
      .waitFor();
    await open.frame.getByRole("dialog").getByRole("button", { name: "Record sale" }).click();
    await open.frame.getByText(/Sale recorded\./).waitFor();
    const row = open.host.rows("Transactions")[1];
    expect(row).toMatchObject({ Customer: "cus_2", Amount: 1200.5 });
    expect(JSON.stringify(row?.Date)).toContain("2026-03-02");
  });
});

describe("a manual reward", () => {
  let open: OpenSidebar;
  const button = (name: string) => open.frame.getByRole("button", { name, exact: true });
  const says = (text: string | RegExp) => open.frame.getByText(text).first().waitFor();
  beforeEach(async () => {
    open = await openSidebar({ rows, run: true });
    await open.go("Manual reward");
  });
  afterEach(() => open.close());

  it("finds the partner and the customer, gives a reason, shows when it is paid, and is made", async () => {
    const { frame, page, host } = open;
    for (const [label, search] of [
      ["Partner", "ada"],
      ["Customer", "harb"],
    ] as const) {
      await frame.getByRole("combobox", { name: label }).fill(search);
      await frame.locator(FOUND).first().waitFor();
      await page.keyboard.press("Enter");
      await frame.getByRole("button", { name: `${label}: ` }).waitFor();
    }
    await frame.getByLabel("Description").fill("Missed reward for Harbor's March upgrade");
    await frame.getByLabel("Amount").fill("20");
    await frame.getByLabel("Reason").selectOption("clawback");
    await says(/Estimated payment Apr 13, 2026/);
    await button("Create reward").click();
    await says("A clawback takes money back: type the amount with a minus.");
    await frame.getByLabel("Reason").selectOption("missed reward");
    await button("Create reward").click();
    await says("Is this a duplicate?");
    await open.screenshot("manual-reward-duplicate");
    expect(await open.axe()).toEqual([]);
    await button("Create anyway").click();
    await says(/Reward of \$20\.00 for Ada Berg created/);
    expect(host.rows("Rewards").at(-1)).toMatchObject({
      Partner: "ptn_a",
      Customer: "cus_1",
      Source: "manual",
      Amount: 20,
    });
  });

  it("links to the forms that fire triggers", async () => {
    await open.frame.getByText("Or record the customer and the sale").click();
    await open.screenshot("manual-reward-door");
    expect(await open.axe()).toEqual([]);
    await button("Record sale").click();
    await open.frame.getByRole("heading", { level: 1, name: "Record" }).waitFor();
  });
});

import type { Frame } from "playwright-core";
import { rateTrigger } from "../../support/rate-trigger";
import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

const rows = {
  Partners: [
    { Key: "ada", Name: "Ada Berg" },
    { Key: "old", Name: "Bertha Old", Status: "archived", "Archived on": "2026-01-02" },
  ],
  Customers: [
    {
      Key: "cus_1",
      Name: "Harbor",
      "E-mail": "ap@harbor.example",
      Partner: "ada",
      "Created on": "2026-01-01",
    },
  ],
  Triggers: [rateTrigger],
};
const german = [
  "Umsätze im Februar",
  "",
  "Bestellnummer;Kunde;Bestelldatum;Gesamtbetrag;Währung;Zahlungsstatus;Vermittelt von",
  "1001;Hafen GmbH;10.02.2026;427,25 €;EUR;bezahlt;Ada Berg",
  "1002;Ahorn;11.02.2026;1.200,00 €;EUR;storniert;",
  "1003;Ahorn;12.02.2026;1.200 €;EUR;bezahlt;",
  "1004;Ahorn;30.02.2026;12,00;EUR;bezahlt;",
  "Summe;;;1.627,25 €;;;",
].join("\r\n");

describe("an import, from the file to rewards", () => {
  let open: OpenSidebar;
  let wide: Frame;
  beforeEach(async () => {
    open = await openSidebar({ rows });
    await open.go("Record");
    await open.frame.getByRole("button", { name: "Import a file of sales" }).click();
    wide = await open.wide();
    await heading("Import sales");
  });
  afterEach(async () => {
    expect(open.complaints).toEqual([]);
    await open.close();
  });
  const press = (name: string | RegExp) => wide.getByRole("button", { name }).click();
  const heading = (name: string) => wide.getByRole("heading", { level: 1, name }).waitFor();
  const choose = (name: string, text: string | Buffer) =>
    wide
      .getByLabel("File of sales")
      .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text as string) });

  it("reads a German sheet as office programs write it, says what each line becomes, and earns", async () => {
    await choose("umsatz.csv", Buffer.from(german.replace(/€/g, "\u0080"), "latin1"));
    await heading("What the columns are");
    expect(await wide.getByLabel("Gesamtbetrag becomes").inputValue()).toBe("amount");
    expect(await open.axe(wide)).toEqual([]);
    await open.screenshot("import-columns");

    await press("See what it becomes");
    await heading("What the file becomes");
    await wide.getByText("2 new sales").waitFor();
    await wide.getByText("Line 7: “30.02.2026” is not a date.").waitFor();
    await wide.getByText("1 line left out").waitFor();
    await wide.getByText("By status: storniert (1).").waitFor();
    await wide.getByText("2 lines skipped").waitFor();
    expect(await open.axe(wide)).toEqual([]);
    await open.screenshot("import-preview");
    expect(open.host.rows("Transactions")).toEqual([]);

    const partner = wide.getByLabel("The partner of new customers that have none");
    await partner.fill("ber");
    await wide.getByRole("option", { name: /Ada Berg/ }).waitFor();
    expect(await wide.getByRole("option").count()).toBe(1);
    await open.screenshot("import-partner");
    await wide.getByRole("option", { name: /Ada Berg/ }).click();
    await wide.getByText("All customers have a partner.").waitFor();
    await wide.getByLabel("Start the program on Feb 10, 2026").check();
    await wide.getByText("No sale before the program's start").waitFor();
    await press("Add 2 rows");
    await heading("Imported");
    expect(await open.axe(wide)).toEqual([]);
    expect(open.host.rows("Transactions")).toMatchObject([
      { Key: "1001", Customer: "Hafen GmbH", Amount: 427.25, Currency: "EUR" },
      { Key: "1003", Customer: "Ahorn", Amount: 1200, Currency: "EUR" },
    ]);
    await open.host.rpc("run", { kind: "by hand" });
    expect(open.host.rows("Rewards")).toMatchObject([
      { Key: "1001/rate", Amount: 85.45 },
      { Key: "1003/rate", Amount: 240 },
    ]);
  });

  it("says what it really added, where rows came from elsewhere after the preview", async () => {
    const line = (key: string) => `${key},cus_1,2026-03-01,10.00,USD`;
    await choose(
      "sales.csv",
      ["Key,Customer,Date,Amount,Currency", line("a"), line("b")].join("\n"),
    );
    await press("See what it becomes");
    await wide.getByText("2 new sales").waitFor();
    open.host.append("Transactions", [
      { Key: "a", Customer: "cus_1", Date: "2026-03-01", Amount: 10, Currency: "USD" },
    ]);
    await press("Add 2 rows");
    await wide.getByText("Added: 1 sale.").waitFor();
    expect(open.host.rows("Transactions").map(({ Key }) => Key)).toEqual(["a", "b"]);
  });

  it("adds only what was checked: an option whose check fails changes nothing", async () => {
    const start = wide.getByLabel("Start the program on Feb 10, 2026");
    await choose("umsatz.csv", Buffer.from(german.replace(/€/g, "\u0080"), "latin1"));
    await press("See what it becomes");
    await wide.getByText("2 sales before the program's start").waitFor();

    open.server.aim("check-import");
    open.server.fail();
    await wide.getByLabel("The partner of new customers that have none").fill("ada");
    await wide.getByRole("option", { name: /Ada Berg/ }).click();
    await wide.getByText(/Google returned an error/).waitFor();
    await wide.getByText("1 customer without a partner: Ahorn.").waitFor();
    expect(await wide.getByRole("button", { name: /Ada Berg\. Choose another/ }).count()).toBe(0);
    open.server.mend();

    const held = open.server.hold();
    await start.check();
    await wide.getByRole("button", { name: "Checking" }).waitFor();
    await start.click({ force: true });
    expect([await start.isChecked(), held.count()]).toEqual([true, 1]);
    await press("Columns and questions");
    held.letGo();
    await press("See what it becomes");
    await wide.getByText("2 sales before the program's start").waitFor();
    expect(await start.isChecked()).toBe(false);

    await press("Add 2 rows");
    await heading("Imported");
    expect(open.host.rows("Customers").map(({ Name, Partner }) => [Name, Partner])).toEqual([
      ["Harbor", "ada"],
      ["Hafen GmbH", "ada"],
      ["Ahorn", ""],
    ]);
  });

  it("asks once about ambiguities, remembers the answers for the next file, and undoes an import", async () => {
    const header = "id,Customer ID,Created,Amount,Currency,Status";
    await choose(
      "one.csv",
      [header, "a,cus_1,03/02/2026,100.00,USD,Paid", "b,cus_1,03/02/2026,50.00,USD,Odd"].join("\n"),
    );
    await heading("What the columns are");
    await wide.getByLabel("Mar 2, 2026").check();
    await wide.getByLabel("Lines with Odd are").selectOption("out");
    await press("See what it becomes");
    await press("Add 1 row");
    await heading("Imported");
    await press("Import another file");

    await choose(
      "two.csv",
      [header, "a,cus_1,03/02/2026,100.00,USD,Paid", "c,cus_1,04/02/2026,7.00,USD,Paid"].join("\n"),
    );
    await heading("What the file becomes");
    await wide.getByText("1 line is here already").waitFor();
    await press("Add 1 row");
    await heading("Imported");
    expect(open.host.rows("Transactions").map(({ Key }) => Key)).toEqual(["a", "c"]);
    await open.host.rpc("run", { kind: "by hand" });
    expect(open.host.rows("Rewards")).toHaveLength(1);

    await press("Undo this import");
    await wide.getByText("Removes 1 transaction").waitFor();
    await press("Undo the import");
    await wide.getByText("The import was undone.").waitFor();
    expect(open.host.rows("Transactions").map(({ Key }) => Key)).toEqual(["a"]);
  });

  it("says which rows stay when it is undone, the first fifty by name", async () => {
    const lines = Array.from({ length: 52 }, (_, n) => `o${n}\tc${n}@x.example\t2026-03-02\t5`);
    await wide
      .getByLabel("Or paste cells, with their headers")
      .fill(["Order\tEmail\tDate\tTotal", ...lines].join("\n"));
    await press("Read what is pasted");
    await press("See what it becomes");
    await press("Add 52 rows");
    await heading("Imported");
    const added = open.host.rows("Customers").slice(1);
    const later = added.map(({ Key }, n) => ({ Key: `later${n}`, Customer: Key as string }));
    open.host.append(
      "Transactions",
      later.map((row) => ({ ...row, Date: "2026-03-02", Amount: 1 })),
    );

    await press("Undo this import");
    await wide.getByText("52 rows stay:").waitFor();
    await wide.getByText("and 42 more").waitFor();
    expect(await wide.getByText(/^Customers “.*”: it has other rows$/).count()).toBe(10);
    await open.screenshot("import-undo");
  });

  it("imports another tab of the spreadsheet, whose dates and numbers are cells", async () => {
    for (const header of ["id", "email", "date", "amount"]) open.host.addColumn("Sheet1", header);
    open.host.append("Sheet1", [
      { id: "z1", email: "ap@harbor.example", date: "2026-03-02", amount: 1200.5 },
    ]);
    await press("Close");
    await open.page.locator("#dialog").waitFor({ state: "detached" });
    await open.reload();
    await open.go("Record");
    await open.frame.getByRole("button", { name: "Import a file of sales" }).click();
    wide = await open.wide();
    await wide.getByLabel("Or take a tab of this spreadsheet").selectOption("Sheet1");
    await press("Read this tab");
    await press("See what it becomes");
    await press("Add 1 row");
    await heading("Imported");
    expect(open.host.rows("Transactions")).toMatchObject([{ Key: "z1", Amount: 1200.5 }]);

    await press("Read it at each run");
    await wide.getByText("Each run reads the tab Sheet1 from now on").waitFor();
    expect(await open.axe(wide)).toEqual([]);
    await open.screenshot("import-tab-kept");
    open.host.append("Sheet1", [
      { id: "z2", email: "ap@harbor.example", date: "2026-03-03T23:30:00Z", amount: "7.50" },
    ]);
    await open.host.rpc("run", { kind: "by hand" });
    expect(open.host.rows("Transactions").map(({ Key }) => Key)).toEqual(["z1", "z2"]);
    await press("Import another file");
    await wide.getByRole("button", { name: "Stop reading Sheet1" }).waitFor();
  });

  it("imports pasted cells, by keyboard alone", async () => {
    await wide
      .getByLabel("Or paste cells, with their headers")
      .fill("Order\tEmail\tDate\tTotal\no1\tap@harbor.example\t2026-02-10\t12.50");
    await wide.getByRole("button", { name: "Read what is pasted" }).focus();
    await wide.page().keyboard.press("Enter");
    await heading("What the columns are");
    await wide.getByRole("button", { name: "See what it becomes" }).focus();
    await wide.page().keyboard.press("Enter");
    await wide.getByText("1 new sale").waitFor();
    await press("Add 1 row");
    await heading("Imported");

    expect(open.host.rows("Transactions")).toMatchObject([
      { Key: "o1", Customer: "cus_1", Amount: 12.5 },
    ]);
  });
});

import fc from "fast-check";
import { readDisplay, readFormats, writeFormats } from "../../host/workbook";
import { dateFormatIn } from "../../src/sheets/codec/formats";
import { openHost } from "../support/host";
import { runs } from "../support/laws";
import { prepared } from "../support/prepared";
import { refusesAll } from "../support/refusing-rule";
import { ask } from "../support/small-program";

type Driver = Awaited<ReturnType<typeof openHost>>;

/** A program with a sale in each of three currencies, of which its run made rewards. */
const program = (): Promise<Driver> =>
  prepared("three currencies", async () => {
    const host = await openHost({ now: "2026-03-05", timeZone: "UTC" });
    await ask(host, "set-up", {});
    host.append("Partners", [{ Key: "ptn_1", Name: "Ada", "Joined on": "2026-01-05" }]);
    host.append("Customers", [{ Key: "cus_1", Partner: "ptn_1", "Created on": "2026-01-10" }]);
    host.append("Triggers", [
      {
        Key: "trg_1",
        Name: "Rate",
        State: "active",
        Event: "transaction created",
        Action: "grant a reward",
        Percent: "15",
      },
    ]);
    host.append("Transactions", [
      { Key: "trx_1", Customer: "cus_1", Date: "2026-03-05", Amount: 1000, Currency: "JPY" },
      { Key: "trx_2", Customer: "cus_1", Date: "2026-03-05", Amount: 458.92, Currency: "USD" },
      { Key: "trx_3", Customer: "cus_1", Date: "2026-03-05", Amount: 1.234, Currency: "KWD" },
    ]);
    await ask(host, "run", { kind: "by hand" });
    return host;
  });

function place(host: Driver, tab: string, header: string, rows = host.rows(tab).length) {
  const sheet = host.workbook.sheets.find(({ name }) => name === tab);
  if (!sheet) throw new Error(`There is no tab ${tab}`);
  const column = (sheet.rows[0]?.cells ?? []).indexOf(header) + 1;
  return { sheet, rect: { row: 2, column, rows, columns: 1 } };
}
function shown(host: Driver, tab: string, header: string): readonly string[] {
  const { sheet, rect } = place(host, tab, header);
  return readDisplay(host.workbook, sheet, rect);
}
function formats(host: Driver, tab: string, header: string, rows?: number): readonly string[] {
  const { sheet, rect } = place(host, tab, header, rows);
  return readFormats(sheet, rect);
}
/** A person chooses a number format for each cell of a column. */
function choose(host: Driver, tab: string, header: string, chosen: readonly string[]): void {
  const { sheet, rect } = place(host, tab, header, chosen.length);
  writeFormats(host.workbook, sheet, rect, chosen);
}
const inLocale = (host: Driver, locale: string): void => {
  host.workbook.locale = locale;
};
const run = (host: Driver) => ask(host, "run", { kind: "by hand" });

describe("amounts show the decimals of their currency (SHEET-17b)", () => {
  test("each reward shows those of its own", async () => {
    const host = await program();

    expect(shown(host, "Rewards", "Amount")).toEqual(["150", "68.84", "0.185"]);
  });

  test("a typed sale shows them once the run wrote to its row", async () => {
    const host = await program();

    expect(shown(host, "Transactions", "Amount")).toEqual(["1,000", "458.92", "1.234"]);
  });

  test("an act that writes to a typed trigger formats its amounts, and no format that a person chose", async () => {
    const host = await program();
    const typed = { State: "active", Event: "transaction created", Action: "grant a reward" };
    host.append("Triggers", [
      { ...typed, Name: "Yen", Amount: 500, Currency: "JPY", "Limit per reward": 90 },
      { ...typed, Name: "Dinar", Amount: 1.5, Currency: "KWD" },
    ]);
    expect(shown(host, "Triggers", "Amount")).toEqual(["", "500.00", "1.50"]);
    choose(host, "Triggers", "Limit per reward", ["#,##0.00", "¥0.0", "#,##0.00"]);
    await run(host);

    expect(shown(host, "Triggers", "Amount")).toEqual(["", "500", "1.500"]);
    expect(formats(host, "Triggers", "Limit per reward")).toEqual(["#,##0.00", "¥0.0", "#,##0.00"]);
  });

  test("a run that Google stops from writing a column of rewards says so, and once the column may be written every reward is there", async () => {
    const base = await program();
    base.append("Transactions", [
      { Key: "trx_4", Customer: "cus_1", Date: "2026-03-05", Amount: 2000, Currency: "JPY" },
    ]);
    const unhurt = base.fork();
    await run(unhurt);
    const owed = (host: Driver) => host.rows("Rewards").map(({ Key, Amount }) => [Key, Amount]);
    for (const header of ["Earned on", "Status", "Amount", "Partner", "Key", "Why"]) {
      const host = base.fork();
      host.validate("Rewards", header, refusesAll);
      const told = await run(host).then(() => "", String);
      const lines = host.rows("Activity").map(({ What }) => String(What));
      expect([header, ...lines, told].join("\n")).toMatch(
        /WRITE_REFUSED: Rewards |could not be written/,
      );
      host.validate("Rewards", header, null);
      await run(host);
      expect([header, owed(host)]).toEqual([header, owed(unhurt)]);
    }
  });

  test("set-up formats typed rows that no run has written to yet", async () => {
    const host = await program();
    host.append("Transactions", [{ Key: "trx_4", Customer: "nobody", Amount: 7, Currency: "JPY" }]);
    await ask(host, "set-up", {});

    expect(shown(host, "Transactions", "Amount")).toEqual(["1,000", "458.92", "1.234", "7"]);
  });

  test("once the program's currency is the yen, what is typed without a currency shows no decimals at once", async () => {
    const host = await program();
    host.type("Settings", { Key: "program currency" }, "Value", "JPY");
    await run(host);
    host.append("Transactions", [{ Key: "trx_4", Customer: "cus_1", Amount: 700 }]);

    expect(shown(host, "Transactions", "Amount")).toEqual(["1,000", "458.92", "1.234", "700"]);
  });
});

describe("days are shown as the spreadsheet's locale writes them (SHEET-17a)", () => {
  test.each([
    ["en_US", "m/d/yyyy"],
    ["en_GB", "dd/mm/yyyy"],
    ["de_DE", "dd.mm.yyyy"],
    ["fr_FR", "dd/mm/yyyy"],
    ["ja_JP", "yyyy/mm/dd"],
    ["nl_NL", "dd-mm-yyyy"],
    ["sv_SE", "yyyy-mm-dd"],
    ["hu_HU", "yyyy. mm. dd."],
    ["bg_BG", "d.mm.yyyy"],
    ["ar_EG", "d/m/yyyy"],
    ["th_TH", "d/m/yyyy"],
    ["iw_IL", "d.m.yyyy"],
    ["de", "dd.mm.yyyy"],
  ])("%s: %s", (locale, format) => {
    expect(dateFormatIn(locale)).toBe(format);
  });

  test("in a locale that the server does not know, days are shown as yyyy-mm-dd", () => {
    for (const locale of ["xx_YY", "sr_RS@latin", "no_NO_NY", "", "nonsense locale"]) {
      expect([locale, dateFormatIn(locale)]).toEqual([locale, "yyyy-mm-dd"]);
    }
  });

  test("in a new spreadsheet: typed days, days of rewards, and moments with their time", async () => {
    const host = await openHost({ now: "2026-03-05", timeZone: "UTC", locale: "de_DE" });
    await ask(host, "set-up", {});
    host.append("Partners", [{ Key: "ptn_1", Name: "Ada", "Joined on": "5.3.2026" }]);
    await run(host);

    expect(shown(host, "Partners", "Joined on")).toEqual(["05.03.2026"]);
    expect(shown(host, "Activity", "When")[0]).toMatch(/^05\.03\.2026 \d\d:\d\d:\d\d$/);
    await host.close();
  });

  test("after the locale is changed, the next run formats all days anew, also in the blank rows below", async () => {
    const host = await program();
    expect(shown(host, "Rewards", "Earned on")[0]).toBe("3/5/2026");
    inLocale(host, "fr_FR");
    await run(host);

    expect(shown(host, "Rewards", "Earned on")).toEqual(["05/03/2026", "05/03/2026", "05/03/2026"]);
    expect(shown(host, "Transactions", "Date")[2]).toBe("05/03/2026");
    expect(new Set(formats(host, "Transactions", "Date", 900))).toEqual(new Set(["dd/mm/yyyy"]));
  });

  test("set-up formats days for a changed locale, and a second set-up changes no format", async () => {
    const host = await program();
    inLocale(host, "de_DE");
    await ask(host, "set-up", {});
    const { usage } = await host.atSheet("rpc", "set-up", {});

    expect(shown(host, "Customers", "Created on")).toEqual(["10.01.2026"]);
    expect(usage.calls["RangeList.setNumberFormat"]).toBeUndefined();
  });

  test("a statement's tab shows its days as the locale writes them", async () => {
    const host = await program();
    inLocale(host, "de_DE");
    const { output } = (await host.rpc("write-statement", {
      partner: "ptn_1",
      month: "2026-03",
    })) as {
      output: { tab: string };
    };
    const { sheet } = place(host, output.tab, "");
    const rect = { row: 1, column: 1, rows: sheet.rows.length, columns: 6 };

    expect(readDisplay(host.workbook, sheet, rect)).toContain("05.03.2026");
    expect(readDisplay(host.workbook, sheet, rect)).not.toContain("2026-03-05");
  });

  test("formats that a person chose stay, and what a cell holds is read as before, whatever the locales", async () => {
    const locales = [
      "en_US",
      "de_DE",
      "fr_FR",
      "ja_JP",
      "hu_HU",
      "bg_BG",
      "sv_SE",
      "ar_EG",
      "xx_YY",
    ];
    const odd = ["d mmm", "yyyy", "mmmm yyyy", 'dd" of "mm', "[h]:mm", "yyyy-mm-dd", "d.m.yy"];
    const cell = fc.oneof(fc.constant("ours"), fc.constant("quoted"), fc.constantFrom(...odd));
    const life = fc.record({
      locales: fc.array(fc.constantFrom(...locales), { minLength: 2, maxLength: 3 }),
      cells: fc.array(cell, { minLength: 3, maxLength: 3 }),
      call: fc.constantFrom("run", "set-up"),
    });
    await fc.assert(
      fc.asyncProperty(life, async ({ locales: drawn, cells, call }) => {
        const host = await program();
        const before = host.rows("Rewards");
        let ours = dateFormatIn("en_US");
        for (const locale of drawn) {
          // Google may give a format back with its marks in quotes or after a backslash.
          const quoted = ours.replace(/[. ]+/g, (marks) => `"${marks}"`);
          const chosen = cells.map((each) =>
            each === "ours" ? ours : each === "quoted" ? quoted : each,
          );
          choose(host, "Rewards", "Earned on", chosen);
          inLocale(host, locale);
          const next = dateFormatIn(locale);
          await ask(host, call, call === "run" ? { kind: "by hand" } : {});

          const isOurs = (format: string) => format.replace(/"/g, "") === ours;
          const expected = chosen.map((format) =>
            isOurs(format) && next !== ours ? next : format,
          );
          expect(formats(host, "Rewards", "Earned on")).toEqual(expected);
          ours = next;
        }
        choose(host, "Rewards", "Earned on", [ours, ours, ours]);
        expect(host.rows("Rewards")).toEqual(before);
      }),
      { numRuns: Math.min(runs, 300) },
    );
  });
});

import fc from "fast-check";
import { findTable } from "../../src/engine/intake/import/find-table";
import { partsOf } from "../../src/engine/intake/import/parts-of";
import { planImport } from "../../src/engine/intake/import/plan-import";
import { readCsv } from "../../src/engine/intake/import/read-csv";
import { readFile, rowsOfFile } from "../../src/engine/intake/import/read-file";
import { unpackPart } from "../../src/engine/intake/import/wire-row";
import type { Currency } from "../../src/engine/kernel/money";
import { apply } from "../../src/engine/program/changeset";
import { begin } from "../../src/engine/program/work";
import { insertPlan } from "../../src/engine/usecases/sales/insert-plan";
import { decode } from "../../src/ui/import/decode";
import { badLinesCsv } from "../../src/ui/import/outcome";
import { law, programs } from "../support/laws";
import { offsetsOf, programOf } from "../support/program";

/** Headers that say what they are, twice, not at all, or over two lines. */
const known = [
  [
    "Order ID",
    "Customer",
    "Created at",
    "Total",
    "Status",
    "Amount Refunded",
    "Refund of",
    "Partner",
  ],
  [
    "Bestellnummer",
    "Kunde",
    "Datum",
    "Betrag",
    "Zahlungsstatus",
    "Erstattet",
    "Erstattung von",
    "Vermittler",
  ],
  [
    "Numéro de commande",
    "Client",
    "Date de commande",
    "Montant TTC",
    "Statut",
    "Remboursé",
    "Remboursement de",
    "Parrain",
  ],
] as const;
const junk = [
  "",
  "",
  "Total",
  "Customer",
  "Note",
  "a\nb",
  'The "best"',
  "x".repeat(300),
  'Größe 5"',
];

const LONG = 100_000;
const text = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom(
      "Ada",
      "Börse; AG",
      "a, b",
      "Zoë|Berg",
      "x\ty",
      'say "hi"',
      '5" pipe',
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      "two\nlines",
      "two\r\nlines",
      "=1+1",
      "-",
      "#N/A",
      "0042",
      "”“",
      "’",
    ),
  },
  { weight: 3, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 8 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("a\u0000b", "\u0007", "x".repeat(400), "\u200b", "\u00a0"),
  },
);
const cell = {
  key: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 12 }).map((n) => `o-${n}`) },
    { weight: 1, arbitrary: text },
    { weight: 1, arbitrary: fc.constant("") },
  ),
  customer: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom("c1", "ada@example.com", "New One") },
    { weight: 1, arbitrary: text },
    { weight: 1, arbitrary: fc.constant("") },
  ),
  date: fc.constantFrom(
    "2026-01-12",
    "12.01.2026",
    "2026-01-12T03:30:00Z",
    "03/04/2026",
    "",
    "soon",
    "Jan 5, 2026",
  ),
  amount: fc.constantFrom(
    "10.00",
    "1.200,50",
    "1,200.00",
    "1.200",
    "12,50 €",
    "-5.00",
    "(4.00)",
    "",
    "free",
    "0",
    "1e5",
  ),
  status: fc.constantFrom(
    "paid",
    "Paid",
    "failed",
    "refunded",
    "partially refunded",
    "",
    "odd",
    "bezahlt",
  ),
  refunded: fc.constantFrom("", "0", "0.00", "4.00", "10.00", "99999"),
  refundOf: fc.oneof(
    { weight: 4, arbitrary: fc.constant("") },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 14 }).map((n) => `o-${n}`) },
  ),
  partner: fc.constantFrom("", "", "ada", "Sam", "Zed", "x".repeat(300)),
};
const row = fc.tuple(
  ...(
    ["key", "customer", "date", "amount", "status", "refunded", "refundOf", "partner"] as const
  ).map((each) => cell[each]),
);

const file = fc.record({
  language: fc.nat(2),
  rows: fc.array(
    fc.record({
      cells: row,
      more: fc.array(text, { maxLength: 3 }),
      wide: fc.array(text, { maxLength: 2 }),
      cut: fc.option(fc.nat(8), { freq: 8 }),
    }),
    { minLength: 1, maxLength: 14 },
  ),
  junk: fc.array(fc.constantFrom(...junk), { maxLength: 3 }),
  titles: fc.array(fc.constantFrom("A report, all sales", "", "2026; first half", 'Say "hi"'), {
    maxLength: 3,
  }),
  hasSecond: fc.boolean(),
  foot: fc.array(fc.constantFrom("Total", "", "Made by the shop", "Total Energies"), {
    maxLength: 2,
  }),
  mark: fc.constantFrom(",", ";", "\t", "|"),
  end: fc.constantFrom("\n", "\r\n", "\r"),
  quotesAll: fc.boolean(),
  long: fc.option(fc.nat(200), { freq: 6 }),
});
type File = typeof file extends fc.Arbitrary<infer T> ? T : never;

/** The lines of the file as they are meant, with the number at which each begins. */
function linesOf(given: File) {
  const { language, junk: names, titles, hasSecond, foot } = given;
  const heads = [...(known[language] as readonly string[]), ...names];
  const body = given.rows.map(({ cells, more, wide, cut }) =>
    [...cells, ...names.map((_, n) => more[n] ?? ""), ...(wide.length === 2 ? wide : [])].slice(
      0,
      cut ?? undefined,
    ),
  );
  const at = given.long;
  if (at !== null) {
    const long = body[at % body.length];
    if (long?.length) long[at % long.length] = "y".repeat(LONG);
  }
  return [
    ...titles.map((title) => [title]),
    heads,
    ...(hasSecond ? [["[text]", "[name]", "[day]", "[EUR]"]] : []),
    ...body,
    ...foot.map((said) => [said]),
  ];
}
function written(given: File): string {
  const { mark, end, quotesAll } = given;
  const quoted = (said: string) => {
    const isOpen = said.includes(mark) || /[\n\r]/.test(said) || /^\s*"/.test(said);
    return isOpen || quotesAll ? `"${said.replace(/"/g, '""')}"` : said;
  };
  return linesOf(given)
    .map((cells) => cells.map(quoted).join(mark))
    .join(end);
}
const context = {
  programCurrency: "USD" as Currency,
  decimalMark: ".",
  zones: offsetsOf(""),
} as const;
const CONTROLS = /[^\P{Cc}\t\n\v\f\r]/gu;
const bare = (cells: readonly string[]) => cells.map((each) => each.replace(CONTROLS, ""));
const isBlank = (cells: readonly string[]) => bare(cells).every((each) => each.trim() === "");

const given = programOf({
  settings: [{ key: "program start", value: "2026-01-01" }],
  partners: [
    { key: "ada", name: "Ada" },
    { key: "s1", name: "Sam" },
    { key: "s2", name: "Sam" },
  ],
  customers: [{ key: "c1", name: "Harbor", partner: "ada", createdOn: "2026-01-02" }],
  transactions: [
    { key: "o-1", customer: "c1", date: "2026-01-03", amount: 50, currency: "USD" },
    { key: "o-2", customer: "", date: "2026-01-03", amount: "odd", currency: "USD" },
    { key: "o-3", customer: "c1", date: "2026-01-04", amount: 4, refundOf: "o-1", currency: "USD" },
  ],
});

describe("an ugly file", () => {
  law(
    "is read with nothing lost: each line is a header, a row or told beside the table, with its number",
    file,
    (each) => {
      const meant = linesOf(each)
        .filter((cells) => !isBlank(cells))
        .map(bare);
      const { body, aside } = findTable(written(each));
      const found = [...body, ...aside].sort((a, b) => a.line - b.line);
      const heads = meant.length - found.length;

      expect([1, 2]).toContain(heads);
      // What is left when the lines that were found are taken out are the headers, one below the other.
      let from = 0;
      while (
        from < found.length &&
        JSON.stringify(found[from]?.cells) === JSON.stringify(meant[from])
      )
        from++;
      expect(found.map(({ cells }) => cells)).toEqual([
        ...meant.slice(0, from),
        ...meant.slice(from + heads),
      ]);
      expect(new Set(found.map(({ line }) => line)).size).toBe(found.length);
    },
    programs * 2,
  );

  law(
    "has each line counted once: sales, refunds, known, left out, doubles or bad; and bad ones come back as a CSV",
    file,
    (each) => {
      const read = readFile(
        written(each),
        { dayOrder: "day first", outcomes: { odd: "sale" } },
        context,
      );
      expect(read.lines.map((line) => ("line" in line ? line.line : line.row.line))).toEqual(
        read.body.map(({ line }) => line),
      );
      const rows = rowsOfFile(read);
      const bad = read.lines.flatMap((line) => (line.kind === "bad" ? [line] : []));
      for (const { reasons } of bad) expect(reasons.join("")).not.toBe("");

      const parts = partsOf(rows);
      let program = given;
      const taken: number[] = [];
      const leftOut = new Set<string>();
      const keys = new Set(rows.map(({ key }) => key));
      for (const part of parts) {
        expect(JSON.stringify({ rows: JSON.stringify(part) }).length).toBeLessThan(900_000);
        const sent = unpackPart(JSON.stringify(part));
        taken.push(...sent.map(({ line }) => line));
        const work = begin(program);
        const plan = planImport(work, sent);
        const lineRefunds = plan.refunds.filter(({ key }) => keys.has(key)).length;
        expect(
          plan.sales.length +
            lineRefunds +
            plan.known +
            plan.bad.length +
            plan.refundedBefore.length,
        ).toBe(sent.length);
        // Never more is given back than a line says, or than lines say.
        for (const { key, amount } of plan.sales) {
          const line = rows.find((one) => one.key === key);
          const own = plan.refunds.filter(
            ({ refundOf, key: own }) => refundOf === key && !keys.has(own),
          );
          const said = line?.refunded === "all" ? line.amount : (line?.refunded ?? 0);
          expect(own.reduce((sum, one) => sum + (one.amount ?? 0), 0)).toBeLessThanOrEqual(
            Math.min(said, amount ?? 0),
          );
        }
        const lines = new Set(plan.bad.map(({ line }) => line));
        for (const row of sent) if (lines.has(row.line)) leftOut.add(row.key);
        insertPlan(work, plan);
        program = apply(program, work.changes());
      }
      expect(taken.sort((a, b) => a - b)).toEqual(rows.map(({ line }) => line));
      // Once more: nothing is new, but for lines that were left out, whose customer may have a partner by now.
      const again = parts.flatMap((part) => {
        const plan = planImport(begin(program), unpackPart(JSON.stringify(part)));
        return [...plan.sales, ...plan.refunds].map(({ key }) => key);
      });
      expect(again.filter((key) => !leftOut.has(key))).toEqual([]);

      const csv = readCsv(badLinesCsv(read, bad), ",").slice(1);
      expect(csv.map(({ cells }) => cells.at(-2))).toEqual(bad.map(({ line }) => String(line)));
    },
    programs * 2,
  );

  const encodings = {
    "utf-8": (said: string) => Buffer.from(said, "utf8"),
    "utf-8 with a mark": (said: string) => Buffer.from(`\ufeff${said}`, "utf8"),
    "utf-16": (said: string) => Buffer.from(`\ufeff${said}`, "utf16le"),
    "utf-16, the other way": (said: string) => Buffer.from(`\ufeff${said}`, "utf16le").swap16(),
    "utf-16 without a mark": (said: string) => Buffer.from(said, "utf16le"),
    "utf-16, the other way, without a mark": (said: string) =>
      Buffer.from(said, "utf16le").swap16(),
  } as const;
  const names = Object.keys(encodings) as (keyof typeof encodings)[];
  law(
    "in any encoding is the same text",
    fc.tuple(file, fc.constantFrom(...names)),
    ([each, name]) => {
      const said = Buffer.from(written(each).replace(CONTROLS, "")).toString();
      expect(decode(encodings[name](said)).replace(/^\ufeff/, "")).toBe(said);
    },
  );
  test("in another alphabet and without a mark is known as UTF-16 by its digits and marks", () => {
    const said = "Клиент;Дата;Сумма\r\nИван Петров;12.01.2026;100,00\r\nОльга;13.01.2026;20,00\r\n";
    for (const name of names)
      expect(decode(encodings[name](said)).replace(/^\ufeff/, "")).toBe(said);
  });

  law(
    "with a stray quote has all its other lines as they are",
    fc.tuple(
      fc.array(fc.constantFrom("a,b,c", "1,2,3", "x y,z,", "p 5,q"), {
        minLength: 2,
        maxLength: 8,
      }),
      fc.nat(99),
      fc.nat(2),
      fc.constantFrom("\n", "\r\n"),
    ),
    ([lines, at, column, end]) => {
      const row = at % lines.length;
      const cells = (lines[row] ?? "").split(",");
      cells[column] = `"${cells[column]}`;
      const broken = lines.map((line, n) => (n === row ? cells.join(",") : line));
      const read = readCsv(broken.join(end), ",");
      expect(read.map((each) => each.cells.join(","))).toEqual(broken);
    },
  );
});

law(
  "an amount that an unquoted comma tore is never taken in part, whatever stands beside it (IMPORT-18)",
  fc.record({
    first: fc.integer({ min: 1, max: 999 }),
    rest: fc.integer({ min: 0, max: 999 }).map((n) => String(n).padStart(3, "0")),
    decimals: fc.constantFrom("", ".00", ".5"),
    sign: fc.constantFrom("", "-", "$", "EUR "),
    currency: fc.constantFrom("", " €", " USD"),
    notes: fc.array(fc.constantFrom("", "ok", "paid by card"), { minLength: 1, maxLength: 3 }),
    others: fc.array(fc.constantFrom("10.00", "1200", "7,90"), { maxLength: 3 }),
  }),
  ({ first, rest, decimals, sign, currency, notes, others }) => {
    const headers = ["id", "customer", "date", "amount", ...notes.map((_, n) => `note ${n + 1}`)];
    const lineOf = (key: string, amount: string) =>
      [key, "c1", "2026-01-12", amount, ...notes].join(",");
    const file = [
      headers.join(","),
      ...others.map((amount, n) => lineOf(`b${n}`, `"${amount}"`)),
      lineOf("a", `${sign}${first},${rest}${decimals}${currency}`),
    ];
    const read = readFile(
      file.join("\n"),
      { mark: "." },
      {
        programCurrency: "USD" as Currency,
        decimalMark: ".",
        zones: offsetsOf(""),
      },
    );
    expect(rowsOfFile(read).map(({ key }) => key)).not.toContain("a");
  },
);

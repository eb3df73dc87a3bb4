import type { Answers } from "../../../../src/engine/intake/import/answers";
import { partsOf } from "../../../../src/engine/intake/import/parts-of";
import { planImport } from "../../../../src/engine/intake/import/plan-import";
import { readFile, rowsOfFile } from "../../../../src/engine/intake/import/read-file";
import { unpackPart } from "../../../../src/engine/intake/import/wire-row";
import type { Currency } from "../../../../src/engine/kernel/money";
import { begin } from "../../../../src/engine/program/work";
import { offsetsOf, programOf } from "../../../support/program";

const read = (lines: readonly string[], answers: Answers = {}) =>
  readFile(lines.join("\n"), answers, {
    programCurrency: "USD" as Currency,
    decimalMark: ".",
    zones: offsetsOf(""),
  });
const header = "id,customer,date,amount,refunded,type,refund of,affiliate";
const planOf = (lines: readonly string[]) =>
  planImport(begin(programOf({})), rowsOfFile(read([header, ...lines])));

test("a line with more cells than headers is left out: a mark in an unquoted amount would make 1,200.00 into 1", () => {
  const { lines } = read([
    "id,customer,date,amount",
    "a,c1,2026-01-12,1,200.00",
    "b,c1,2026-01-12,5.00,",
  ]);
  expect(lines).toMatchObject([
    { kind: "bad", line: 2, reasons: ["it has 5 cells, and there are 4 headers"] },
    { kind: "row", row: { key: "b", amount: 500 } },
  ]);
  // Nor does it say what statuses there are.
  const statuses = read(["id,customer,date,amount,status", "a,c1,2026-01-12,1,200.00,paid"]);
  expect(statuses.questions.filter(({ about }) => about === "statuses")).toEqual([]);
});

const plain = "id,customer,date,amount,note";
test.each([
  ["thousands, a blank cell beside the table", [plain, "a,c1,2026-01-12,1,200.00,"]],
  ["thousands under the next header", [plain, "a,c1,2026-01-12,1,200.00"]],
  ["thousands without decimals", [plain, "a,c1,2026-01-12,$12,500,"]],
  ["a decimal comma", [plain, "a,c1,2026-01-12,427,25 €"]],
  ["one among whole lines", [plain, "b,c1,2026-01-12,90.00,ok", "a,c1,2026-01-12,1,200.00,"]],
  ["in each line", [plain, "b,c1,2026-01-12,2,300.00,", "a,c1,2026-01-12,1,200.00,"]],
  [
    "a refunded amount",
    ["id,customer,date,amount,refunded,note", "a,c1,2026-01-12,5000.00,1,200.00"],
  ],
  [
    "beside a column of numbers, more cells than headers",
    [
      "id,customer,date,amount,fee",
      "b,c1,2026-01-12,10.00,1.00",
      "c,c1,2026-01-12,20.00,2.00",
      "a,c1,2026-01-12,1,200.00,",
    ],
  ],
])(
  "an amount that an unquoted comma tore is left out, never taken in part: %s (IMPORT-18)",
  (_, file) => {
    const { lines } = read(file);
    const a = lines.at(-1);
    expect(a).toMatchObject({ kind: "bad" });
    expect(a?.kind === "bad" && a.reasons.join()).toMatch(
      /look like one amount that a comma parted/,
    );
  },
);
test("whole amounts beside a column of numbers, or with a mark at each line's end, are taken", () => {
  const fees = read([
    "id,customer,date,amount,fee",
    "a,c1,2026-01-12,5,100",
    "b,c1,2026-01-12,7,250.50",
  ]);
  expect(rowsOfFile(fees).map(({ amount }) => amount)).toEqual([500, 700]);
  const refunds = read(["id,customer,date,amount,refunded", "a,c1,2026-01-12,100,20"]);
  expect(rowsOfFile(refunds)).toMatchObject([{ amount: 10_000, refunded: 2000 }]);
  const marks = read([plain, "a,c1,2026-01-12,5,ok,", "b,c1,2026-01-12,7,,"]);
  expect(rowsOfFile(marks).map(({ amount }) => amount)).toEqual([500, 700]);
});

test.each([
  ["an amount and a line say the same refund", "10", ["r1 1000"]],
  ["an amount says more than the line", "15", ["r1 1000", "a-refund 500"]],
  ["an amount says less than the line", "4", ["r1 1000"]],
])("where %s, it is refunded once", (_, refunded, refunds) => {
  const plan = planOf([
    `a,c1,2026-01-12,100.00,${refunded},charge,,`,
    "r1,,2026-01-13,10.00,,refund,a,",
  ]);
  const said = plan.refunds.map(({ key, amount }) => `${key} ${amount}`);
  expect(said.sort()).toEqual([...refunds].sort());
});

test("a refund line that has the key of a refund to be made stays its own", () => {
  const plan = planOf([
    "a,c1,2026-01-12,100.00,10,charge,,",
    "b,c1,2026-01-12,50.00,,charge,,",
    "a-refund,,2026-01-13,5.00,,refund,b,",
  ]);
  expect(plan.refunds.map(({ key, amount, refundOf }) => [key, amount, refundOf])).toEqual([
    ["a-refund-2", 1000, "a"],
    ["a-refund", 500, "b"],
  ]);
});

test("a refund whose sale was left out says so", () => {
  const { bad } = planOf([
    "a,c1,2026-01-12,100.00,yes,charge,,",
    "r1,,2026-01-13,5.00,,refund,a,",
    "r2,,2026-01-13,5.00,,refund,gone,",
  ]);
  expect(bad.flatMap(({ reasons }) => reasons)).toEqual([
    "this refunds “a”, whose line was left out",
    "this refunds “gone”, but there is no such sale here or in the file",
  ]);
});

const long = "x".repeat(100_000);
test.each([
  ["a key", [`${long},c1,2026-01-12,1.00,,,,`]],
  ["a customer", [`a,${long},2026-01-12,1.00,,,,`]],
  ["a partner", [`a,c1,2026-01-12,1.00,,,,${long}`]],
  ["a refund's sale", [`a,c1,2026-01-12,1.00,,refund,${long},`]],
])("a cell of 100,000 characters in %s leaves out its line only", (_, [line = ""]) => {
  const file = read([header, line, "b,c1,2026-01-12,1.00,,,,"]);
  expect(file.lines).toMatchObject([{ kind: "bad" }, { kind: "row" }]);
  expect(() =>
    partsOf(rowsOfFile(file)).map((part) => unpackPart(JSON.stringify(part))),
  ).not.toThrow();
});
test.each(["email", "name", "product", "category", "code"])("… and in %s, too", (target) => {
  const file = read(
    [`id,customer,date,amount,x`, `a,,2026-01-12,1.00,${long}`, "b,c1,2026-01-12,1.00,"],
    {
      targets: ["key", "customer", "date", "amount", target as "email"],
    },
  );
  expect(file.lines).toMatchObject([{ kind: "bad" }, { kind: "row" }]);
});

test("parts stay below what a call takes, however many quotes and own columns their lines have", () => {
  const targets = [
    "key",
    "customer",
    "date",
    "amount",
    ..."abcdefgh".split("").map((each) => `column:${each}` as const),
  ] as const;
  const lines = Array.from(
    { length: 6_000 },
    (_, n) => `k${n},c,2026-01-12,1.00,${'"""",'.repeat(8)}`,
  );
  const parts = partsOf(
    rowsOfFile(read([`id,customer,date,amount,a,b,c,d,e,f,g,h`, ...lines], { targets })),
  );
  expect(parts.flatMap(({ rows }) => rows)).toHaveLength(6_000);
  for (const part of parts)
    expect(JSON.stringify({ rows: JSON.stringify(part) }).length).toBeLessThan(900_000);
});

test("a last line is a sale where it has a date in words, whatever its customer is called", () => {
  const { lines, aside } = read([
    "Customer,Date,Amount",
    "Ada,12 January 2026,5.00",
    "Total Energies,13 January 2026,9.00",
    "Total,,14.00",
  ]);
  expect(lines.map(({ kind }) => kind)).toEqual(["row", "row"]);
  expect(aside.map(({ line }) => line)).toEqual([4]);
});

test("what a person says of a column is no guess any more; what stays as it was guessed is", () => {
  const lines = ["Order ID,Who,Created at,Total,Fee", "1,ada@example.com,2026-01-12,5.00,1.00"];
  const guessed = read(lines).columns.map(({ target, sure }) => [target, sure]);
  expect(guessed).toEqual([
    ["key", "sure"],
    ["customer", "guess"],
    ["date", "sure"],
    ["amount", "sure"],
    [null, "guess"],
  ]);
  const { columns } = read(lines, {
    targets: ["key", "customer", "date", "amount", "amount:Fee"],
  });
  expect(columns.map(({ sure }) => sure)).toEqual(["sure", "guess", "sure", "sure", "sure"]);
});

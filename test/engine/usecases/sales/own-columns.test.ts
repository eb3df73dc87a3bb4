import type { Answers } from "../../../../src/engine/intake/import/answers";
import { ownHeaderFor } from "../../../../src/engine/intake/import/own-cells";
import { partsOf } from "../../../../src/engine/intake/import/parts-of";
import { readFile, rowsOfFile } from "../../../../src/engine/intake/import/read-file";
import type { Currency } from "../../../../src/engine/kernel/money";
import { run } from "../../../../src/engine/usecases/program/run";
import { importRows } from "../../../../src/engine/usecases/sales/import-rows";
import { carryOut, envOn, offsetsOf, programOf, recordsOf } from "../../../support/program";

const trigger = {
  key: "rate",
  name: "Rate",
  state: "active",
  order: 1,
  event: "transaction created",
  action: "grant a reward",
  percent: "10",
  percentOf: "Margin",
};
const given = programOf({
  settings: [
    { key: "program start", value: "2026-01-01" },
    { key: "lived until", value: "2026-01-09" },
  ],
  partners: [{ key: "ada", name: "Ada Berg", joinedOn: "2025-01-01" }],
  customers: [
    { key: "c1", name: "Harbor", partner: "ada", createdOn: "2026-01-02" },
    { key: "t1", name: "Us", partner: "ada", createdOn: "2026-01-02", test: "yes" },
  ],
  transactions: [
    {
      key: "s0",
      customer: "c1",
      date: "2026-01-03",
      amount: 50,
      currency: "USD",
      Margin: "",
      Region: "",
    },
  ],
  triggers: [trigger],
});
const context = {
  programCurrency: "USD" as Currency,
  decimalMark: ".",
  zones: offsetsOf(""),
} as const;
const read = (lines: readonly string[], answers: Answers) =>
  readFile(lines.join("\n"), answers, context);
const send = (file: ReturnType<typeof read>, program = given) => {
  const [part] = partsOf(rowsOfFile(file));
  const input = {
    rows: JSON.stringify(part),
    file: "a.csv",
    formId: "f1",
    part: 1,
    startOn: null,
  };
  return carryOut(program, importRows, input, envOn("2026-01-20"));
};
const targets = ["key", "customer", "date", "amount", "amount:margin", "column:Region"] as const;
const header = "id,customer,date,amount,Marge,Area";

test("a column that becomes one of the team's own fills it, under its own spelling, and a percent is of it", () => {
  const file = read([header, "a,c1,2026-01-12,100.00,30.50,North", "b,c1,2026-01-13,80.00,,"], {
    targets,
  });
  const { program } = send(file);
  const after = carryOut(program, run, { kind: "by hand" }, envOn("2026-01-20")).program;

  expect(recordsOf(program, "transactions").map(({ key, extra }) => [key, extra])).toEqual([
    ["s0", { Margin: "", Region: "" }],
    ["a", { Margin: 30.5, Region: "North" }],
    ["b", {}],
  ]);
  expect(recordsOf(after, "rewards")).toMatchObject([{ key: "a/rate", amount: 305 }]);
});

test("a column that is not there any more refuses the part, and nothing is lost without a word", () => {
  const file = read([header, "a,c1,2026-01-12,100.00,30,North"], {
    targets: [...targets.slice(0, 5), "column:Gone"],
  });
  expect(() => send(file)).toThrow(expect.objectContaining({ code: "INPUT_INVALID" }));
});

test.each([
  ["numbers", ["1", "2.5", "-3"], [1, 2.5, -3]],
  ["texts, where one is no number", ["1", "2.5", "n/a"], ["1", "2.5", "n/a"]],
  ["texts, where a number has leading zeros", ["00123", "42"], ["00123", "42"]],
  ["texts, where digits would be lost", ["12345678901234567"], ["12345678901234567"]],
  [
    "texts, also such as begin like a formula",
    ["=1+1", "+49 30 1", ""],
    ["=1+1", "+49 30 1", undefined],
  ],
  ["texts, where they are dates", ["2026-01-02", "2026-01-03"], ["2026-01-02", "2026-01-03"]],
])("a column as it stands is kept as %s", (_, said, kept) => {
  const lines = said.map((each, n) => `k${n},c1,2026-01-12,1${n}.50,1.00,"${each}"`);
  const rows = rowsOfFile(read([header, ...lines], { targets }));
  expect(rows.map(({ own }) => own.Region)).toEqual(kept);
});

test("amounts of a column are read like those of the sale: in minor units, and with their mark", () => {
  const minor = read([header, "a,c1,2026-01-12,10000,3050,x"], { targets, isMinor: true });
  const german = read([header, 'a,c1,2026-01-12,"1.100,00","1.030,555 $",x'], { targets });

  expect(rowsOfFile(minor)[0]?.own).toEqual({ margin: 30.5, Region: "x" });
  expect(rowsOfFile(german)[0]?.own).toEqual({ margin: 1030.555, Region: "x" });
});

test("an amount with two readings asks, with its own example; another currency is told", () => {
  const two = read([header, "a,c1,2026-01-12,100,1.030,x"], { targets });
  expect(two.lines).toMatchObject([{ kind: "bad" }]);
  expect(two.questions).toContainEqual({ about: "decimals", isOpen: true, example: "1.030" });
  const answered = read([header, "a,c1,2026-01-12,100,1.030,x"], { targets, mark: "," });
  expect(rowsOfFile(answered)[0]?.own.margin).toBe(1030);
  const other = read([header, "a,c1,2026-01-12,100,30 €,x"], { targets });
  expect(other.lines).toMatchObject([
    { reasons: ["margin: “30 €” is not in the line's currency, USD"] },
  ]);
});

test("a header is no column of the program, nor one that an earlier column has, and spelled as it is there", () => {
  const there = { ownColumns: ["Margin"], programColumns: ["Status", "Amount"] };
  const headers = ["margin", "status", "Note", "", "note", "Note"];
  expect(headers.map((_, at) => ownHeaderFor(headers, at, there))).toEqual([
    "Margin",
    "status (file)",
    "Note",
    "Column 4",
    "note 2",
    "Note 3",
  ]);
});

describe("test sales", () => {
  const lines = [
    "id,customer,date,amount,Test",
    "a,new,2026-01-10,10.00,yes",
    "b,new,2026-01-12,20.00,no",
    "c,only,2026-01-12,20.00,1",
    "d,t1,2026-01-12,30.00,",
    "e,c1,2026-01-12,40.00,maybe",
  ];
  test("are tests; so is a customer all of whose sales are, and a real sale of a test customer is told", () => {
    const file = read(lines, { targets: ["key", "customer", "date", "amount", "test"] });
    const { program, output } = send(file);

    expect(file.lines[4]).toMatchObject({
      kind: "bad",
      reasons: ["“maybe” does not say whether this is a test"],
    });
    expect(recordsOf(program, "transactions").map(({ key, test: is }) => [key, is])).toEqual([
      ["s0", false],
      ["b", false],
      ["d", false],
      ["a", true],
      ["c", true],
    ]);
    expect(recordsOf(program, "customers").slice(2)).toMatchObject([
      { key: "new", test: false, createdOn: { day: "2026-01-12" } },
      { key: "only", test: true },
    ]);
    expect(output).toMatchObject({ sales: 4, tests: 2, noPartner: 1, ofTests: [{ line: 5 }] });
  });
  test.each([
    ["Test", "yes", true],
    ["Live mode", "true", false],
    ["Livemode", "false", true],
    ["Is live", "no", true],
    ["Mode", "sandbox", true],
    ["Mode", "live", false],
    ["Livemode", "live", false],
    ["Livemode", "test", true],
    ["Live mode", "1", false],
    ["Test", "live", false],
    ["Test mode", "0", false],
  ])("“%s”: %s says %s", (name, said, is) => {
    const file = read([`id,customer,date,amount,${name}`, `a,c1,2026-01-10,1.00,${said}`], {
      targets: ["key", "customer", "date", "amount", "test"],
    });
    expect(rowsOfFile(file)[0]?.isTest).toBe(is);
  });
});

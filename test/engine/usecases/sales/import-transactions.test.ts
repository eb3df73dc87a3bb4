import { readCsv } from "../../../../src/engine/intake/import/read-csv";
import { addSample } from "../../../../src/engine/usecases/program/add-sample";
import { importOwnTransactions } from "../../../../src/engine/usecases/sales/import-transactions";
import { carryOut, envOn, programOf, recordsOf } from "../../../support/program";

const settings = [{ key: "program start", value: "2026-01-01" }];
const partners = [{ key: "ada", name: "Ada Berg" }];
const file = [
  "Order ID,Client,Created at,Total,Currency,Affiliate,Colour",
  'o1,"Harbor, Foods",2026-01-05,1200.00,USD,ada,red',
  "o2,Maple,2026-01-03,99.50,USD,bela,blue",
  "o3,Maple,soon,10.00,USD,bela,",
  ",Maple,2025-12-30,10.00,USD,bela,",
].join("\r\n");
const given = programOf({ settings, partners });
const env = envOn("2026-01-20");
const imported = (program = given, more: object = {}) =>
  carryOut(
    program,
    importOwnTransactions,
    { text: file, fromFirst: null, confirmed: true, ...more },
    env,
  );

test("a file is first told: what its headers are read as, and what each line becomes", () => {
  const { program, output } = imported(given, { confirmed: null });

  expect(program).toEqual(given);
  expect(output).toMatchObject({
    kind: "preview",
    missing: [],
    lines: 4,
    sales: 3,
    customers: 2,
    partners: 1,
    badLines: 1,
    bad: [{ line: 4, reasons: ["“soon” is not a date; write it as 2026-03-31"] }],
    history: 1,
  });
  expect((output as { columns: unknown }).columns).toContainEqual({
    header: "Colour",
    column: null,
  });
});

test("its sales, and the customers and partners that it names, become rows", () => {
  const { program } = imported();

  expect(recordsOf(program, "partners").map(({ key }) => key)).toEqual(["ada", "bela"]);
  expect(recordsOf(program, "customers")).toMatchObject([
    { key: "Harbor, Foods", partner: "ada", createdOn: { day: "2026-01-05" } },
    { key: "Maple", partner: "bela", createdOn: { day: "2025-12-30" } },
  ]);
  expect(recordsOf(program, "transactions")).toMatchObject([
    { key: "o1", amount: 120_000 },
    { key: "o2", amount: 9_950 },
    { amount: 1_000, date: { day: "2025-12-30" } },
  ]);
  expect(recordsOf(program, "activity")).toHaveLength(1);
});

test("the same file a second time adds nothing, lines without a key included", () => {
  const { program } = imported();
  const again = imported(program);

  expect(again.output).toMatchObject({ kind: "preview", sales: 0, known: 3 });
  expect(again.program).toEqual(program);
});

test("the program can begin with the first of them, so that none is history", () => {
  const { program, output } = imported(given, { fromFirst: true });

  expect(output).toMatchObject({ history: 0 });
  expect(recordsOf(program, "settings")).toMatchObject([{ value: "2025-12-30" }]);
});

test("a file without a column that is needed says which, and takes nothing", () => {
  const { output } = imported(given, { text: "Client,Total\nMaple,10" });

  expect(output).toMatchObject({ missing: ["date"], sales: 0, badLines: 1 });
});

test("a file without lines is refused at its field", () => {
  expect(() => imported(given, { text: "Client,Total\n" })).toThrow(
    expect.objectContaining({ code: "INPUT_INVALID" }),
  );
});

test.each([
  [
    "a;b\n1,5;2",
    [
      ["a", "b"],
      ["1,5", "2"],
    ],
  ],
  [
    'a\tb\n"x ""y""\nz"\t2\n\n',
    [
      ["a", "b"],
      ['x "y"\nz', "2"],
    ],
  ],
  [
    "\ufeffa,b\r\n1,",
    [
      ["a", "b"],
      ["1", ""],
    ],
  ],
])("the CSV %j is read as its rows", (text, rows) => {
  expect(readCsv(text)).toEqual(rows);
});

test("a sample fills an empty program, which then began two months ago", () => {
  const { program, output } = carryOut(programOf({ settings }), addSample, {}, env);

  expect(output).toEqual({ partners: 3, sales: 4 });
  expect(recordsOf(program, "settings")).toMatchObject([{ value: "2025-11-20" }]);
  expect(recordsOf(program, "transactions")[0]).toMatchObject({ date: { day: "2025-11-22" } });
});

test("a sample never goes among rows that are there", () => {
  expect(() => carryOut(given, addSample, {}, env)).toThrow(
    expect.objectContaining({ code: "PROGRAM_NOT_EMPTY" }),
  );
});

test("a sample's amounts fit the program's currency", () => {
  const yen = [...settings, { key: "program currency", value: "JPY" }];
  const { program } = carryOut(programOf({ settings: yen }), addSample, {}, env);

  expect(recordsOf(program, "transactions")[0]).toMatchObject({ amount: 1_200 });
});

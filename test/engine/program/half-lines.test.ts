import type { Cell } from "../../../src/engine/kernel/fields";
import { run } from "../../../src/engine/usecases/program/run";
import { carryOut, envOn, programOf } from "../../support/program";
import { programWith, sale, trigger } from "../judging/judge-on";

type Line = Readonly<Record<string, Cell>>;
const rowsOf = (line: Line) => programOf({ transactions: [line] }).tables.transactions?.rows ?? [];
const problemsOf = (line: Line) =>
  rowsOf(line).map(({ problems }) => problems.map((p) => p.message));

test.each<Line>([
  { status: "active" },
  { currency: " usd " },
  { status: "Active", currency: "USD", Paid: true },
  { customer: "  ", amount: "\u200b\u00a0", Double: 40 },
  { customer: false, date: true },
])("%j is no row (CELL-1a)", (line) => {
  expect(rowsOf(line)).toEqual([]);
});

test.each<[Line, string]>([
  [{ amount: 120 }, "Customer is blank; Date is blank."],
  [{ key: "Total", amount: 120 }, "Customer is blank; Date is blank."],
  [{ customer: "acme", date: "2026-01-05" }, "Amount is blank."],
  [
    { date: "Total", amount: 120 },
    "Customer is blank; “Total” is not a date. Type it as a date, for example 2026-03-31.",
  ],
])("%j is one problem that names all it lacks, and gets no key (CELL-1b)", (line, message) => {
  expect(problemsOf(line)).toEqual([[message]]);
  expect(rowsOf(line).map(({ key, record }) => [key, record])).toEqual([[line.key ?? "", null]]);
});

test("several half lines are one problem each, and none is reported as a duplicate key (CELL-1b)", () => {
  const program = programOf({ transactions: [{ amount: 1 }, { amount: 2 }, { amount: 2 }] });

  expect(
    program.tables.transactions?.rows.map(({ key, problems }) => [key, problems.length]),
  ).toEqual([
    ["", 1],
    ["", 1],
    ["", 1],
  ]);
});

test("a row gets its key once all it needs can be read, and is judged then (CELL-1b)", () => {
  const line = { customer: "acme", date: "2026-02-03", amount: "12o" };
  const [half] = rowsOf(line);
  const [whole] = rowsOf({ ...line, amount: 120 });

  expect([half?.key, half?.keyIsNew]).toEqual(["", false]);
  expect([whole?.key.startsWith("trx_"), whole?.keyIsNew]).toEqual([true, true]);
});

test("the note on a half line is removed when the row is cleared (CELL-1a)", () => {
  const given = {
    triggers: [trigger("rate", { percent: "10" })],
    transactions: [sale("t", "2026-02-03", 100), { problems: "Customer: Customer is blank." }],
  };
  const { program } = carryOut(programWith(given), run, { kind: "daily" }, envOn("2026-02-03"));

  expect(program.tables.transactions?.rows.map(({ raw }) => raw.cells.problems)).toEqual(["", ""]);
  expect(program.tables.rewards?.rows).toHaveLength(1);
});

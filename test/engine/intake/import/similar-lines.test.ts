import type { ImportRow } from "../../../../src/engine/intake/import/import-row";
import type { SimilarAnswer } from "../../../../src/engine/intake/import/move-row";
import { partsOf } from "../../../../src/engine/intake/import/parts-of";
import { planImport } from "../../../../src/engine/intake/import/plan-import";
import { readFile, rowsOfFile } from "../../../../src/engine/intake/import/read-file";
import { unpackPart } from "../../../../src/engine/intake/import/wire-row";
import type { Currency } from "../../../../src/engine/kernel/money";
import { apply } from "../../../../src/engine/program/changeset";
import type { Program } from "../../../../src/engine/program/program";
import { begin } from "../../../../src/engine/program/work";
import { insertPlan } from "../../../../src/engine/usecases/sales/insert-plan";
import { offsetsOf, programOf, recordsOf } from "../../../support/program";

const rowsOf = (lines: readonly string[], answer: SimilarAnswer | "" = ""): readonly ImportRow[] =>
  rowsOfFile(
    readFile(
      lines.join("\n"),
      {},
      { programCurrency: "USD" as Currency, decimalMark: ".", zones: offsetsOf("") },
    ),
  ).map((row) => ({ ...row, answer }));
const given = programOf({
  customers: [{ key: "c1", name: "Harbor", createdOn: "2026-01-02" }],
});
function take(program: Program, lines: readonly string[], answer: SimilarAnswer | "" = "") {
  const work = begin(program);
  const plan = planImport(work, rowsOf(lines, answer));
  insertPlan(work, plan);
  return { program: apply(program, work.changes()), plan };
}
const amounts = (program: Program) =>
  recordsOf(program, "transactions").map(({ amount, refundOf }) => (refundOf ? -amount : amount));

const plain = "customer,date,amount";
const sold = "c1,2026-01-10,5.00";

test("three lines that say the same are three sales, and a fourth in the next file is one more, without a question (IMPORT-10)", () => {
  const { program } = take(given, [plain, sold, sold, sold]);
  const next = take(program, [plain, sold, sold, sold, sold]);

  expect(next.plan).toMatchObject({ known: 3, similar: [], bad: [] });
  expect(amounts(next.program)).toEqual([500, 500, 500, 500]);
});

test("sales with order numbers of their own are never asked about, however alike they are", () => {
  const header = `id,${plain}`;
  const { program } = take(given, [header, `a,${sold}`]);
  const next = take(program, [header, `b,${sold}`]);

  expect(next.plan).toMatchObject({ similar: [], bad: [] });
  expect(amounts(next.program)).toEqual([500, 500]);
});

describe("a file whose order numbers, products or clock times are no longer recognized (IMPORT-10b)", () => {
  const full = [
    "id,customer,date,time,amount,product",
    "a,c1,2026-01-10,09:30,5.00,Pro",
    "b,c1,2026-01-11,10:30,7.00,Pro",
  ];
  const [header = "", ...lines] = full;
  const { program } = take(given, full);
  test.each(["id", "product", "time"])("is asked about where it has no %s", (word) => {
    const keyless = take(given, [header.replace("id", "our mark"), ...lines]).program;
    const before = word === "id" ? program : keyless;
    const odd = header.replace("id", "our mark").replace(word, "gizmo");
    const asked = take(before, [odd, ...lines]);

    expect(asked.plan.similar.map(({ line }) => line)).toEqual([2, 3]);
    expect(asked.plan.bad.map(({ reasons }) => reasons)).toEqual([
      [
        expect.stringMatching(/^it may be “.+”, which is here \(2026-01-10, 5\.00 USD\)$/),
        "say under Import whether it is the same or new",
      ],
      [expect.stringContaining("2026-01-11, 7.00 USD"), expect.anything()],
    ]);
    expect(amounts(asked.program)).toEqual([500, 700]);

    const same = take(before, [odd, ...lines], "same");
    expect(same.plan).toMatchObject({ known: 2, bad: [] });
    expect(amounts(same.program)).toEqual([500, 700]);
    expect(amounts(take(before, [odd, ...lines], "new").program)).toEqual([500, 700, 500, 700]);
  });
});

const marked = ["customer,date,amount,product", `${sold},Pro`];
test("what is more than the rows is added where lines are called the same", () => {
  const { program } = take(given, marked);
  const more = take(program, [plain, sold, sold], "same");

  expect(more.plan).toMatchObject({ known: 1, similar: [{ line: 2 }, { line: 3 }] });
  expect(amounts(more.program)).toEqual([500, 500]);
});

test("which of more lines than rows is new is not known: a later file, read otherwise, adds none of them without a question", () => {
  const { program } = take(given, [plain, sold]);
  const timed = "id,customer,date,time,amount";
  const two = ["a,c1,2026-01-11,09:30,5.00", "b,c1,2026-01-12,09:30,5.00"];
  const more = take(program, [timed, ...two], "same");
  expect(amounts(more.program)).toEqual([500, 500]);

  const days = two.map((line) => line.replace("09:30,", ""));
  const later = take(more.program, ["id,customer,date,amount", ...days]);
  expect(later.plan).toMatchObject({ known: 0, bad: [{ line: 2 }, { line: 3 }], sales: [] });
  expect(
    amounts(take(more.program, [timed, ...two, "c,c1,2026-01-13,09:30,5.00"], "same").program),
  ).toEqual([500, 500, 500]);
});

test("a refund of a sale that is called the same is a refund of its row; of one that waits, it waits too", () => {
  const { program } = take(given, marked);
  const grown = [`id,${plain},refund of`, `a,${sold},`, "r,c1,2026-01-12,-2.00,a"];
  const same = take(program, grown, "same");
  const [sale] = recordsOf(program, "transactions");

  expect(recordsOf(same.program, "transactions")).toMatchObject([
    { key: sale?.key },
    { key: "r", amount: 200, refundOf: sale?.key },
  ]);
  expect(take(program, grown).plan.bad).toMatchObject([
    { line: 3, reasons: ["this refunds “a”, whose line was left out"] },
    { line: 2 },
  ]);
});

test("refunds of two sales over one amount stay apart in a file that comes in another order", () => {
  const header = `id,${plain},refund of`;
  const sales = [`a,${sold},`, `b,${sold},`];
  const back = (of: string) => `,,2026-01-12,-2.00,${of}`;
  const { program } = take(given, [header, ...sales, back("a")]);
  const next = take(program, [header, ...sales, back("b"), back("a")]);

  expect(next.plan).toMatchObject({ known: 3, similar: [], bad: [] });
  expect(recordsOf(next.program, "transactions").flatMap(({ refundOf }) => refundOf ?? [])).toEqual(
    ["a", "b"],
  );
});

test("lines that may be similar go in one call, each call in the order of the file", () => {
  const others = Array.from({ length: 6_000 }, (_, n) => `n${n},2026-01-10,${n + 6}.00,Pro`);
  const rows = rowsOf([...marked, ...others, `${sold},Basic`]);
  const parts = partsOf(rows).map((part) => unpackPart(JSON.stringify(part)));

  expect(parts.map((part) => part.filter(({ amount }) => amount === 500).length)).toEqual([2, 0]);
  for (const part of parts) {
    const lines = part.map(({ line }) => line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  }
  expect(parts.flat()).toHaveLength(rows.length);
});

test("lines that say the same are all taken where a file is so long that they go in several calls", () => {
  const rows = rowsOf([plain, sold, sold, sold]);
  let program = given;
  for (const row of rows) {
    const work = begin(program);
    insertPlan(work, planImport(work, [row]));
    program = apply(program, work.changes());
  }
  expect(amounts(program)).toEqual([500, 500, 500]);
});

test("a line is asked about whose row came as a further one of equal lines, another of which has an order number now", () => {
  const numbered = `id,${plain}`;
  const before = take(given, [numbered, `o,${sold}`]).program;
  const grown = take(before, [plain, sold, sold], "same").program;
  expect(amounts(grown)).toEqual([500, 500]);

  const again = take(grown, [numbered, `o,${sold}`, `,${sold}`]);
  expect(again.plan).toMatchObject({ known: 1, similar: [{ line: 3 }] });
  expect(amounts(again.program)).toEqual([500, 500]);
});

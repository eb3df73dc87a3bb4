import type { Output } from "../../../../src/engine/contract/contract";
import type { ImportRow } from "../../../../src/engine/intake/import/import-row";
import { partsOf } from "../../../../src/engine/intake/import/parts-of";
import { readFile } from "../../../../src/engine/intake/import/read-file";
import { packRow, unpackPart, unpackRow } from "../../../../src/engine/intake/import/wire-row";
import type { Currency } from "../../../../src/engine/kernel/money";
import { apply } from "../../../../src/engine/program/changeset";
import type { Program } from "../../../../src/engine/program/program";
import { finalizeInvoiceByHand } from "../../../../src/engine/usecases/invoices/finalize-invoice";
import { run } from "../../../../src/engine/usecases/program/run";
import { checkImport, importRows } from "../../../../src/engine/usecases/sales/import-rows";
import {
  listImports,
  previewUndoImport,
  undoImport,
} from "../../../../src/engine/usecases/sales/undo-import";
import {
  carryOut,
  cellsOf,
  envOn,
  offsetsOf,
  programOf,
  recordsOf,
} from "../../../support/program";
import { typed } from "../../judging/judge-on";

const given = programOf({
  settings: [
    { key: "program start", value: "2026-01-01" },
    { key: "lived until", value: "2026-01-09" },
  ],
  partners: [{ key: "ada", name: "Ada Berg", joinedOn: "2025-01-01" }],
  customers: [{ key: "c1", name: "Harbor", partner: "ada", createdOn: "2026-01-02" }],
  transactions: [{ key: "s0", customer: "c1", date: "2026-01-03", amount: 50, currency: "USD" }],
  triggers: [
    {
      key: "rate",
      name: "Rate",
      state: "active",
      order: 1,
      event: "transaction created",
      action: "grant a reward",
      percent: "20",
    },
  ],
});
const text = [
  "id,customer,email,date,amount,currency,status,amount refunded,type,refund of,affiliate",
  "r1,,,2026-01-12,10,USD,,,refund,a,",
  "b,c2,two@example.com,2026-01-11,100,USD,paid,25,charge,,ada",
  "a,c2,two@example.com,2026-01-10,100,USD,paid,0,charge,,",
  "c,c3,,2026-01-12 10:30,100,USD,paid,0,charge,,Bela",
  "d,c1,,2026-01-12,1.50,EUR,paid,0,charge,,",
].join("\n");
const rowsOf = (): readonly ImportRow[] =>
  readFile(
    text,
    {},
    { programCurrency: "USD" as Currency, decimalMark: ".", zones: offsetsOf("") },
  ).lines.flatMap((each) => (each.kind === "row" ? [each.row] : []));
const env = envOn("2026-01-20");
const partInput = (rows: readonly object[], formId: string) => ({
  rows: JSON.stringify({ rows }),
  file: "sales.csv",
  formId,
  part: 1,
  startOn: null,
});
const send = (program: Program, parts: readonly object[], sentTwice = false) => {
  let current = program;
  const reports: Output<"import-rows">[] = [];
  parts.forEach((part, at) => {
    const input = {
      rows: JSON.stringify(part),
      file: "sales.csv",
      formId: "f1",
      part: at + 1,
      startOn: null,
    };
    for (let n = 0; n < (sentTwice ? 2 : 1); n++) {
      const done = carryOut(current, importRows, input, env);
      current = done.program;
      reports.push(done.output as Output<"import-rows">);
    }
  });
  return { program: current, reports };
};
const tables = ["partners", "customers", "transactions"] as const;
const rowsIn = (program: Program) => tables.map((name) => cellsOf(program, name));

test("a row passes through the call unchanged", () => {
  const rows = rowsOf();
  expect(rows).toHaveLength(5);
  for (const row of rows) expect(unpackRow(JSON.parse(JSON.stringify(packRow(row))))).toEqual(row);
});

test.each([
  ["text that is no JSON", "{"],
  [
    "an amount that is no whole number",
    JSON.stringify({ rows: [{ key: "a", customer: "c", date: "2026-01-01", amount: 1.5 }] }),
  ],
  [
    "a day that does not exist",
    JSON.stringify({ rows: [{ key: "a", customer: "c", date: "2026-02-30", amount: 1 }] }),
  ],
  [
    "a currency that does not exist",
    JSON.stringify({
      rows: [{ key: "a", customer: "c", date: "2026-02-03", amount: 1, currency: "EURO" }],
    }),
  ],
  [
    "a row without a key",
    JSON.stringify({ rows: [{ customer: "c", date: "2026-02-03", amount: 1 }] }),
  ],
])("%s is refused at the door", (_, rows) => {
  expect(() => unpackPart(rows)).toThrow(expect.objectContaining({ code: "INPUT_INVALID" }));
});

test("a file gives the same rows in any parts, each sent once or twice", () => {
  const whole = send(given, partsOf(rowsOf()));
  const [all] = partsOf(rowsOf());
  const single = (all?.rows ?? []).map((row) => ({ rows: [row] }));

  expect(rowsIn(send(given, single).program)).toEqual(rowsIn(whole.program));
  expect(rowsIn(send(given, single, true).program)).toEqual(rowsIn(whole.program));
  expect(
    recordsOf(whole.program, "transactions").map(({ key, refundOf }) => [key, refundOf]),
  ).toEqual([
    ["s0", null],
    ["b", null],
    ["a", null],
    ["c", null],
    ["d", null],
    ["b-refund", "b"],
    ["r1", "a"],
  ]);
  // Its first sale stands last in the file, and its partner in another line than its first.
  expect(recordsOf(whole.program, "customers")[1]).toMatchObject({
    key: "c2",
    email: "two@example.com",
    partner: "ada",
    createdOn: { day: "2026-01-10" },
  });
});

test("the effect of a part is shown before anything is written", () => {
  const [part] = partsOf(rowsOf());
  const input = { rows: JSON.stringify(part), startOn: null };
  const { program, output } = carryOut(given, checkImport, input, env);

  expect(program).toEqual(given);
  expect(output).toMatchObject({
    sales: 4,
    refunds: 2,
    customers: ["c2", "c3"],
    partners: ["Bela"],
    noPartner: 0,
  });
});

describe("an import is undone", () => {
  const imported = send(given, partsOf(rowsOf())).program;
  const undo = (program: Program) => carryOut(program, undoImport, { formId: "f1" }, env);

  test("with the rewards that its sales made, while they are not final", () => {
    const judged = carryOut(imported, run, { kind: "by hand" }, env).program;
    expect(recordsOf(judged, "rewards")).toHaveLength(5);
    const { output: preview } = carryOut(judged, previewUndoImport, { formId: "f1" }, env);
    const { program, output } = undo(judged);

    expect(preview).toEqual(output);
    expect(output).toEqual({
      removed: { transactions: 6, customers: 2, partners: 1, rewards: 4, drips: 0 },
      stays: [],
      more: 0,
    });
    expect(recordsOf(program, "transactions").map(({ key }) => key)).toEqual(["s0"]);
    expect(recordsOf(program, "rewards").map(({ key }) => key)).toEqual(["s0/rate"]);
    const { output: list } = carryOut(program, listImports, {}, env);
    expect(list).toMatchObject({ imports: [{ formId: "f1", canUndo: false }] });
    expect(() => undo(program)).toThrow(expect.objectContaining({ code: "IMPORT_NOT_UNDOABLE" }));
  });

  test("except rows that others depend on, or that are on a final invoice", () => {
    const judged = carryOut(imported, run, { kind: "by hand" }, env).program;
    const placed = carryOut(judged, run, { kind: "monthly" }, envOn("2026-02-01")).program;
    const { program: final } = carryOut(
      placed,
      finalizeInvoiceByHand,
      { invoice: "inv_2026-01_USD", reason: null },
      envOn("2026-02-02"),
    );
    const more = [{ key: "later", customer: "c3", date: "2026-02-03", amount: 5, currency: "USD" }];
    const later = carryOut(final, importRows, partInput(more, "f2"), envOn("2026-02-03")).program;
    const { program, output } = undo(later);

    // The sale in euros is on another invoice, which is in review.
    expect(recordsOf(program, "transactions").map(({ key }) => key)).toEqual(
      recordsOf(later, "transactions")
        .map(({ key }) => key)
        .filter((key) => key !== "d"),
    );
    expect((output as Output<"undo-import">).removed).toMatchObject({
      transactions: 1,
      rewards: 1,
    });
    expect((output as Output<"undo-import">).stays).toContainEqual({
      tab: "Transactions",
      key: "b",
      why: "a reward of it is on a final invoice",
    });
  });

  test("and says where a sale moved a partner, which stays so", () => {
    const moves = {
      key: "up",
      name: "Up",
      state: "active",
      event: "transaction created",
      from: "2026-01-05",
    };
    const raws = { ...moves, action: "move the partner to a group", group: "Gold" };
    const moving = typed(imported, { triggers: [raws] });
    const judged = carryOut(moving, run, { kind: "by hand" }, env).program;
    const { program, output } = undo(judged);
    expect(recordsOf(program, "partners")).toMatchObject([{ key: "ada", group: "Gold" }]);
    expect((output as Output<"undo-import">).stays).toEqual([
      { tab: "Partners", key: "ada", why: "“a” moved it to Gold: that and what it made stay" },
    ]);
  });

  test("and the same file can be imported again", () => {
    const { program } = undo(imported);
    expect(rowsIn(program)).toEqual(rowsIn(given));
    expect(rowsIn(send(program, partsOf(rowsOf())).program)).toEqual(rowsIn(imported));
  });
});

test("what was given back comes no second time with the same file, also where that refund's row was archived since (IMPORT-10)", () => {
  const sale = {
    line: 2,
    key: "shop_1",
    customer: "c1",
    date: "2026-01-10",
    amount: 10_000,
    currency: "USD",
    refunded: 2_500,
  };
  const once = carryOut(given, importRows, partInput([sale], "f1"), env).program;
  const lived = carryOut(once, run, { kind: "by hand" }, env).program;
  const archived = apply(lived, {
    effects: [
      {
        kind: "update",
        table: "transactions",
        key: "shop_1-refund",
        copy: 0,
        cells: { status: { from: "active", to: "archived" } },
      },
    ],
  });
  const again = carryOut(archived, importRows, partInput([sale], "f2"), env);

  expect(again.output).toMatchObject({ sales: 0, refunds: 0 });
  const more = { ...sale, refunded: 4_000 };
  const later = carryOut(archived, importRows, partInput([more], "f3"), env).program;
  expect(recordsOf(later, "transactions").map(({ key, amount }) => `${key} ${amount}`)).toEqual([
    "s0 5000",
    "shop_1 10000",
    "shop_1-refund 2500",
    "shop_1-refund-2 1500",
  ]);
});

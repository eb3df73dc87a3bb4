import type { Cell } from "../../../src/engine/kernel/fields";
import type { Program } from "../../../src/engine/program/program";
import type { TableName } from "../../../src/engine/tables";
import { finalizeInvoiceByHand } from "../../../src/engine/usecases/invoices/finalize-invoice";
import { makePaymentFile } from "../../../src/engine/usecases/payouts/make-payment-file";
import { cellsOf, recordsOf } from "../../support/program";
import { runOn } from "../../support/run-on";
import { byKey } from "../invoices/money-run";
import { customer, partner, programWith, retyped, sale, trigger, typed } from "../judging/judge-on";
import { act, refusal } from "../usecases/act";

/** Ann and Bea each earned on a sale in March, and a drip of 5.00 × 3 runs since 2 March. */
const begun = runOn(
  programWith({
    partners: [partner({ payoutMethod: "other" }), partner({ key: "bea", payoutMethod: "other" })],
    customers: [customer(), customer({ key: "zoo", partner: "bea", email: "z@zoo.test" })],
    triggers: [
      trigger("rate", { percent: "10" }),
      trigger("plan", { action: "start a drip", amount: 5, cycle: 1, occurrences: 3 }),
    ],
    transactions: [
      sale("T1", "2026-03-02", 100),
      sale("T2", "2026-03-02", 50, { customer: "zoo", status: "active" }),
    ],
  }),
  "2026-03-02",
);
const inReview = runOn(begun, "2026-04-01");
const final = runOn(inReview, "2026-04-08");
/** 10.00 was typed to 12.00 after its invoice had become final. */
const corrected = runOn(retyped(final, "rewards", "T1/rate", { amount: 12 }), "2026-04-09");
const march = "inv_2026-03_USD";
const anns = `pay_${march}/ann`;

const tables = ["rewards", "drips", "invoices", "payouts"] as const;
const money = (program: Program) =>
  JSON.stringify(
    tables.map((name) => cellsOf(program, name).map(({ run: _, problems: __, ...row }) => row)),
  );
const problemsAt = (program: Program, table: TableName, key: string) =>
  program.tables[table]?.rows.find((row) => row.key === key)?.problems.map(({ at }) => at.column) ??
  [];
const rowOf = (program: Program, table: TableName, key: string): Readonly<Record<string, Cell>> =>
  program.tables[table]?.rows.find((row) => row.key === key)?.raw.cells ?? {};

describe("a derived column that is typed over counts as before, is reported, and is restored", () => {
  const drip = "drip_T1/plan";
  test.each<
    readonly [string, Program, "drips" | "invoices" | "payouts" | "rewards", string, string, Cell]
  >([
    ["an invoice's currency in review", inReview, "invoices", march, "currency", "EUR"],
    ["an invoice's currency once final", final, "invoices", march, "currency", "JPY"],
    ["an invoice's month", inReview, "invoices", march, "month", "2026-05"],
    ["an invoice's month, unreadable", final, "invoices", march, "month", "soon"],
    ["whom a payout pays", final, "payouts", anns, "partner", "bea"],
    ["whom a payout pays, emptied", final, "payouts", anns, "partner", ""],
    ["a payout's currency", final, "payouts", anns, "currency", "EUR"],
    ["a payout's invoice", final, "payouts", anns, "invoice", "inv_2026-02_USD"],
    ["a drip's amount", begun, "drips", drip, "amount", 500],
    ["a drip's amount, emptied", begun, "drips", drip, "amount", ""],
    ["a drip's currency", begun, "drips", drip, "currency", "JPY"],
    ["a drip's percent, where it had none", begun, "drips", drip, "percent", "50"],
    ["a drip's length", begun, "drips", drip, "occurrences", 10],
    ["a drip's cycle", begun, "drips", drip, "cycle", 0],
    ["a drip's delay, beyond all years", begun, "drips", drip, "delay", 9_999],
    ["a drip's start", begun, "drips", drip, "eventDate", "2020-01-01"],
    ["a drip's mode", begun, "drips", drip, "mode", "split a total"],
    ["the sale of a drip", begun, "drips", drip, "transaction", "T2"],
    ["the sale of a reward", begun, "rewards", "T1/rate", "transaction", "T2"],
    ["the trigger of a reward", begun, "rewards", "T1/rate", "trigger", "plan"],
    ["the drip of a part", begun, "rewards", `${drip}#1`, "drip", "drip_T2/plan"],
    ["which part it is", begun, "rewards", `${drip}#1`, "occurrence", 3],
    ["what a line corrects", corrected, "rewards", "adj_1*T1/rate", "adjusts", "T2/rate"],
    ["whom a drip pays", begun, "drips", drip, "partner", "bea"],
    ["whom a drip pays, emptied", begun, "drips", drip, "partner", ""],
  ])("%s", (_, before, table, key, column, cell) => {
    const over = retyped(before, table, key, { [column]: cell });

    expect(problemsAt(over, table, key)).toHaveLength(1);
    expect(byKey(over, table, key)).toEqual(byKey(before, table, key));
    const days = ["2026-04-09", "2026-05-01"];
    const [after, wanted] = [runOn(over, ...days), runOn(before, ...days)];
    expect(money(after)).toBe(money(wanted));
    expect(problemsAt(after, table, key)).toEqual([]);
  });

  test("it is logged in Activity, with what counts and what was typed (EDIT-5)", () => {
    const over = retyped(begun, "drips", drip, { partner: "bea", amount: "" });
    const told = recordsOf(runOn(over, "2026-03-03"), "activity").filter(
      ({ who }) => who === "in the sheet",
    );
    expect(told).toMatchObject([
      {
        what: "1 drip typed over",
        record: drip,
        from: `${drip}: Partner ann, Amount 5.00 USD`,
        to: `${drip}: Partner ann (typed bea), Amount 5.00 USD (typed blank)`,
      },
    ]);
  });

  test("a drip frozen by an earlier release without its partner counts for the partner its row names", () => {
    const { partner: _, ...cells } = byKey(begun, "drips", drip).frozen?.cells ?? {};
    const old = JSON.stringify([1, { key: drip, cells }]);
    const over = retyped(begun, "drips", drip, { partner: "bea", frozen: old });
    expect(byKey(over, "drips", drip).partner).toBe("bea");
    expect(problemsAt(over, "drips", drip)).toEqual([]);
  });

  test("the same value in another spelling is no problem", () => {
    const over = retyped(final, "payouts", anns, { currency: "usd" });
    expect(problemsAt(over, "payouts", anns)).toEqual([]);
  });

  test("the invoice of a line that a payout pays stays, so that the next invoice doesn't pay it too", () => {
    const over = retyped(final, "rewards", "T1/rate", { invoice: "" });
    const days = ["2026-04-09", "2026-05-01", "2026-05-09"];
    expect(money(runOn(over, ...days))).toBe(money(runOn(final, ...days)));
  });

  test("a line put on an invoice that is not there goes back to its own, which is told, and keeps its own currency", () => {
    const over = retyped(inReview, "rewards", "T1/rate", { invoice: "inv_2026-03_EUR" });
    const after = runOn(over, "2026-04-02");
    expect(byKey(after, "rewards", "T1/rate")).toMatchObject({
      currency: "USD",
      invoice: march,
      problems: `Invoice: No invoice “inv_2026-03_EUR” is in review. Invoice was set back to ${march}.`,
    });
  });

  test("a line that is taken off its invoice in its cell is off it, and Activity says so (EDIT-5, INVOICE-8)", () => {
    const over = retyped(inReview, "rewards", "T1/rate", { invoice: "" });
    const after = runOn(over, "2026-04-02");
    expect(byKey(after, "rewards", "T1/rate")).toMatchObject({ invoice: null, problems: null });
    const told = recordsOf(after, "activity").filter(({ who }) => who === "in the sheet");
    expect(told).toMatchObject([
      { from: `T1/rate: Invoice ${march}`, to: "T1/rate: Invoice blank" },
    ]);
    const back = runOn(retyped(after, "rewards", "T1/rate", { invoice: march }), "2026-04-03");
    expect(byKey(back, "rewards", "T1/rate")).toMatchObject({ invoice: march, problems: null });
    const { lines, total } = byKey(back, "invoices", march);
    const before = byKey(inReview, "invoices", march);
    expect({ lines, total }).toEqual({ lines: before.lines, total: before.total });
  });

  test("an invoice whose day of becoming final is wiped stays final, with the payouts it has", () => {
    const over = retyped(final, "invoices", march, { finalizedOn: "" });
    const after = runOn(over, "2026-04-09");
    expect(recordsOf(after, "payouts")).toEqual(recordsOf(runOn(final, "2026-04-09"), "payouts"));
    expect(byKey(after, "invoices", march)).toMatchObject({
      status: "Final",
      finalizedOn: "2026-04-08",
      problems: expect.stringMatching(/^Finalized on: It has payouts, so it is final/),
    });
    const finalize = { invoice: march };
    expect(refusal(() => act(over, finalizeInvoiceByHand, finalize, "2026-04-09"))).toBe(
      "INVOICE_NOT_IN_REVIEW",
    );
  });
});

describe("the terms of a drip's part typed over or broken", () => {
  const percent = runOn(
    programWith({
      triggers: [
        trigger("plan", { action: "start a drip", percent: "10", cycle: 1, occurrences: 3 }),
      ],
      transactions: [sale("T1", "2026-03-02", 100)],
    }),
    "2026-03-02",
  );
  const part = "drip_T1/plan#1";
  const other = { ...byKey(percent, "rewards", part).terms, base: 50_000 };

  test.each([
    ["another base", JSON.stringify([1, other])],
    ["no terms", ""],
    ["a stray word", "ten"],
  ])("as %s are put back, as the drip has them, and logged (EDIT-8)", (_, terms) => {
    const days = ["2026-03-03", "2026-03-04"];
    const after = runOn(retyped(percent, "rewards", part, { terms }), ...days);
    expect(byKey(after, "rewards", part)).toEqual(byKey(runOn(percent, ...days), "rewards", part));
    const [line] = recordsOf(after, "activity").filter(({ who }) => who === "in the sheet");
    expect(line?.from).toMatch(/^drip_T1\/plan#1: Terms \[1,/);
    expect(line?.to).toMatch(/\(typed /);
  });
});

describe("a row made by the program is copied and given another key", () => {
  test.each([
    ["rewards", "T1/rate", "T1/rate copy"],
    ["rewards", "drip_T1/plan#1", "drip_T1/plan#2"],
    ["drips", "drip_T1/plan", "drip_T9/plan"],
  ] as const)("%s: it counts for nothing, and says so", (table, key, other) => {
    const copy = { ...rowOf(begun, table, key), key: other };
    const after = runOn(typed(begun, { [table]: [copy] }), "2026-03-03", "2026-04-01");

    expect(problemsAt(after, table, other)).toEqual(["Key"]);
    const sum = (program: Program) => byKey(program, "invoices", march).total;
    expect(sum(after)).toBe(sum(inReview));
  });

  test("a reward whose key was typed over goes on under the new one, is made once, and says so (CELL-7)", () => {
    const renamed = retyped(begun, "rewards", "T1/rate", { key: "mine" });
    const after = runOn(renamed, "2026-03-03");
    const keys = recordsOf(after, "rewards").map(({ key }) => key);
    expect(keys.filter((key) => key === "T1/rate" || key === "mine")).toEqual(["T1/rate"]);
    expect(byKey(after, "rewards", "T1/rate").problems).toMatch(/Renamed\?/);
    expect(byKey(after, "transactions", "T1").problems).toBeNull();
  });

  test("an invoice under another key is no invoice", () => {
    const copy = { ...rowOf(inReview, "invoices", march), key: "March" };
    const after = runOn(typed(inReview, { invoices: [copy] }), "2026-04-08");
    expect(recordsOf(after, "invoices").map(({ key }) => key)).toEqual([march]);
    expect(problemsAt(after, "invoices", "March")).toEqual(["Key"]);
  });
});

describe("a payout with another partner's reward", () => {
  const lost = { acceptedFor: "", partner: "bea" };
  const mixed = runOn(retyped(final, "rewards", "T1/rate", lost), "2026-04-09");

  test("is reported at the payout, can't be paid, and stays out of payment files", () => {
    expect(byKey(mixed, "payouts", anns).problems).toMatch(/pays “T1\/rate”, which is not ann's/);
    const file = { invoice: march, format: "CSV" };
    const { output } = act(mixed, makePaymentFile, file, "2026-04-10");
    expect(output.leftOut.rows.map(({ payout }) => payout)).toEqual([anns]);
  });

  test("does not become paid by a paid reward that was typed onto it", () => {
    const paid = runOn(retyped(final, "payouts", anns, { status: "paid" }), "2026-04-09");
    const over = retyped(paid, "rewards", "T1/rate", { payout: `pay_${march}/bea` });
    expect(byKey(runOn(over, "2026-04-10"), "payouts", `pay_${march}/bea`).status).toBe("open");
  });
});

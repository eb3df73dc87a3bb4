import fc from "fast-check";
import type { Program } from "../../src/engine/program/program";
import { begin } from "../../src/engine/program/work";
import { changedRows } from "../../src/engine/usecases/events/list-changed";
import {
  customer,
  partner,
  programWith,
  retyped,
  rules,
  sale,
  trigger,
  typed,
} from "../engine/judging/judge-on";
import { law } from "../support/laws";
import { recordsOf } from "../support/program";
import { runOn } from "../support/run-on";

interface Given {
  readonly sales: readonly { readonly amount: number; readonly currency: string }[];
  /** Refunds of those sales, each by its place: the first ones count before the cells are typed over. */
  readonly refunds: readonly {
    readonly of: number;
    readonly amount: number;
    readonly isLate: boolean;
    readonly isBlank: boolean;
  }[];
  readonly edits: readonly {
    readonly row: number;
    readonly column: "refundOf" | "currency" | "amount";
    readonly cell: string;
  }[];
  readonly programCurrency: string | null;
}
const money = fc.integer({ min: 1, max: 120 });
const given: fc.Arbitrary<Given> = fc.record({
  sales: fc.array(fc.record({ amount: money, currency: fc.constantFrom("", "USD", "EUR") }), {
    minLength: 2,
    maxLength: 4,
  }),
  refunds: fc.array(
    fc.record({ of: fc.nat(9), amount: money, isLate: fc.boolean(), isBlank: fc.boolean() }),
    { minLength: 1, maxLength: 5 },
  ),
  edits: fc.array(
    fc.oneof(
      fc.record({
        row: fc.nat(9),
        column: fc.constant("refundOf" as const),
        cell: fc.constantFrom("", "T0", "T1", "R0", "R1", "T9"),
      }),
      fc.record({
        row: fc.nat(9),
        column: fc.constant("currency" as const),
        cell: fc.constantFrom("", "USD", "EUR", "JPY"),
      }),
      fc.record({
        row: fc.nat(9),
        column: fc.constant("amount" as const),
        cell: fc.constantFrom("-7", "-100"),
      }),
    ),
    { minLength: 1, maxLength: 4 },
  ),
  programCurrency: fc.option(fc.constantFrom("EUR", "JPY")),
});

const [JUDGED, EDITED, LATE] = ["2026-03-02", "2026-03-03", "2026-03-04"] as const;

function judgedProgram({ sales, refunds }: Given): Program {
  const rows = [
    ...sales.map(({ amount, currency }, i) => sale(`T${i}`, JUDGED, amount, { currency })),
    ...refundRows({ sales, refunds }, false),
  ];
  return runOn(
    programWith({
      partners: [partner()],
      customers: [customer()],
      triggers: [
        trigger("rate", { percent: "20" }),
        trigger("first", {
          percent: "50",
          rules: rules({ all: [{ fact: "transaction.number", operator: "equal", value: 1 }] }),
        }),
        trigger("plan", {
          action: "start a drip",
          percent: "12",
          mode: "split",
          delay: 1,
          cycle: 1,
          occurrences: 3,
        }),
      ],
      transactions: rows,
    }),
    JUDGED,
  );
}

const refundRows = ({ sales, refunds }: Pick<Given, "sales" | "refunds">, isLate: boolean) =>
  refunds.flatMap((refund, i) => {
    const of = refund.of % sales.length;
    const currency = refund.isBlank ? "" : sales[of]?.currency || "USD";
    const more = { refundOf: `T${of}`, currency, customer: "" };
    return refund.isLate === isLate
      ? [sale(`R${i}`, isLate ? LATE : JUDGED, refund.amount, more)]
      : [];
  });

/** The program with the cells typed over; in the currency of its setting an amount may have other decimals. */
function edited(program: Program, { sales, edits, programCurrency }: Given): Program {
  const keys = recordsOf(program, "transactions").map(({ key }) => key);
  const after = edits.reduce((now, { row, column, cell }) => {
    // A refund's amount counts as its row says now (TARGET-4).
    const of = column === "amount" ? sales : keys;
    return retyped(now, "transactions", keys[row % of.length] as string, { [column]: cell });
  }, program);
  return programCurrency === null
    ? after
    : typed(after, { settings: [{ key: "program currency", value: programCurrency }] });
}

const rewardsOf = (program: Program) =>
  recordsOf(program, "rewards").map(
    ({ key, amount, currency, status }) => `${key} ${amount} ${currency} ${status}`,
  );
const cellOf = (program: Program, key: string, column: string) =>
  program.tables.transactions?.byKey.get(key)?.raw.cells[column] ?? "";
const isSameButActivity = (a: Program, b: Program) => {
  for (const table of ["transactions", "rewards", "drips", "invoices"] as const)
    expect(a.tables[table]?.rows.map(({ raw }) => raw)).toEqual(
      b.tables[table]?.rows.map(({ raw }) => raw),
    );
};

law(
  "whatever is typed over “Refund of” and “Currency”, money is as judged, and each difference is listed (EDIT-12a, EDIT-12b)",
  given,
  (all) => {
    const judged = judgedProgram(all);
    // A late refund in yen that says no currency is refused, and told: here each says its own.
    const late = refundRows(
      all.programCurrency === "JPY"
        ? { ...all, refunds: all.refunds.map((each) => ({ ...each, isBlank: false })) }
        : all,
      true,
    );
    const life = (start: Program) => {
      const first = runOn(start, EDITED);
      const second = runOn(
        typed(first, { transactions: [...late, sale("N0", LATE, 40, { currency: "USD" })] }),
        LATE,
      );
      return [first, second] as const;
    };
    const typedOver = edited(judged, all);
    const [first, second] = life(typedOver);
    const [control, controlLate] = life(judged);

    expect(rewardsOf(first)).toEqual(rewardsOf(control));
    expect(rewardsOf(second)).toEqual(rewardsOf(controlLate));
    isSameButActivity(runOn(second, LATE), second);
    for (const { key, trigger: by } of recordsOf(second, "rewards"))
      expect([by, key.includes("R")]).toEqual([by, false]);

    const listed = new Map(changedRows(begin(second)).map((row) => [row.key, row.changes]));
    for (const { key, judgedAs } of recordsOf(judged, "transactions")) {
      const changes = (listed.get(key) ?? []).map(({ column }) => column);
      const isRefund = judgedAs?.counted != null;
      const refundOf = judgedAs?.counted?.sale ?? "";
      expect(changes.includes("Refund of")).toBe(cellOf(typedOver, key, "refundOf") !== refundOf);
      const was = judgedAs?.counted?.currency ?? judgedAs?.row?.Currency;
      const now =
        cellOf(typedOver, key, "currency") || (isRefund ? was : (all.programCurrency ?? "USD"));
      expect(changes.includes("Currency")).toBe(now !== was);
    }
  },
);

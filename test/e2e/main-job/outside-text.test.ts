import { outsideJest } from "../../support/outside-jest";

type Lines = readonly string[];
interface Outcome {
  readonly keys: {
    readonly wanted: Lines;
    readonly found: readonly Lines[];
    readonly rewards: number;
    readonly types: Lines;
  };
  readonly names: {
    readonly formulas: Lines;
    readonly customers: Lines;
    readonly said: Lines;
    readonly manual: readonly Lines[];
  };
  readonly own: {
    readonly kept: boolean;
    readonly amountFormula: string;
    readonly rewards: Lines;
    readonly failed: number;
  };
  readonly reordered: { readonly same: boolean };
  readonly locale: Lines;
  readonly currencies: { readonly invoices: Lines; readonly problems: Lines };
}

let outcome: Outcome;
beforeAll(async () => {
  outcome = await outsideJest<Outcome>("test/e2e/main-job/outside-text.scenario.ts");
});

test("keys such as 00123, 1e5, TRUE, 2026-01 and =x stay text on every tab they reach", () => {
  const { wanted, found, rewards, types } = outcome.keys;

  expect(found).toHaveLength(8);
  for (const tab of found) expect(tab).toEqual(wanted);
  expect(rewards).toBe(wanted.length * 3);
  expect(types).toEqual(["string"]);
});

test("names, reasons and descriptions that look like formulas stay text, unchanged", () => {
  const { formulas, customers, said, manual } = outcome.names;

  expect(formulas).toEqual([]);
  expect([...said].sort()).toEqual([...customers].sort());
  expect(manual.map(([description]) => description)).toEqual([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "=1+1",
    "'=1",
    "TRUE",
    "0012",
  ]);
  expect(manual.map(([, reason]) => reason)).toEqual(manual.map(([description]) => description));
});

test("the team's own columns, with formulas, notes, colours and formats, are untouched by a month of runs", () => {
  const { kept, failed } = outcome.own;

  expect([kept, failed]).toEqual([true, 0]);
});

test("a formula in Amount is read at 15 digits, and stays a formula", () => {
  const { amountFormula, rewards } = outcome.own;

  expect(amountFormula).toBe("=3*1.1");
  expect(rewards).toContain("b/rate | 0.66");
});

test("columns dragged into another order on every tab give the same program", () => {
  expect(outcome.reordered.same).toBe(true);
});

test("text amounts and percents are read by the spreadsheet's locale only, and another locale's mark is a problem (CELL-5)", () => {
  expect(outcome.locale).toEqual([
    "t0/rate | 240",
    "t0/small | 30",
    "t2/rate | 2.5",
    "t2/small | 0.31",
    "t4/rate | 240",
    "t4/small | 30",
  ]);
});

test("currencies keep their own decimals, have separate invoices, and are never rounded to fit", () => {
  const { invoices, problems } = outcome.currencies;

  expect(invoices).toEqual([
    "inv_2026-01_JPY | 1 | 200",
    "inv_2026-01_KWD | 2 | 0.907",
    "inv_2026-01_USD | 2 | 70",
  ]);
  expect(problems).toEqual([
    "j2 | Amount: 999.5 has more decimals than JPY allows (0).",
    "d | Amount: 10.005 has more decimals than USD allows (2).",
    "x | Currency: “XXY” is not a currency code such as USD or EUR.",
  ]);
});

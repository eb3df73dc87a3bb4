import { outsideJest } from "../support/outside-jest";

interface Outcome {
  readonly long: Readonly<Record<string, unknown>>;
  readonly strays: Readonly<Record<"made" | "problems" | "dated", readonly string[]>> & {
    readonly failed: number;
  };
  readonly filled: {
    readonly problems: string;
    readonly transactions: readonly string[];
    readonly customers: readonly string[];
    readonly rewards: readonly string[];
  };
  readonly odd: {
    readonly outcomes: readonly string[];
    readonly notes: number;
    readonly rewards: number;
  };
}

let outcome: Outcome;
beforeAll(async () => {
  outcome = await outsideJest<Outcome>("test/faults/hard-cells.scenario.ts");
});

test("a cell of 50,000 characters, wherever it is, stops neither the run nor the rows beside it", () => {
  const places = Object.keys(outcome.long);

  expect(places.length).toBeGreaterThan(5);
  for (const place of places) {
    expect([place, outcome.long[place]]).toEqual([place, { refused: false, failed: 0, made: 1 }]);
  }
});

test("a total, a stray word or a number in a date cell, on whatever tab, is one problem and no more (CELL-1)", () => {
  const { failed, made, problems, dated } = outcome.strays;

  expect({ failed, made }).toEqual({ failed: 0, made: ["good/rate"] });
  // A line break would stand between two problems of one row.
  expect(problems).toEqual([
    "Total | Customer: Customer is blank; Date is blank.",
    "stray | Customer: Customer is blank; The number in this cell is not a date. Type the date, for example 2026-03-31.",
  ]);
  expect(dated).toEqual([
    "cus_1 | ",
    "cus_2 | Created on: The number in this cell is not a date. Type the date, for example 2026-03-31.",
  ]);
});

test("a team's own column that formulas or checkboxes fill down over empty rows makes no rows of them", () => {
  const { problems, transactions, customers, rewards } = outcome.filled;

  expect(problems).toBe("");
  expect(transactions).toEqual([
    "200 | “First sale” granted 50.00 USD · “Rate” granted 20.00 USD",
    "14 | “Rate” granted 1.40 USD",
  ]);
  expect(customers).toEqual([
    "cus_1 | false | no trigger matched",
    "cus_2 | false | no trigger matched",
  ]);
  expect(rewards).toEqual(["50 | ada", "20 | ada", "1.4 | ada"]);
});

test("a key with a line break or tab is a problem at its cell; any other odd key is judged once, whatever the headers", () => {
  const { outcomes, notes, rewards } = outcome.odd;

  expect(outcomes.filter((line) => line.includes("has a line break or tab in it."))).toHaveLength(
    2,
  );
  expect(notes).toBe(2);
  expect(rewards).toBe(6);
});

import { outsideJest } from "../../support/outside-jest";

let outcome: Readonly<Record<string, unknown>>;
beforeAll(async () => {
  outcome = await outsideJest("test/e2e/triggers/sets-and-limits.scenario.ts");
});

test("in a set the next trigger acts once the first one's events are used up", () => {
  expect(outcome.set).toEqual([
    "A1/first 20 pending",
    "A2/first 20 pending",
    "A3/first 20 pending",
    "A4/later 10 pending",
  ]);
});

test("a partly used limit pays the rest, and says so", () => {
  expect(outcome.cap).toEqual(["B1/cap 80 pending", "B2/cap 20 pending"]);
  expect(outcome.said).toMatch(/20\.00 USD.*100\.00 USD/);
});

test("a declined reward frees its share of the limit for later ones, and raises no earlier one", () => {
  expect(outcome.freed).toEqual(["B1/cap 80 declined", "B2/cap 20 pending", "B3/cap 80 pending"]);
});

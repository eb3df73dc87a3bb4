import { outsideJest } from "../../support/outside-jest";

type Json = Readonly<Record<string, unknown>>;
interface Outcome {
  readonly tried: readonly Json[];
  readonly tested: Json;
  readonly explained: readonly Json[];
  readonly [what: string]: unknown;
}
let outcome: Outcome;
beforeAll(async () => {
  outcome = await outsideJest<Outcome>("test/e2e/triggers/what-if.scenario.ts");
});

test("a draft tried on a row says what it would do, and on another which condition fails", () => {
  expect(outcome.tried[0]).toMatchObject({
    acts: true,
    outcome: "“Draft” granted 12.00 USD",
    partner: "ann",
  });
  expect(outcome.tried[1]).toMatchObject({ acts: false, outcome: "its rules do not hold" });
  expect(outcome.tried[1]?.conditions).toEqual([
    { depth: 0, text: "all of", found: null, source: "", holds: false },
    {
      depth: 1,
      text: "transaction Amount is at least 100",
      found: "20",
      source: "column “Amount” of the transaction",
      holds: false,
    },
  ]);
});

test("a backtest of the draft shows its rewards by partner and month, and the rows that nearly matched", () => {
  expect(outcome.tested).toMatchObject({
    events: 3,
    acted: 2,
    sums: [{ currency: "USD", count: 2, amount: "42.00" }],
    totals: {
      rows: [
        { partner: "ann", month: "2026-03", amount: "12.00" },
        { partner: "bob", month: "2026-03", amount: "30.00" },
      ],
      more: 0,
    },
    nearMisses: { rows: [{ event: "T3", found: "20" }], more: 0 },
  });
});

test("an event says why it earned nothing, and a reward says why it exists", () => {
  expect(outcome.explained[0]).toMatchObject({
    outcome: "no trigger matched",
    triggers: [{ name: "Rate", why: ["transaction Amount is at least 150: found 120"] }],
  });
  expect(outcome.explained[1]?.lines).toEqual([
    { depth: 0, says: "Event: transaction created T2 on 2026-03-01." },
    { depth: 0, says: "Trigger “Rate”, version 1." },
    { depth: 0, says: "all of: met" },
    { depth: 1, says: "transaction Amount is at least 150, found 300: met" },
    { depth: 0, says: "Amount: 20 % of 300.00 USD = 60.00 USD." },
  ]);
});

test("none of these writes anything", () => {
  expect(outcome.unchanged).toBe(true);
  expect(outcome.cellsWritten).toBe(0);
});

test("judging again shows the difference first, then applies it, and Activity records it", () => {
  expect(outcome.preview).toMatchObject({ done: false, counts: { added: 1, kept: 1 } });
  expect(outcome.madeByPreview).toBe(0);
  expect(outcome.done).toMatchObject({ done: true, counts: { added: 1, kept: 1 } });
  expect(outcome.rewards).toEqual(["T2/rate 60 pending", "T1/rate 24 pending"]);
  expect(outcome.activity).toBe("Processed 2 events again | asked");
});

import { outsideJest } from "../../support/outside-jest";

interface Life {
  readonly broken: readonly string[];
  readonly rewards: number;
  readonly payouts: number;
}
interface Outcome {
  readonly lives: Readonly<Record<string, Life>>;
  readonly missed: readonly (readonly string[])[];
}

/** `LIVES=40 npx jest random-life` for the long mode. */
const seeds = Array.from({ length: Number(process.env.LIVES ?? 1) }, (_, i) => String(i + 1));

let outcome: Outcome;
beforeAll(async () => {
  outcome = await outsideJest<Outcome>("test/e2e/main-job/random-life.scenario.ts", ...seeds);
}, 600_000);

test("two months of random sales, refunds, edits, payments and actions create, lose and double no money", () => {
  expect(Object.keys(outcome.lives)).toEqual(seeds);
  for (const [seed, { broken, rewards, payouts }] of Object.entries(outcome.lives)) {
    expect([seed, broken]).toEqual([seed, []]);
    expect(rewards).toBeGreaterThan(100);
    expect(payouts).toBeGreaterThan(10);
  }
});

test("runs missed for days or weeks change no reward, amount or date", () => {
  const [daily, seldom, once] = outcome.missed;

  expect(daily?.length).toBeGreaterThan(50);
  expect(seldom).toEqual(daily);
  expect(once).toEqual(daily);
});

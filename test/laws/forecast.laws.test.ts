import fc from "fast-check";
import { addDays, addToMonth, day, monthOf } from "../../src/engine/kernel/day";
import type { Currency } from "../../src/engine/kernel/money";
import type { Program } from "../../src/engine/program/program";
import { begin, type Work } from "../../src/engine/program/work";
import { type ForecastLine, forecastLines } from "../../src/engine/reports/forecast/forecast-lines";
import { forecastTable } from "../../src/engine/reports/forecast/forecast-table";
import { partsToCome } from "../../src/engine/reports/statements/statement-drips";
import { moneyRun, rewardRow, startedProgram } from "../engine/invoices/money-run";
import { dripRow } from "../engine/reports/forecast/drip-row";
import { law } from "../support/laws";
import { recordsOf } from "../support/program";

const START = day("2026-01-01");
const TODAY = day("2026-02-20");
const partners = ["ptn_1", "ptn_2"] as const;

const drip = fc.record({
  partner: fc.constantFrom(...partners),
  trigger: fc.constantFrom("trg_1", "trg_2"),
  amount: fc.integer({ min: 1, max: 90 }),
  mode: fc.constantFrom("per occurrence", "split a total"),
  occurrences: fc.integer({ min: 1, max: 14 }),
  eventDate: fc.nat(60).map((n) => addDays(START, n)),
  delay: fc.nat(2),
  cycle: fc.integer({ min: 1, max: 3 }),
  cycleUnit: fc.constantFrom("weeks", "months"),
  currency: fc.constantFrom("USD", "USD", "EUR"),
  limitPerCustomer: fc.constantFrom("", "", 60),
  limitPerMonth: fc.constantFrom("", "", 35),
  endsOn: fc.constantFrom("", "", "2026-05-01"),
  skipped: fc.constantFrom("", "", "2"),
});
const reward = fc.record({
  partner: fc.constantFrom(...partners),
  amount: fc.integer({ min: 100, max: 9000 }),
  status: fc.constantFrom("pending", "approved", "held", "declined"),
  currency: fc.constantFrom("USD", "EUR"),
  earnedOn: fc.nat(120).map((n) => addDays(START, n)),
});
const given = fc.record({
  drips: fc.array(drip, { maxLength: 5 }),
  rewards: fc.array(reward, { maxLength: 6 }),
  minimum: fc.constantFrom("", "USD 40"),
});
type Given = typeof given extends fc.Arbitrary<infer T> ? T : never;

/** The program on the day of the forecast, after a few runs. */
function begun({ drips, rewards, minimum }: Given): Program {
  const program = startedProgram(
    {
      drips: drips.map((each, i) => dripRow(`drip_${i}`, { ...each, limitCurrency: "USD" })),
      rewards: rewards.map(({ amount, ...more }, i) =>
        rewardRow(`rew_${i}`, amount / 100, { ...more, reason: "because" }),
      ),
    },
    { "minimum payout": minimum },
  );
  return ["2026-02-01", "2026-02-08", TODAY].reduce(moneyRun, program);
}

/**
 * Runs on the first and the eighth of each month, for four years: every month opens and becomes final in time, so that
 * no late review moves a payment date (PAYDATE-3, PAYDATE-5).
 */
function lived(program: Program): Program {
  let after = program;
  for (let month = addToMonth(monthOf(TODAY), 1), n = 0; n < 48; n++) {
    after = [`${month}-01`, `${month}-08`].reduce(moneyRun, after);
    month = addToMonth(month, 1);
  }
  return after;
}

const sum = (lines: readonly { readonly amount: number }[]): number =>
  lines.reduce((total, { amount }) => total + amount, 0);

describe("laws of the forecast", () => {
  law("its sums tie to the rows that they come from, each row once", given, (each) => {
    const program = begun(each);
    const lines = forecastLines(program, { today: TODAY });
    const keys = lines.map((line) => line.reward);
    expect(new Set(keys).size).toBe(keys.length);

    const table = forecastTable(lines, TODAY, "USD" as Currency);
    for (const { currency, rows, total, undated } of table) {
      const own = recordsOf(program, "rewards").filter((row) => row.currency === currency);
      const of = (status: string) => sum(own.filter((row) => row.status === status));
      const column = (kind: "approved" | "pending" | "drips") =>
        rows.reduce((all, row) => all + row[kind], 0);
      expect([column("approved"), column("pending"), undated.held]).toEqual([
        of("approved"),
        of("pending"),
        of("held"),
      ]);
      expect(total).toBe(column("approved") + column("pending") + column("drips"));
    }
  });

  law(
    "without limits, what drips still owe is what the statements say is to come",
    given,
    (each) => {
      const free = each.drips.map((row) => ({ ...row, limitPerCustomer: "", limitPerMonth: "" }));
      const program = begun({ ...each, drips: free as Given["drips"] });
      const work: Work = begin(program);
      const coming = (currency: ForecastLine["currency"]) =>
        sum(partners.flatMap((partner) => partsToCome(work, { partner, currency })));

      for (const { currency, rows, undated } of forecastTable(
        forecastLines(program, { today: TODAY }),
        TODAY,
        "USD" as Currency,
      )) {
        const forecast = rows.reduce((all, { drips }) => all + drips, undated.paused);
        expect(forecast + undated.waiting).toBe(coming(currency));
      }
    },
  );

  law(
    "what is forecast of drips is what the runs then make, limits included, and paid for in that month",
    given,
    (each) => {
      const program = begun(each);
      const before = new Set(recordsOf(program, "rewards").map(({ key }) => key));
      const all = forecastLines(program, { today: TODAY });
      const lines = all.filter(({ kind }) => kind === "drips" || kind === "waiting");
      const after = recordsOf(lived(program), "rewards");
      const made = after.filter(({ key }) => !before.has(key));

      const view = (line: { readonly key: string; readonly amount: number }) =>
        `${line.key} ${line.amount}`;
      expect(lines.map((line) => view({ ...line, key: line.reward })).sort()).toEqual(
        made.map(view).sort(),
      );
      const held = new Set(made.filter(({ status }) => status === "held").map(({ key }) => key));
      const undated = lines.filter(({ kind }) => kind === "waiting");
      expect(new Set(undated.map((line) => line.reward))).toEqual(held);
      // A minimum in the way carries lines to months that nobody can know.
      if (each.minimum !== "") return;
      const paid = new Map(after.map(({ key, estimatedPayment }) => [key, estimatedPayment]));
      for (const { reward: key, month } of all) {
        const on = paid.get(key);
        if (month !== null) expect(on && monthOf(on)).toBe(month);
      }
    },
  );
});

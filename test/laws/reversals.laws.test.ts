import fc from "fast-check";
import { addDays, day } from "../../src/engine/kernel/day";
import { sealOfKey } from "../../src/engine/kernel/keys";
import { type Currency, type Percent, toDecimal } from "../../src/engine/kernel/money";
import type { Program } from "../../src/engine/program/program";
import { acceptedField, acceptedForField } from "../../src/engine/tables/packed/accepted";
import { amountByTerms, type RewardTerms, termsField } from "../../src/engine/tables/packed/terms";
import { setRewardStatus } from "../../src/engine/usecases/rewards/set-reward-status";
import { takeBackStatus } from "../../src/engine/usecases/rewards/take-back-status";
import { changed, moneyRun, rewardRow, startedProgram } from "../engine/invoices/money-run";
import { act } from "../engine/usecases/act";
import { law } from "../support/laws";
import { cellsOf, recordsOf } from "../support/program";
import { cellOf } from "../support/shapes";

const base = fc.integer({ min: 1, max: 3_000_000 });
const flat = fc.record({ flat: fc.integer({ min: 1, max: 50_000 }) });
const percent = fc.record({
  percent: fc.integer({ min: 1, max: 900_000 }).map((n) => n as Percent),
  rounding: fc.constantFrom("half away from zero" as const, "half to even" as const),
  of: fc.option(fc.integer({ min: 1, max: 90_000 })),
  room: fc.option(fc.integer({ min: 1, max: 20_000 })),
  part: fc.option(fc.constantFrom({ k: 1, n: 3 }, { k: 2, n: 3 }, { k: 7, n: 12 })),
});
const life = fc.record({
  currency: fc.constantFrom("USD", "JPY", "KWD").map((code) => code as Currency),
  base,
  rewards: fc.array(fc.oneof(flat, percent), { minLength: 1, maxLength: 5 }),
  byHand: fc.option(fc.integer({ min: 1, max: 40_000 })),
  /** Shares of the sale that are given back, in tenths; whatever is left follows. */
  tenths: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
  on: fc.nat(70).map((n) => addDays(day("2026-01-11"), n)),
});
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

/** What the program keeps beside a reward that it made. */
const keptCells = (key: string, amount: number, currency: Currency) => ({
  accepted: cellOf(acceptedField, {
    ...{ status: "pending", amount, invoice: "", firstInvoice: null, of: sealOfKey(key) },
  }),
  acceptedFor: cellOf(acceptedForField, {
    ...{ key, currency, partner: "ptn_1", earnedOn: day("2026-01-10") },
  }),
});

function begun({ currency, base, rewards, byHand }: Life): Program {
  const cell = (amount: number) => Number(toDecimal({ amount, currency }));
  return startedProgram({
    transactions: [
      { key: "trx_1", customer: "cus_1", date: "2026-01-10", amount: cell(base), currency },
    ],
    rewards: rewards.flatMap((reward, at) => {
      const terms: RewardTerms | undefined =
        "flat" in reward ? undefined : { kind: "percent", ...reward, base };
      const amount =
        "flat" in reward ? reward.flat : amountByTerms({ kind: "percent", ...reward, base }, base);
      if (amount === 0) return [];
      const typed = at === 0 && byHand !== null ? byHand : amount;
      const row = rewardRow(`trx_1/trg_${at}`, cell(typed), {
        currency,
        transaction: "trx_1",
        earnedOn: "2026-01-10",
        terms: terms ? cellOf(termsField, terms) : "",
        customer: "cus_1",
        trigger: `trg_${at}`,
        ...keptCells(`trx_1/trg_${at}`, typed, currency),
      });
      return [typed === amount ? row : { ...row, calculated: cell(amount) }];
    }),
  });
}

/** Runs on the usual days of invoices until a day. */
const runTo = (program: Program, last: string): Program =>
  ["2026-02-01", "2026-02-08", "2026-03-01", "2026-03-08", "2026-04-01", "2026-04-08"]
    .filter((on) => on <= last)
    .reduce(moneyRun, program);

/** The sale is given back bit by bit, from a day on, until nothing is left. */
function refunded(given: Life): Program {
  let left = given.base;
  const shares = [...given.tenths.map((n) => Math.floor((given.base * n) / 10)), given.base];
  return shares.reduce(
    (program, share, at) => {
      const amount = Math.min(left, share);
      left -= amount;
      if (amount === 0) return program;
      const on = addDays(given.on, at);
      const more = changed(program, (work) => {
        work.insert("transactions", {
          key: `ref_${at}`,
          customer: "cus_1",
          date: { day: on, time: "" },
          amount,
          currency: given.currency,
          refundOf: "trx_1",
        });
      });
      return moneyRun(more, on);
    },
    runTo(begun(given), given.on),
  );
}

/** A person approves every proposal that is held. */
function approved(program: Program): Program {
  const held = recordsOf(program, "rewards").filter(({ status }) => status === "held");
  if (held.length === 0) return program;
  const rewards = held.map(({ key }) => key);
  return act(program, setRewardStatus, { rewards, status: "approved" }, "2026-04-08").program;
}

const owed = (program: Program): number =>
  recordsOf(program, "rewards")
    .filter(({ status }) => status !== "declined")
    .reduce((sum, { amount }) => sum + amount, 0);

describe("laws of reversals", () => {
  law(
    "a reward and its reversals sum to zero in minor units, whatever it is and however it is given back",
    life,
    (given) => {
      expect(owed(approved(refunded(given)))).toBe(0);
    },
  );

  law("a bulk decision taken back leaves every reward and invoice as it was", life, (given) => {
    const before = moneyRun(runTo(begun(given), given.on), given.on);
    const rewards = recordsOf(before, "rewards")
      .filter(({ firstInvoice, invoice }) => firstInvoice === null && !isFinal(before, invoice))
      .map(({ key }) => key);
    if (rewards.length === 0) return;
    const decided = { rewards, status: "held", reason: "ask" };
    const held = act(before, setRewardStatus, decided, given.on);
    const moves = held.output.takeBack;
    const back = act(held.program, takeBackStatus, { moves }, given.on).program;
    const shown = (program: Program) =>
      cellsOf(program, "rewards").map(({ decidedBy: _, decidedOn: __, ...cells }) => cells);
    expect(shown(back)).toEqual(shown(before));
    expect(cellsOf(back, "invoices")).toEqual(cellsOf(before, "invoices"));
  });
});

const isFinal = (program: Program, invoice: string | null): boolean =>
  recordsOf(program, "invoices").some(
    ({ key, finalizedOn }) => key === invoice && finalizedOn !== null,
  );

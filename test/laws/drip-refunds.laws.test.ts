import fc from "fast-check";
import { addDays, type Day, day } from "../../src/engine/kernel/day";
import { type Currency, toDecimal } from "../../src/engine/kernel/money";
import { asRefusal } from "../../src/engine/kernel/problem";
import { PROGRAM } from "../../src/engine/kernel/vocabulary";
import type { Program } from "../../src/engine/program/program";
import type { Reward } from "../../src/engine/tables";
import { reopenInvoiceByHand } from "../../src/engine/usecases/invoices/reopen-invoice";
import { payInvoice } from "../../src/engine/usecases/payouts/pay-invoice";
import { setRewardStatus } from "../../src/engine/usecases/rewards/set-reward-status";
import { changed, startedProgram } from "../engine/invoices/money-run";
import { act } from "../engine/usecases/act";
import { law } from "../support/laws";
import { recordsOf } from "../support/program";
import { runOn } from "../support/run-on";

const START = day("2026-01-10");

const promise = fc.oneof(
  fc.record({ amount: fc.integer({ min: 1, max: 5000 }) }),
  fc.record({ percent: fc.integer({ min: 1, max: 400_000 }) }),
);
const terms = fc.record({
  currency: fc.constantFrom("USD", "JPY", "KWD").map((code) => code as Currency),
  rounding: fc.constantFrom("half away from zero", "half to even"),
  base: fc.integer({ min: 1, max: 200_000 }),
  promise,
  mode: fc.constantFrom("per occurrence", "split a total"),
  action: fc.constantFrom("start a drip", "start a drip", "grant a reward"),
  occurrences: fc.integer({ min: 1, max: 6 }),
  limitPerReward: fc.option(fc.integer({ min: 1, max: 3000 })),
  limitPerMonth: fc.option(fc.integer({ min: 1, max: 5000 })),
  limitPerCustomer: fc.option(fc.integer({ min: 1, max: 9000 })),
});
const step = fc.record({
  what: fc.constantFrom(
    "run",
    "refund",
    "refund",
    "refund all",
    "withdraw",
    "again",
    "approve",
    "hold",
    "decline",
    "pending",
    "pay",
    "reopen",
  ),
  days: fc.integer({ min: 0, max: 25 }),
  size: fc.integer({ min: 1, max: 100 }),
});
const lives = fc.record({ terms, steps: fc.array(step, { minLength: 1, maxLength: 10 }) });
type Life = typeof lives extends fc.Arbitrary<infer T> ? T : never;
type Step = Life["steps"][number];

function begun({ terms: t }: Life): Program {
  const cell = (amount: number | null) =>
    amount === null ? "" : Number(toDecimal({ amount, currency: t.currency }));
  return startedProgram(
    {
      transactions: [
        { key: "S", customer: "cus_1", date: START, amount: cell(t.base), currency: t.currency },
      ],
      triggers: [
        {
          key: "t",
          name: "t",
          state: "active",
          event: "transaction created",
          action: t.action,
          ...("amount" in t.promise
            ? { amount: cell(t.promise.amount), currency: t.currency }
            : { percent: String(t.promise.percent / 10_000) }),
          mode: t.mode,
          cycle: 2,
          cycleUnit: "weeks",
          occurrences: t.action === "start a drip" ? t.occurrences : "",
          limitCurrency: t.currency,
          limitPerReward: cell(t.limitPerReward),
          limitPerMonth: cell(t.limitPerMonth),
          limitPerCustomer: cell(t.limitPerCustomer),
        },
      ],
    },
    { rounding: t.rounding, "program currency": t.currency },
  );
}

const refundsIn = (program: Program) =>
  recordsOf(program, "transactions").filter(({ refundOf }) => refundOf !== null);

function take(program: Program, { what, size }: Step, today: Day, base: number): Program {
  const rewards = recordsOf(program, "rewards");
  const one = rewards[size % Math.max(1, rewards.length)];
  switch (what) {
    case "refund":
    case "refund all": {
      const amount = what === "refund all" ? base : Math.max(1, Math.floor((base * size) / 250));
      return changed(program, (work) => {
        work.insert("transactions", {
          key: `R${refundsIn(program).length}`,
          customer: "cus_1",
          date: { day: today, time: "" },
          amount: -amount,
          currency: null,
          refundOf: "S",
        });
      });
    }
    case "withdraw":
    case "again": {
      const all = refundsIn(program);
      const refund = all[size % Math.max(1, all.length)];
      if (!refund) return program;
      return changed(
        program,
        (work) =>
          void work.update("transactions", refund.key, {
            status: what === "again" ? "active" : "archived",
            archivedOn: what === "again" ? null : today,
          }),
      );
    }
    case "approve":
    case "hold":
    case "decline":
    case "pending": {
      if (!one) return program;
      const status = { approve: "approved", hold: "held", decline: "declined", pending: "pending" }[
        what
      ];
      return act(program, setRewardStatus, { rewards: [one.key], status, reason: "law" }, today)
        .program;
    }
    case "pay":
    case "reopen": {
      const final = recordsOf(program, "invoices").find(({ status }) => status === "Final");
      if (!final) return program;
      return what === "pay"
        ? act(program, payInvoice, { invoice: final.key, neverSent: true }, today).program
        : act(program, reopenInvoiceByHand, { invoice: final.key, reason: "law" }, today).program;
    }
    default:
      return program;
  }
}

function* lived(life: Life): Generator<readonly [Program, Day]> {
  let today = START;
  let program = runOn(begun(life), today);
  yield [program, today];
  for (const each of life.steps) {
    // Daily runs on the days that matter: the 1st and the 8th of each month.
    for (let n = 0; n < each.days; n++) {
      today = addDays(today, 1);
      if (/-(01|08)$/.test(today)) program = runOn(program, today);
    }
    try {
      program = take(program, each, today, life.terms.base);
    } catch (thrown) {
      if (!asRefusal(thrown)) throw thrown;
    }
    program = runOn(program, today);
    yield [program, today];
  }
}

/** Integer arithmetic of its own: a share of an amount, rounded once. */
function rounded(numerator: bigint, denominator: bigint, rounding: string): bigint {
  const [whole, rest] = [numerator / denominator, (numerator % denominator) * 2n];
  const isUp =
    rest > denominator ||
    (rest === denominator && (rounding !== "half to even" || whole % 2n === 1n));
  return isUp ? whole + 1n : whole;
}

function worthOf(life: Life, reward: Reward, kept: number): number {
  const { promise: p, rounding, mode, occurrences, action } = life.terms;
  let whole =
    "amount" in p
      ? BigInt(p.amount)
      : rounded(BigInt(kept) * BigInt(p.percent), 1_000_000n, rounding);
  if (action === "start a drip" && mode === "split a total") {
    const [k, n] = [BigInt(reward.occurrence ?? 0), BigInt(occurrences)];
    whole = rounded(whole * k, n, rounding) - rounded(whole * (k - 1n), n, rounding);
  }
  const room = reward.terms?.kind === "percent" ? reward.terms.room : null;
  return room === null ? Number(whole) : Math.min(Number(whole), room);
}

const isOpen = ({ firstInvoice, status }: Reward): boolean =>
  firstInvoice === null && status !== "declined";

describe("laws of drips and refunds", () => {
  law(
    "what stands of a reward, with what corrects it, is its frozen terms on what the customer kept",
    lives,
    (life) => {
      const first = new Map<string, number>();
      for (const [program] of lived(life)) {
        const rewards = recordsOf(program, "rewards");
        const sale = life.terms.base;
        const given = refundsIn(program)
          .filter(({ status }) => status === "active")
          .reduce((sum, { amount }) => sum - amount, 0);
        const kept = Math.max(0, sale - given);
        for (const reward of rewards.filter(({ source }) => source !== "adjustment")) {
          const isFlat = "amount" in life.terms.promise;
          if (!first.has(reward.key)) first.set(reward.key, reward.amount);
          const { typed, letStand } = reward.decisions ?? {};
          const isDeclined = reward.status === "declined";
          // What people typed, declined or let stand is for the law of targets (TARGET-13).
          if (typed || letStand || (isDeclined && reward.decidedBy !== PROGRAM)) continue;
          const lines = rewards.filter(({ adjusts }) => adjusts === reward.key);
          const net = [reward, ...lines]
            .filter(({ status }) => status !== "declined")
            .reduce((sum, { amount }) => sum + amount, 0);
          const isLocked = reward.firstInvoice !== null;
          const hasFinalLines = lines.some(({ firstInvoice }) => firstInvoice !== null);
          if (kept === 0 && !isLocked && !hasFinalLines) {
            expect([reward.key, reward.status]).toEqual([reward.key, "declined"]);
          }
          expect(lines.filter(isOpen).length).toBeLessThanOrEqual(1);
          const wanted =
            kept === 0 ? 0 : isFlat ? first.get(reward.key) : worthOf(life, reward, kept);
          expect([reward.key, net]).toEqual([reward.key, wanted]);
        }
      }
    },
  );
});

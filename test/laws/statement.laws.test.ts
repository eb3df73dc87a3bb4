import fc from "fast-check";
import { addDays, addToMonth, day, type Month, monthOf } from "../../src/engine/kernel/day";
import { invoiceKey } from "../../src/engine/kernel/keys";
import { asRefusal } from "../../src/engine/kernel/problem";
import type { Program } from "../../src/engine/program/program";
import { amountOf } from "../../src/engine/reports/statements/statement";
import { finalizeInvoiceByHand } from "../../src/engine/usecases/invoices/finalize-invoice";
import { pauseInvoice } from "../../src/engine/usecases/invoices/pause-invoice";
import { placeRewards } from "../../src/engine/usecases/invoices/place-rewards";
import { reopenInvoiceByHand } from "../../src/engine/usecases/invoices/reopen-invoice";
import { payInvoice } from "../../src/engine/usecases/payouts/pay-invoice";
import { returnPayoutByHand } from "../../src/engine/usecases/payouts/return-payout";
import { writeOff } from "../../src/engine/usecases/payouts/write-off";
import { setRewardStatus } from "../../src/engine/usecases/rewards/set-reward-status";
import { showStatement } from "../../src/engine/usecases/statements/show-statement";
import { changed, moneyRun, rewardRow, startedProgram } from "../engine/invoices/money-run";
import { act } from "../engine/usecases/act";
import { law } from "../support/laws";
import { type Given, recordsOf } from "../support/program";

const START = day("2026-01-01");
const dayOfLife = fc.nat(200).map((n) => addDays(START, n));
const partners = ["ptn_1", "ptn_2"] as const;
const currencies = ["USD", "EUR"] as const;

const reward = fc.record({
  partner: fc.constantFrom(...partners),
  amount: fc.integer({ min: -5000, max: 9000 }),
  currency: fc.constantFrom(...currencies),
  status: fc.constantFrom("pending", "approved", "held"),
  earnedOn: fc.nat(150).map((n) => addDays(START, n)),
});
const acts = [
  "run",
  "status",
  "amount",
  "refund",
  "off",
  "on",
  "pause",
  "finalize",
  "pay",
  "move",
  "reopen",
  "return",
  "write off",
] as const;
const step = fc.record({
  on: dayOfLife,
  kind: fc.constantFrom(...acts),
  reward: fc.nat(),
  invoice: fc.nat(),
  amount: fc.integer({ min: 1, max: 9000 }),
  status: fc.constantFrom("pending", "approved", "held", "declined"),
  yes: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const life = fc.record({
  rewards: fc.array(reward, { minLength: 1, maxLength: 10 }),
  steps: fc.array(step, { maxLength: 14 }),
  minimum: fc.constantFrom("", "USD 40, EUR 25"),
  silence: fc.constantFrom("yes", "no"),
});
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

/** Every month is opened and its review ends, whatever else happens; the last run takes over what was typed last. */
const clock: readonly Step[] = [2, 3, 4, 5, 6, 7, 8].flatMap((month) =>
  [1, 8].map((date) => {
    const on = day(`2026-0${month}-0${date}`);
    return { on, kind: "run", reward: 0, invoice: 0, amount: 1, status: "held", yes: true };
  }),
);

/** Each reward is 10 % of a sale of its own, so that refunds change it. */
function begun({ rewards, minimum, silence }: Life): Program {
  const sales: NonNullable<Given["transactions"]> = rewards.map(({ amount, currency }, i) => ({
    key: `trx_${i}`,
    customer: "cus_1",
    date: START,
    amount: Math.abs(amount) / 10,
    currency,
  }));
  const rows: NonNullable<Given["rewards"]> = rewards.map(({ amount, ...more }, i) =>
    rewardRow(`rew_${i}`, amount / 100, {
      ...more,
      ...(amount > 0
        ? {
            transaction: `trx_${i}`,
            terms: `10 % of ${(amount / 10).toFixed(2)}; half away from zero`,
          }
        : { source: "manual" }),
      reason: "because",
    }),
  );
  return startedProgram(
    { rewards: rows, transactions: sales },
    { "minimum payout": minimum, "silence approves": silence },
  );
}

/** What one step makes of a program; an act that is refused changes nothing. */
function stepped(program: Program, { kind, on, ...chosen }: Step, i: number): Program {
  const pick = <T>(rows: readonly T[], n: number): T | undefined => rows[n % rows.length];
  const invoice = pick(recordsOf(program, "invoices"), chosen.invoice)?.key;
  const picked = pick(recordsOf(program, "rewards"), chosen.reward);
  const rewards = picked?.key ?? "";
  const { amount, status, yes } = chosen;
  const lines = { rewards: [rewards] };
  const input = { reason: "because", ...lines, status };
  switch (kind) {
    case "run":
      return moneyRun(program, on);
    case "status":
      return act(program, setRewardStatus, input, on).program;
    case "amount":
      return changed(program, (work) => void work.update("rewards", rewards, { amount }));
    case "refund":
      return changed(program, (work) => {
        const refundOf = picked?.transaction ?? "trx_0";
        const sale = work.get("transactions", refundOf);
        const date = { day: on, time: "" };
        const currency = sale?.currency ?? null;
        const customer = "cus_1";
        work.insert("transactions", {
          key: `ref_${i}`,
          customer,
          date,
          amount: -amount * 5,
          currency,
          refundOf,
        });
      });
    case "off":
      return act(program, placeRewards, { to: "off its invoice", ...lines }, on).program;
    case "on":
      return act(program, placeRewards, { to: "on an invoice", ...lines, invoice }, on).program;
    case "pause":
      return act(program, pauseInvoice, { invoice, paused: yes }, on).program;
    case "finalize":
      return act(program, finalizeInvoiceByHand, { invoice }, on).program;
    case "pay":
      return act(program, payInvoice, { invoice, neverSent: true }, on).program;
    case "move":
      return act(
        program,
        placeRewards,
        { to: yes ? "on an invoice" : "on the next one", ...lines, invoice },
        on,
      ).program;
    case "reopen":
      return act(program, reopenInvoiceByHand, { invoice, reason: "because" }, on).program;
    case "return": {
      const payout = pick(recordsOf(program, "payouts"), chosen.invoice)?.key;
      return act(program, returnPayoutByHand, { payout, reason: "closed" }, on).program;
    }
    case "write off": {
      const { partner, currency } = picked ?? {};
      return act(program, writeOff, { partner, currency, reason: "goodwill" }, on).program;
    }
    default:
      return kind satisfies never;
  }
}

/** The program after each of its steps. */
function lived(given: Life): readonly Program[] {
  const steps = [...given.steps, ...clock].sort((a, b) => (a.on < b.on ? -1 : 1));
  const all = [begun(given)];
  for (const [i, each] of steps.entries()) {
    const before = all[all.length - 1] as Program;
    try {
      all.push(stepped(before, each, i));
    } catch (thrown) {
      if (!asRefusal(thrown)) throw thrown;
    }
  }
  return all;
}
const last = (programs: readonly Program[]): Program => programs[programs.length - 1] as Program;

const months: readonly Month[] = [-1, 0, 1, 2, 3, 4, 5, 6, 7].map((n) =>
  addToMonth(monthOf(START), n),
);
const accounts = partners.flatMap((partner) =>
  currencies.map((currency) => ({ partner, currency })),
);
const statement = (program: Program, of: { partner: string; currency: string }, month: Month) =>
  act(program, showStatement, { ...of, month }, "2026-09-01").output;

const sum = (rows: readonly { readonly amount: number }[]): number =>
  rows.reduce((total, { amount }) => total + amount, 0);

const finalKeys = (program: Program): Set<string> => {
  const final = recordsOf(program, "invoices").filter(({ finalizedOn }) => finalizedOn !== null);
  return new Set(final.map(({ key }) => key));
};

describe("laws of statements", () => {
  law(
    "lines less payouts sum to closing less opening, and each month opens as the one before it closed",
    life,
    (given) => {
      const program = last(lived(given));
      for (const of of accounts) {
        let carried = 0;
        for (const month of months) {
          const { opening, lines, payouts, closing } = statement(program, of, month);
          const earned = sum(lines.rows.map(({ amount }) => amount));
          const standing = payouts.rows.filter(({ status }) => status !== "returned");
          const paidOut = sum(standing.map(({ amount }) => amount));
          expect(earned - paidOut).toBe(closing.amount - opening.amount);
          expect([lines.total.amount, payouts.total.amount]).toEqual([earned, paidOut]);
          expect(opening.amount).toBe(carried);
          carried = closing.amount;
        }
      }
    },
  );

  law(
    "a final month closes with what it carried: lines first invoiced up to it that no payout up to it took",
    life,
    (given) => {
      const program = last(lived(given));
      const rewards = recordsOf(program, "rewards");
      const payouts = new Map(recordsOf(program, "payouts").map((each) => [each.key, each]));
      for (const of of accounts) {
        for (const month of months) {
          const shown = statement(program, of, month);
          if (!shown.final) continue;
          const key = invoiceKey(month, of.currency);
          const carried = rewards.filter(({ partner, currency, firstInvoice, payout }) => {
            if (partner !== of.partner || currency !== of.currency) return false;
            const takenBy = payouts.get(payout ?? "")?.invoice;
            return firstInvoice !== null && firstInvoice <= key && !(takenBy && takenBy <= key);
          });
          expect(shown.closing.amount).toBe(sum(carried));
        }
      }
    },
  );

  law(
    "a statement once final stays as it was, but where an invoice up to it is reopened",
    life,
    (given) => {
      const issued = new Map<string, unknown>();
      let finals = new Set<string>();
      const used = accounts.filter((of) =>
        given.rewards.some((each) => each.partner === of.partner && each.currency === of.currency),
      );
      for (const program of lived(given)) {
        const before = finals;
        finals = finalKeys(program);
        const reopened = [...before].filter((key) => !finals.has(key));
        for (const of of used) {
          for (const month of months) {
            const name = `${of.partner} ${of.currency} ${month}`;
            const { final, opening, lines, payouts, closing, code } = statement(program, of, month);
            // When a line is paid is an estimate to the end: only the balance is final.
            const rows = lines.rows.map(({ estimatedPayment: _, ...line }) => line);
            const kept = { ...lines, rows };
            const balance = { final, opening, lines: kept, paidOut: payouts.total, closing, code };
            // In another currency too: while that month is in review, one may be opened in this one.
            const isOpen = reopened.some((key) => key.slice("inv_".length) <= `${month}_~`);
            if (isOpen) issued.delete(name);
            if (issued.has(name)) expect(balance).toEqual(issued.get(name));
            else if (final) issued.set(name, balance);
          }
        }
      }
      expect(issued.size).toBeGreaterThan(0);
    },
  );

  law("whatever is done, an invoice's total is its lines', and a payout its own", life, (given) => {
    for (const program of lived(given)) {
      const rewards = recordsOf(program, "rewards");
      for (const payout of recordsOf(program, "payouts")) {
        if (payout.status === "returned") continue;
        const lines = rewards.filter((each) => each.payout === payout.key);
        expect(sum(lines.map((line) => ({ amount: amountOf(line) })))).toBe(payout.amount);
        expect(lines.every(({ invoice }) => invoice === payout.invoice)).toBe(true);
      }
    }
    const program = last(lived(given));
    const rewards = recordsOf(program, "rewards");
    for (const { key, total, lines } of recordsOf(program, "invoices")) {
      const own = rewards.filter(({ invoice }) => invoice === key);
      expect([own.length, sum(own)]).toEqual([lines, total]);
    }
  });

  law("no reward is a line twice, or both in the balance and below it", life, (given) => {
    const program = last(lived(given));
    for (const of of accounts) {
      const counted: string[] = [];
      for (const month of months) {
        const { lines, below } = statement(program, of, month);
        counted.push(...lines.rows.map((line) => line.reward));
        const waiting = [...below.pending.rows, ...below.held.rows].map((line) => line.reward);
        expect(waiting.filter((key) => counted.includes(key))).toEqual([]);
      }
      expect(new Set(counted).size).toBe(counted.length);
    }
  });
});

import fc from "fast-check";
import { addDays, day } from "../../src/engine/kernel/day";
import { type Percent, percentOf, toDecimal } from "../../src/engine/kernel/money";
import { rewardStatuses } from "../../src/engine/kernel/vocabulary";
import type { Program } from "../../src/engine/program/program";
import { termsField } from "../../src/engine/tables/packed/terms";
import { placeRewards } from "../../src/engine/usecases/invoices/place-rewards";
import { makePaymentFile } from "../../src/engine/usecases/payouts/make-payment-file";
import { payInvoice } from "../../src/engine/usecases/payouts/pay-invoice";
import { byKey, changed, moneyRun, rewardRow, startedProgram } from "../engine/invoices/money-run";
import { act } from "../engine/usecases/act";
import { law } from "../support/laws";
import { carryOut, cellsOf, envOn, type Given, recordsOf } from "../support/program";
import { cellOf } from "../support/shapes";

const USD = "USD" as Parameters<typeof toDecimal>[0]["currency"];
const dayFrom2026 = fc.nat(150).map((n) => addDays(day("2026-01-01"), n));

const reward = fc.record({
  partner: fc.constantFrom("ptn_1", "ptn_2"),
  amount: fc.integer({ min: -5000, max: 9000 }),
  currency: fc.constantFrom("USD", "EUR"),
  status: fc.constantFrom(...rewardStatuses.filter((status) => status !== "paid")),
  earnedOn: dayFrom2026,
});
const life = fc.record({
  rewards: fc.array(reward, { minLength: 1, maxLength: 12 }),
  runs: fc.array(dayFrom2026, { minLength: 1, maxLength: 8 }).map((each) => [...each].sort()),
  minimum: fc.constantFrom("", "USD 40, EUR 25"),
  silence: fc.constantFrom("yes", "no"),
  pays: fc.boolean(),
});
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

function begun({ rewards, minimum, silence }: Life): Program {
  const rows: NonNullable<Given["rewards"]> = rewards.map((each, i) =>
    rewardRow(`rew_${i}`, each.amount / 100, {
      partner: each.partner,
      currency: each.currency,
      status: each.status,
      earnedOn: each.earnedOn,
      reason: "because",
    }),
  );
  return startedProgram(
    { rewards: rows },
    { "minimum payout": minimum, "silence approves": silence },
  );
}

function lived(given: Life): Program {
  let program = begun(given);
  let ids = 0;
  const newId = (prefix: string) => `${prefix}_life${++ids}`;
  for (const on of given.runs) {
    program = moneyRun(program, on);
    for (const { key, status } of recordsOf(program, "invoices")) {
      if (!given.pays || status !== "Final") continue;
      const input = { invoice: key, neverSent: true, paidOn: null, reference: null };
      program = carryOut(program, payInvoice, input, { ...envOn(on), newId }).program;
    }
  }
  return program;
}

const sum = (rows: readonly { readonly amount: number }[]) =>
  rows.reduce((total, { amount }) => total + amount, 0);

describe("laws of invoices", () => {
  law("an invoice's total is the sum of its lines, all in its currency", life, (given) => {
    const program = lived(given);
    for (const invoice of recordsOf(program, "invoices")) {
      const lines = recordsOf(program, "rewards").filter((each) => each.invoice === invoice.key);
      expect(invoice.total).toBe(sum(lines));
      expect(invoice.lines).toBe(lines.length);
      expect(lines.every(({ currency }) => currency === invoice.currency)).toBe(true);
    }
  });

  law(
    "a payout is the sum of its lines, never negative, one a partner and invoice",
    life,
    (given) => {
      const program = lived(given);
      const payouts = recordsOf(program, "payouts");
      for (const payout of payouts) {
        const lines = recordsOf(program, "rewards").filter((each) => each.payout === payout.key);
        expect(payout.amount).toBe(sum(lines));
        expect(payout.amount).toBeGreaterThanOrEqual(0);
        expect(lines.every(({ status }) => status === "paid")).toBe(payout.status === "paid");
      }
      const places = payouts.map(({ invoice, partner }) => `${invoice} ${partner}`);
      expect(new Set(places).size).toBe(places.length);
    },
  );

  law("every line of a final invoice is in a payout of it", life, (given) => {
    const program = lived(given);
    const final = recordsOf(program, "invoices").filter(({ finalizedOn }) => finalizedOn !== null);
    const keys = new Set(final.map(({ key }) => key));
    for (const line of recordsOf(program, "rewards")) {
      if (line.invoice === null || !keys.has(line.invoice)) continue;
      expect(line.payout?.startsWith(`pay_${line.invoice}/${line.partner}`)).toBe(true);
    }
  });

  law("no money is made or lost by invoices: every reward keeps its amount", life, (given) => {
    const amounts = (program: Program) => cellsOf(program, "rewards").map(({ amount }) => amount);
    expect(amounts(lived(given))).toEqual(amounts(begun(given)));
  });

  law("lines moved to the next invoice and back leave all as it was", life, (given) => {
    const program = lived(given);
    const on = given.runs[given.runs.length - 1] as string;
    for (const { key: invoice, status } of recordsOf(program, "invoices")) {
      const lines = recordsOf(program, "rewards").filter((each) => each.invoice === invoice);
      if (status !== "In review" || lines.length === 0) continue;
      const rewards = lines.map(({ key }) => key);
      const there = act(program, placeRewards, { to: "on the next one", rewards }, on).program;
      expect(byKey(there, "invoices", invoice)).toMatchObject({ lines: 0, total: 0 });
      const back = act(there, placeRewards, { to: "on an invoice", rewards, invoice }, on).program;
      for (const table of ["rewards", "invoices", "payouts"] as const) {
        expect(cellsOf(back, table)).toEqual(cellsOf(program, table));
      }
    }
  });

  law(
    "payment files hold each payout once, and with what they leave out come to all payouts",
    life,
    (given) => {
      let program = changed(lived({ ...given, pays: false }), (work) => {
        work.update("partners", "ptn_1", { payoutMethod: "Wise", paymentEmail: "a@pay.example" });
      });
      for (const { key: invoice, status } of recordsOf(program, "invoices")) {
        if (status !== "Final") continue;
        let inFiles = 0;
        for (const format of ["PayPal", "Wise", "CSV"]) {
          const made = act(program, makePaymentFile, { invoice, format }, "2026-12-01");
          const again = { invoice, format, again: made.output.name };
          if (made.output.payouts > 0) {
            expect(act(made.program, makePaymentFile, again, "2026-12-02").output.text).toBe(
              made.output.text,
            );
          }
          inFiles += sum(made.output.sums);
          program = made.program;
        }
        const payouts = recordsOf(program, "payouts").filter((each) => each.invoice === invoice);
        const out = payouts.filter((each) => each.status === "open");
        expect(inFiles + sum(out)).toBe(sum(payouts));
        expect(out.every(({ partner }) => partner !== "ptn_1")).toBe(true);
      }
    },
  );

  law("a run done twice on a day is as once", life, (given) => {
    const once = lived(given);
    const last = given.runs[given.runs.length - 1] as string;
    const again = moneyRun(once, last);
    for (const table of ["rewards", "invoices", "payouts"] as const) {
      expect(cellsOf(again, table)).toEqual(cellsOf(once, table));
    }
  });
});

const refunded = fc.record({
  amount: fc.integer({ min: 1, max: 100_000 }),
  percent: fc.integer({ min: 1, max: 500_000 }).map((n) => n as Percent),
  room: fc.option(fc.integer({ min: 1, max: 20_000 })),
  refunds: fc.array(fc.record({ amount: fc.integer({ min: 1, max: 60_000 }), on: dayFrom2026 }), {
    minLength: 1,
    maxLength: 5,
  }),
});
type Refunded = typeof refunded extends fc.Arbitrary<infer T> ? T : never;

const cell = (amount: number) => Number(toDecimal({ amount, currency: USD }));
const whole = ({ percent, room }: Refunded, kept: number) =>
  Math.min(percentOf(kept, percent, "half away from zero"), room ?? Number.MAX_SAFE_INTEGER);

/** A sale with its percent reward; refunds come in on their days, between runs. */
function refundedProgram(given: Refunded): Program {
  const { amount, percent, room } = given;
  const terms = {
    kind: "percent",
    percent,
    base: amount,
    of: null,
    rounding: "half away from zero",
    room,
    part: null,
  } as const;
  let program = startedProgram({
    transactions: [{ key: "trx_1", customer: "cus_1", date: "2026-01-01", amount: cell(amount) }],
    rewards: [
      rewardRow("trx_1/trg_1", cell(whole(given, amount)), {
        transaction: "trx_1",
        terms: cellOf(termsField, terms),
        earnedOn: "2026-01-01",
      }),
    ],
  });
  const inOrder = [...given.refunds].sort((a, b) => (a.on < b.on ? -1 : 1));
  for (const [i, { amount: back, on }] of inOrder.entries()) {
    program = changed(program, (work) => {
      work.insert("transactions", {
        key: `trx_r${i}`,
        customer: "cus_1",
        date: { day: on, time: "" },
        amount: -back,
        refundOf: "trx_1",
      });
    });
    program = moneyRun(program, on);
  }
  return moneyRun(program, "2026-07-01");
}

/** What the reward and its proposals come to, were every proposal approved. */
const net = (program: Program): number =>
  sum(recordsOf(program, "rewards").filter(({ status }) => status !== "declined"));

describe("laws of refunds", () => {
  law(
    "a reward and its corrections come to its terms on what was kept; all given back, to 0",
    refunded,
    (given) => {
      const kept = Math.max(0, given.amount - sum(given.refunds));
      expect(net(refundedProgram(given))).toBe(whole(given, kept));
    },
  );

  law("a refund that is archived is reversed", refunded, (given) => {
    const program = refundedProgram(given);
    const withdrawn = changed(program, (work) => {
      for (const [i] of given.refunds.entries()) {
        work.update("transactions", `trx_r${i}`, { status: "archived" });
      }
    });
    const after = moneyRun(withdrawn, "2026-07-02");
    expect(net(after)).toBe(whole(given, given.amount));
    expect(cellsOf(moneyRun(after, "2026-07-02"), "rewards")).toEqual(cellsOf(after, "rewards"));
  });
});

import type { Program } from "../../../../src/engine/program/program";
import { placeRewards } from "../../../../src/engine/usecases/invoices/place-rewards";
import { payInvoice } from "../../../../src/engine/usecases/payouts/pay-invoice";
import { setRewardStatus } from "../../../../src/engine/usecases/rewards/set-reward-status";
import { showStatement } from "../../../../src/engine/usecases/statements/show-statement";
import {
  byKey,
  changed,
  moneyRun,
  moneyRunWith,
  rewardRow,
  startedProgram,
} from "../../invoices/money-run";
import { act, refusal } from "../../usecases/act";

const TODAY = "2026-07-01";

function statement(program: Program, month: string, more: Readonly<Record<string, string>> = {}) {
  return act(program, showStatement, { partner: "ptn_1", month, ...more }, TODAY).output;
}

/** Opening, lines, payouts and closing, as text. */
function balance(program: Program, month: string, more: Readonly<Record<string, string>> = {}) {
  const { opening, lines, payouts, closing } = statement(program, month, more);
  return [
    opening.text,
    lines.rows.map(({ amount }) => amount.text),
    payouts.total.text,
    closing.text,
  ];
}

const runs = (program: Program, ...days: readonly string[]): Program =>
  days.reduce((current, on) => moneyRun(current, on), program);

const JANUARY = ["2026-02-01", "2026-02-08"];
const FEBRUARY = ["2026-03-01", "2026-03-08"];
const MARCH = ["2026-04-01", "2026-04-08"];

const debt = () =>
  startedProgram({
    rewards: [
      rewardRow("a", 20),
      rewardRow("b", -100, { source: "manual" }),
      rewardRow("c", 70, { earnedOn: "2026-02-10" }),
      rewardRow("d", 30, { earnedOn: "2026-03-10" }),
    ],
  });

describe("declined rewards, with their reason (STATEMENT-9)", () => {
  const declined = (program: Program, month: string) =>
    statement(program, month).below.declined.rows.map(
      ({ reward, reason, amount }) => `${reward} ${amount.text}: ${reason}`,
    );
  const decline = (program: Program, reward: string, on: string, reason = "not theirs") =>
    act(program, setRewardStatus, { rewards: [reward], status: "declined", reason }, on).program;
  const given = startedProgram({
    rewards: [
      rewardRow("a", 20),
      rewardRow("b", 30),
      rewardRow("c", 40, { earnedOn: "2026-02-10" }),
      rewardRow("other", 5, { partner: "ptn_2" }),
      rewardRow("euro", 6, { currency: "EUR" }),
    ],
  });

  test("are in the statement of the month in which they were earned, outside the balance", () => {
    const program = runs(decline(runs(given, "2026-02-01"), "a", "2026-02-03"), "2026-02-08");
    expect(declined(program, "2026-01")).toEqual(["a 20.00: not theirs"]);
    expect(statement(program, "2026-01").below.declined.total.text).toBe("20.00");
    expect(balance(program, "2026-01")).toEqual(["0.00", ["30.00"], "30.00", "0.00"]);
    expect(declined(program, "2026-02")).toEqual([]);
  });

  test("declined after that statement was final, they are in the first one that was not", () => {
    const held = changed(given, (work) => {
      work.update("rewards", "a", { status: "held", reason: "ask" });
    });
    const onHold = runs(decline(held, "b", "2026-01-31", "twice"), ...JANUARY);
    for (const on of ["2026-02-08", "2026-02-20", "2026-03-07"]) {
      const program = decline(onHold, "a", on);
      expect(declined(program, "2026-01")).toEqual(["b 30.00: twice"]);
      expect(declined(program, "2026-02")).toEqual(["a 20.00: not theirs"]);
    }
    const later = runs(onHold, ...FEBRUARY);
    expect(declined(decline(later, "a", "2026-03-09"), "2026-03")).toEqual(["a 20.00: not theirs"]);
  });

  test("each is in one month's statement only, whatever day it was declined", () => {
    const months = ["2025-12", "2026-01", "2026-02", "2026-03", "2026-04", "2026-05"];
    for (const on of ["2026-01-20", "2026-02-07", "2026-02-08", "2026-03-01", "2026-04-30"]) {
      const program = decline(runs(given, ...JANUARY.filter((each) => each <= on)), "c", on);
      expect(months.flatMap((month) => declined(program, month))).toEqual(["c 40.00: not theirs"]);
    }
  });
});

describe("a statement's balance (STATEMENT-2)", () => {
  test("+20.00 and -100.00 leave -80.00, which later months carry until their rewards exceed it", () => {
    const program = runs(debt(), ...JANUARY, ...FEBRUARY, ...MARCH);

    expect(balance(program, "2026-01")).toEqual(["0.00", ["20.00", "-100.00"], "0.00", "-80.00"]);
    expect(balance(program, "2026-02")).toEqual(["-80.00", ["70.00"], "0.00", "-10.00"]);
    expect(balance(program, "2026-03")).toEqual(["-10.00", ["30.00"], "20.00", "0.00"]);
    expect(statement(program, "2026-03").final).toBe(true);
  });

  test("a sum below the minimum payout is carried until it is reached, over a month without lines too", () => {
    const given = {
      rewards: [rewardRow("a", 20), rewardRow("b", 35, { earnedOn: "2026-03-10" })],
    };
    const program = runs(
      startedProgram(given, { "minimum payout": "USD 50" }),
      ...JANUARY,
      ...FEBRUARY,
      ...MARCH,
    );

    expect(balance(program, "2026-01")).toEqual(["0.00", ["20.00"], "0.00", "20.00"]);
    expect(balance(program, "2026-02")).toEqual(["20.00", [], "0.00", "20.00"]);
    expect(balance(program, "2026-03")).toEqual(["20.00", ["35.00"], "55.00", "0.00"]);
  });

  test("a payout is subtracted as soon as it is due, and payment only adds its date and reference", () => {
    const due = runs(startedProgram({ rewards: [rewardRow("a", 20)] }), ...JANUARY);
    const input = {
      invoice: "inv_2026-01_USD",
      neverSent: true,
      paidOn: "2026-02-13",
      reference: "T1",
    };
    const paid = act(due, payInvoice, input, "2026-02-13").program;

    expect(balance(due, "2026-01")).toEqual(["0.00", ["20.00"], "20.00", "0.00"]);
    expect(balance(paid, "2026-01")).toEqual(balance(due, "2026-01"));
    expect(statement(paid, "2026-01").payouts.rows).toEqual([
      {
        payout: "pay_inv_2026-01_USD/ptn_1",
        amount: { amount: 2000, currency: "USD", text: "20.00" },
        subtracted: { amount: 2000, currency: "USD", text: "20.00" },
        status: "paid",
        estimatedPayment: "2026-02-13",
        paidOn: "2026-02-13",
        reference: "T1",
      },
    ]);
  });

  test("a returned payout is shown but not subtracted; its replacement is", () => {
    const due = runs(startedProgram({ rewards: [rewardRow("a", 20)] }), ...JANUARY);
    const returned = changed(due, (work) => {
      work.update("payouts", "pay_inv_2026-01_USD/ptn_1", { status: "returned", reason: "closed" });
    });
    const again = changed(returned, (work) => {
      const first = byKey(returned, "payouts", "pay_inv_2026-01_USD/ptn_1");
      const key = "pay_inv_2026-01_USD/ptn_1#2";
      work.insert("payouts", { ...first, key, status: "open", reason: null });
    });

    expect(balance(returned, "2026-01")).toEqual(["0.00", ["20.00"], "0.00", "20.00"]);
    expect(balance(again, "2026-01")).toEqual(["0.00", ["20.00"], "20.00", "0.00"]);
    expect(statement(again, "2026-01").payouts.rows.map(({ status }) => status)).toEqual([
      "returned",
      "open",
    ]);
  });

  test("partners and currencies have statements of their own, with the currency's own decimals", () => {
    const program = runs(
      startedProgram({
        rewards: [
          rewardRow("a", 20),
          rewardRow("b", 1500, { currency: "JPY", accepted: "pending 1500" }),
          rewardRow("c", 30, { partner: "ptn_2" }),
        ],
      }),
      ...JANUARY,
    );

    expect(balance(program, "2026-01")).toEqual(["0.00", ["20.00"], "20.00", "0.00"]);
    expect(balance(program, "2026-01", { currency: "JPY" })).toEqual(["0", ["1500"], "1500", "0"]);
    expect(balance(program, "2026-01", { partner: "ptn_2" })[1]).toEqual(["30.00"]);
    expect(balance(program, "2026-01", { partner: "ptn_2", currency: "JPY" })[1]).toEqual([]);
  });

  test("an approved adjustment is a line of the month that first invoices it, and names what it corrects", () => {
    const refund = { key: "trx_2", customer: "cus_1", date: "2026-02-20", refundOf: "trx_1" };
    const sold = { key: "trx_1", customer: "cus_1", date: "2026-01-10", amount: 100 };
    const reward = rewardRow("trx_1/trg_1", 20, { transaction: "trx_1" });
    const due = runs(startedProgram({ transactions: [sold], rewards: [reward] }), ...JANUARY);
    const refunded = changed(due, (work) => {
      const date = { day: refund.date as never, time: "" };
      work.insert("transactions", { ...refund, date, amount: -10_000 });
    });
    const proposed = moneyRun(refunded, "2026-02-20");
    const input = { rewards: ["adj_1*trx_1/trg_1"], status: "approved" };
    const approved = act(proposed, setRewardStatus, input, "2026-02-21").program;

    expect(statement(proposed, "2026-01").below.held.rows).toMatchObject([
      { amount: { text: "-20.00" }, reason: "all was refunded", estimatedPayment: null },
    ]);
    const program = runs(approved, ...FEBRUARY);
    expect(balance(program, "2026-01")).toEqual(["0.00", ["20.00"], "20.00", "0.00"]);
    expect(balance(program, "2026-02")).toEqual(["0.00", ["-20.00"], "0.00", "-20.00"]);
    expect(statement(program, "2026-02").lines.rows).toMatchObject([{ adjusts: "trx_1/trg_1" }]);
  });
});

describe("when a statement is final", () => {
  test("it is final only with its invoice, and during review only approved lines are in the balance", () => {
    const program = runs(
      startedProgram({ rewards: [rewardRow("a", 20), rewardRow("b", 5, { status: "approved" })] }),
      "2026-02-01",
    );

    expect(statement(program, "2026-01")).toMatchObject({
      final: false,
      invoice: "inv_2026-01_USD",
      closing: { text: "5.00" },
      below: { pending: { rows: [{ reward: "a", estimatedPayment: "2026-02-13" }] } },
    });
    expect(statement(moneyRun(program, "2026-02-08"), "2026-01").final).toBe(true);
    expect(statement(program, "2026-02").final).toBe(false);
  });

  test("an earlier month paused in review keeps later ones open, since it changes their opening balance", () => {
    const opened = moneyRun(debt(), "2026-02-01");
    const paused = changed(opened, (work) => {
      work.update("invoices", "inv_2026-01_USD", { paused: true });
    });
    const later = runs(paused, ...FEBRUARY);

    expect(byKey(later, "invoices", "inv_2026-02_USD").finalizedOn).toBe("2026-03-08");
    expect(statement(later, "2026-02").final).toBe(false);
    const resumed = changed(later, (work) => {
      work.update("invoices", "inv_2026-01_USD", { paused: false });
    });
    const final = moneyRun(resumed, "2026-03-09");
    expect(statement(final, "2026-02").final).toBe(true);
    expect(balance(final, "2026-02")).toEqual(["-80.00", ["70.00"], "70.00", "-80.00"]);
  });

  test("it is not final while a reward's row can't be read, and says so", () => {
    const unread = { ...rewardRow("x", 20), earnedOn: "soon" };
    const rewards = [rewardRow("a", 20), unread];
    const program = runs(startedProgram({ rewards }), ...JANUARY);

    expect(statement(program, "2026-01")).toMatchObject({ final: false, unreadable: 1 });
    expect(statement(program, "2026-01", { partner: "ptn_2" })).toMatchObject({
      final: true,
      unreadable: 0,
    });
  });
});

describe("a line that was carried is locked, so that the final statement stays true", () => {
  const carried = () => runs(debt(), ...JANUARY);
  const final = ["0.00", ["20.00", "-100.00"], "0.00", "-80.00"];

  test.each(["declined", "held", "pending"])("it can't be set to %s", (status) => {
    const given = { rewards: ["b"], status, reason: "because" };
    const attempt = () => act(carried(), setRewardStatus, given, "2026-02-09");
    expect(refusal(attempt)).toBe("REWARD_LOCKED");
  });

  test("an amount typed over is restored and the difference proposed; the statement never shows it", () => {
    const typed = changed(carried(), (work) => {
      work.update("rewards", "b", { amount: -5000 });
    });
    expect(balance(typed, "2026-01")).toEqual(final);

    const { program, problems } = moneyRunWith(typed, "2026-02-10");
    expect(problems.map(({ code }) => code)).toEqual(["AMOUNT_LOCKED"]);
    expect(balance(program, "2026-01")).toEqual(final);
    expect(statement(program, "2026-01").below.held.rows).toMatchObject([
      { adjusts: "b", amount: { text: "50.00" } },
    ]);
  });

  test("a currency typed over is restored, also while on no invoice", () => {
    const typed = changed(carried(), (work) => {
      work.update("rewards", "b", { currency: "EUR" as never });
    });
    expect(balance(moneyRun(typed, "2026-02-10"), "2026-01")).toEqual(final);
  });

  test("it may still be removed from the invoice in review it was carried to, and stays in the balance", () => {
    const opened = moneyRun(carried(), "2026-03-01");
    expect(byKey(opened, "rewards", "b").invoice).toBe("inv_2026-02_USD");

    const off = act(
      opened,
      placeRewards,
      { to: "off its invoice", rewards: ["b"] },
      "2026-03-02",
    ).program;
    const program = moneyRun(off, "2026-03-08");
    expect(balance(program, "2026-01")).toEqual(final);
    expect(balance(program, "2026-02")).toEqual(["-80.00", ["70.00"], "90.00", "-100.00"]);
  });
});

describe("below a statement, outside its balance", () => {
  const drip = {
    key: "drip_1",
    partner: "ptn_1",
    customer: "cus_1",
    description: "Yearly plan",
    occurrences: 4,
    currency: "USD",
    amount: 20,
    mode: "per occurrence",
    rounding: "half away from zero",
    eventDate: "2026-01-31",
    delay: 0,
    delayUnit: "months",
    cycle: 1,
    cycleUnit: "months",
  };

  test("are the future occurrences, with their dates and estimated payment dates", () => {
    const program = runs(startedProgram({ drips: [drip] }), ...JANUARY);

    const { below, lines } = statement(program, "2026-01");
    expect(lines.rows).toMatchObject([{ reward: "drip_1#1" }]);
    expect(below.drips.total.text).toBe("60.00");
    expect(
      below.drips.rows.map((part) => [
        part.occurrence,
        part.due,
        part.amount.text,
        part.estimatedPayment,
      ]),
    ).toEqual([
      [2, "2026-02-28", "20.00", "2026-03-13"],
      [3, "2026-03-31", "20.00", "2026-04-13"],
      [4, "2026-04-30", "20.00", "2026-05-13"],
    ]);
  });

  test.each([
    ["skipped occurrences and those after an end are not to come", { skipped: "3" }, [2, 4]],
    ["nothing after an end is to come", { endsOn: "2026-03-31" }, [2, 3]],
    ["paused ones are, without a payment date", { pausedOn: "2026-02-01" }, [2, 3, 4]],
  ])("%s", (_, more, expected) => {
    const row = { ...drip, issued: 1, ...more };
    const program = startedProgram({ drips: [row], rewards: [rewardRow("drip_1#1", 20)] });

    const { rows } = statement(program, "2026-01").below.drips;
    expect(rows.map(({ occurrence }) => occurrence)).toEqual(expected);
    expect(rows.every((part) => (part.estimatedPayment === null) === part.paused)).toBe(true);
    expect(rows.some(({ paused }) => paused)).toBe("pausedOn" in more);
  });

  test("are pending and held rewards, but none that is declined, in the balance or another partner's", () => {
    const program = runs(
      startedProgram({
        rewards: [
          rewardRow("a", 20),
          rewardRow("later", 30, { earnedOn: "2026-02-03" }),
          rewardRow("approved later", 35, { earnedOn: "2026-02-03", status: "approved" }),
          rewardRow("held", 40, { status: "held", reason: "late event" }),
          rewardRow("declined", 50, { status: "declined", reason: "test sale" }),
          rewardRow("other", 60, { partner: "ptn_2", earnedOn: "2026-02-03" }),
        ],
      }),
      ...JANUARY,
    );

    const { below, closing } = statement(program, "2026-01");
    expect(closing.text).toBe("0.00");
    expect(below.pending.rows.map(({ reward }) => reward)).toEqual(["approved later", "later"]);
    expect(below.pending.total.text).toBe("65.00");
    expect(below.held.rows).toMatchObject([{ reward: "held", reason: "late event" }]);
    const opened = moneyRun(program, "2026-03-01");
    expect(balance(opened, "2026-02")).toEqual(["0.00", ["35.00"], "0.00", "35.00"]);
    expect(statement(opened, "2026-02").below.pending.rows).toMatchObject([{ reward: "later" }]);
  });
});

describe("show-statement", () => {
  test("it answers plain JSON and changes nothing", () => {
    const program = runs(debt(), ...JANUARY);
    const asked = { partner: "ptn_1", month: "2026-01" };
    const { output, changes } = act(program, showStatement, asked, TODAY);
    expect(JSON.parse(JSON.stringify(output))).toEqual(output);
    expect(changes.effects).toEqual([]);
  });

  test("a long statement is shortened, but its sum is complete", () => {
    const rewards = Array.from({ length: 400 }, (_, i) => rewardRow(`rew_${i}`, 1));
    const { lines, closing } = statement(runs(startedProgram({ rewards }), ...JANUARY), "2026-01");
    expect(lines.rows.length + lines.more).toBe(400);
    expect(lines.more).toBeGreaterThan(0);
    expect(lines.total.text).toBe("400.00");
    expect(closing.text).toBe("0.00");
  });

  test("an unknown partner and an invalid month are refused", () => {
    const attempt = (given: object) => () => act(debt(), showStatement, given, TODAY);
    expect(refusal(attempt({ partner: "ptn_9", month: "2026-01" }))).toBe("PARTNER_UNKNOWN");
    expect(refusal(attempt({ partner: "ptn_1", month: "January" }))).toBe("INPUT_INVALID month");
  });
});

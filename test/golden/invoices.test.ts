import type { Program } from "../../src/engine/program/program";
import { run } from "../../src/engine/usecases/program/run";
import { setRewardStatus } from "../../src/engine/usecases/rewards/set-reward-status";
import { byKey, changed, moneyRun, rewardRow, startedProgram } from "../engine/invoices/money-run";
import { carryOut, envOn, recordsOf } from "../support/program";

const sale = (amount: number) => ({
  key: "trx_1",
  customer: "cus_1",
  date: "2026-01-10",
  amount,
  currency: "USD",
});

const refundOf = (sold: string, key: string, amount: number, date: string) => ({
  key,
  customer: "cus_1",
  date,
  amount,
  currency: "USD",
  refundOf: sold,
});

const percentReward = (amount: number, terms: string, ...limits: readonly string[]) =>
  rewardRow("trx_1/trg_1", amount, {
    transaction: "trx_1",
    customer: "cus_1",
    trigger: "trg_1",
    terms: [terms, "half away from zero", ...limits].join("; "),
  });

function withRow(program: Program, row: ReturnType<typeof refundOf>): Program {
  return changed(program, (work) => {
    work.insert("transactions", {
      key: row.key,
      customer: row.customer,
      date: { day: row.date as never, time: "" },
      amount: Math.round(row.amount * 100),
      currency: row.currency as never,
      refundOf: row.refundOf,
    });
  });
}

const amounts = (program: Program) =>
  recordsOf(program, "rewards").map(({ amount, status }) => [amount, status]);

describe("partial refunds (product.md §6)", () => {
  test("1,000.00 at 20 % with a cap of 150.00 pays 150.00; a refund of 200.00 leaves 150.00", () => {
    const program = startedProgram({
      transactions: [sale(1000), refundOf("trx_1", "trx_2", 200, "2026-01-12")],
      rewards: [percentReward(150, "20 % of 1000.00", "at most 150.00")],
    });

    expect(amounts(moneyRun(program, "2026-01-20"))).toEqual([[15_000, "pending"]]);
  });

  test("2.5 % of 10.20 is 0.26; a refund of 2.50 leaves 0.19", () => {
    const program = startedProgram({
      transactions: [sale(10.2), refundOf("trx_1", "trx_2", -2.5, "2026-01-12")],
      rewards: [percentReward(0.26, "2.5 % of 10.20")],
    });

    expect(amounts(moneyRun(program, "2026-01-20"))).toEqual([[19, "pending"]]);
  });

  test("10 % of 10.05 is 1.01; refunds of 0.05, 0.05 and 0.05 after the invoice is final leave 0.99 in all", () => {
    let program = startedProgram({
      transactions: [sale(10.05)],
      rewards: [percentReward(1.01, "10 % of 10.05")],
    });
    program = moneyRun(moneyRun(program, "2026-02-01"), "2026-02-08");

    for (const [i, on] of ["2026-02-10", "2026-02-11", "2026-02-12"].entries()) {
      program = moneyRun(withRow(program, refundOf("trx_1", `trx_r${i}`, 0.05, on)), on);
      program = moneyRun(program, on);
    }

    expect(amounts(program)).toEqual([
      [101, "approved"],
      [-1, "held"],
      [-1, "held"],
    ]);
  });

  test("240.00 split in 12 for 20 % of 1,200.00, 4 made, then 300.00 given back: 15.00 a part, 180.00 in all", () => {
    const drip = {
      key: "drip_trx_1/trg_1",
      partner: "ptn_1",
      customer: "cus_1",
      transaction: "trx_1",
      occurrences: 12,
      currency: "USD",
      percent: "20",
      base: 1200,
      mode: "split a total",
      rounding: "half away from zero",
      eventDate: "2026-01-10",
      delay: 0,
      delayUnit: "months",
      cycle: 1,
      cycleUnit: "months",
    };
    const started = startedProgram({ transactions: [sale(1200)], drips: [drip] });
    const made = moneyRun(started, "2026-04-10");
    expect(amounts(made).map(([amount]) => amount)).toEqual([2000, 2000, 2000, 2000]);

    const refund = refundOf("trx_1", "trx_2", 300, "2026-04-17");
    const inReview = moneyRun(moneyRun(withRow(made, refund), "2026-04-12"), "2027-01-31");
    const parts = recordsOf(inReview, "rewards").map(({ amount, source }) => [amount, source]);
    expect(parts).toEqual(Array.from({ length: 12 }, () => [1500, "drip"]));

    const final = moneyRun(made, "2026-04-17");
    const adjusted = moneyRun(moneyRun(withRow(final, refund), "2026-04-17"), "2027-01-31");
    const rewards = recordsOf(adjusted, "rewards");
    const proposed = rewards.filter(({ source }) => source === "adjustment");
    expect(proposed.map(({ amount, status }) => [amount, status])).toEqual([
      [-500, "held"],
      [-500, "held"],
      [-500, "held"],
    ]);
    expect(rewards.reduce((sum, { amount }) => sum + amount, 0)).toBe(18_000);
  });
});

describe("a full refund (product.md §6)", () => {
  test("of a 20.00-a-month drip with one paid, one in review, one pending: 40.00 declined, -20.00 proposed; approved, the net is 0", () => {
    const drip = {
      key: "drip_1",
      partner: "ptn_1",
      customer: "cus_1",
      transaction: "trx_1",
      occurrences: 12,
      currency: "USD",
      amount: 20,
      mode: "per occurrence",
      rounding: "half away from zero",
      eventDate: "2026-01-10",
      delay: 0,
      delayUnit: "months",
      cycle: 1,
      cycleUnit: "months",
      issued: 3,
    };
    const part = (k: number, more: Readonly<Record<string, string>>) => ({
      ...rewardRow(`drip_1#${k}`, 20, {
        source: "drip",
        drip: "drip_1",
        transaction: "trx_1",
        earnedOn: `2026-0${k}-10`,
        ...more,
      }),
      occurrence: k,
    });
    const invoice = (month: string, more: Readonly<Record<string, string>>) => ({
      key: `inv_${month}_USD`,
      month,
      currency: "USD",
      openedOn: `${month}-28`,
      reviewEndsOn: `${month}-28`,
      ...more,
    });
    const program = startedProgram(
      {
        transactions: [sale(1200), refundOf("trx_1", "trx_2", 1200, "2026-03-12")],
        drips: [drip],
        invoices: [
          invoice("2026-01", { finalizedOn: "2026-02-08" }),
          invoice("2026-02", { reviewEndsOn: "2026-03-15" }),
        ],
        rewards: [
          part(1, { status: "paid", invoice: "inv_2026-01_USD", paidOn: "2026-02-13" }),
          part(2, { invoice: "inv_2026-02_USD" }),
          part(3, {}),
        ],
      },
      { "last month opened": "2026-02" },
    );

    const after = moneyRun(program, "2026-03-12");
    expect(amounts(after)).toEqual([
      [2000, "paid"],
      [2000, "declined"],
      [2000, "declined"],
      [-2000, "held"],
    ]);
    expect(byKey(after, "rewards", "drip_1#2")).toMatchObject({
      reason: "refunded",
      invoice: null,
    });
    expect(byKey(after, "drips", "drip_1")).toMatchObject({
      status: "Terminated",
      endsOn: "2026-03-12",
    });
    expect(moneyRun(after, "2026-03-13").tables.rewards?.rows).toHaveLength(4);

    const { program: approved } = carryOut(
      after,
      setRewardStatus,
      { rewards: "adj_trx_2*drip_1#1", status: "approved", reason: null },
      envOn("2026-03-14"),
    );
    const standing = recordsOf(approved, "rewards").filter(({ status }) => status !== "declined");
    expect(standing.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
  });
});

describe("invoices and payouts (product.md §6)", () => {
  test("+20.00 and -100.00 leave -80.00: nothing is paid until later rewards exceed it", () => {
    let program = startedProgram({
      rewards: [
        rewardRow("a", 20),
        rewardRow("b", -100, { source: "manual" }),
        rewardRow("c", 70, { earnedOn: "2026-02-10" }),
        rewardRow("d", 30, { earnedOn: "2026-03-10" }),
      ],
    });
    program = moneyRun(moneyRun(program, "2026-02-01"), "2026-02-08");
    expect(recordsOf(program, "payouts")).toEqual([]);
    expect(byKey(program, "rewards", "b")).toMatchObject({
      invoice: null,
      status: "approved",
      firstInvoice: "inv_2026-01_USD",
    });

    program = moneyRun(moneyRun(program, "2026-03-01"), "2026-03-08");
    expect(recordsOf(program, "payouts")).toEqual([]);

    program = moneyRun(program, "2026-04-01");
    expect(byKey(program, "invoices", "inv_2026-03_USD")).toMatchObject({ lines: 4, total: 2000 });
    program = moneyRun(program, "2026-04-08");
    expect(recordsOf(program, "payouts")).toMatchObject([
      { key: "pay_inv_2026-03_USD/ptn_1", amount: 2000, status: "open" },
    ]);
  });

  test("February opened on 9 March is in review to 15 March, and becomes final on the 16th", () => {
    const opened = moneyRun(
      startedProgram({ rewards: [rewardRow("a", 20, { earnedOn: "2026-02-10" })] }),
      "2026-03-09",
    );
    expect(byKey(opened, "invoices", "inv_2026-02_USD")).toMatchObject({
      openedOn: "2026-03-09",
      reviewEndsOn: "2026-03-15",
      status: "In review",
    });

    const onTheLastDay = moneyRun(opened, "2026-03-15");
    expect(byKey(onTheLastDay, "invoices", "inv_2026-02_USD").status).toBe("In review");
    const after = moneyRun(onTheLastDay, "2026-03-16");
    expect(byKey(after, "invoices", "inv_2026-02_USD").status).toBe("Final");
  });

  test("a month opened on the 1st is in review to the 7th, and paid on the 13th as estimated", () => {
    const opened = moneyRun(startedProgram({ rewards: [rewardRow("a", 20)] }), "2026-02-01");
    expect(byKey(opened, "invoices", "inv_2026-01_USD").reviewEndsOn).toBe("2026-02-07");
    expect(byKey(opened, "rewards", "a").estimatedPayment).toBe("2026-02-13");
  });
});

describe("through whole runs, from the sale to its refunds", () => {
  const trigger = (key: string, more: Readonly<Record<string, string | number>>) => ({
    key,
    name: key,
    state: "active",
    event: "transaction created",
    action: "grant a reward",
    ...more,
  });
  const daily = (program: Program, on: string) =>
    carryOut(program, run, { kind: "daily" }, envOn(on)).program;
  const given = {
    transactions: [sale(1000)],
    triggers: [
      trigger("capped", { percent: "20", limitPerReward: 150 }),
      trigger("split", {
        action: "start a drip",
        percent: "24",
        mode: "split a total",
        cycle: 1,
        occurrences: 12,
      }),
      trigger("flat", { amount: 5 }),
    ],
  };
  const shown = (program: Program) =>
    recordsOf(program, "rewards").map(({ key, amount, status }) => `${key} ${amount} ${status}`);

  test("percent rewards follow what the customer kept, a cap and a flat amount stay", () => {
    const judged = daily(startedProgram(given), "2026-01-10");
    expect(shown(judged).sort()).toEqual([
      "drip_trx_1/split#1 2000 pending",
      "trx_1/capped 15000 pending",
      "trx_1/flat 500 pending",
    ]);

    const refunded = daily(
      withRow(judged, refundOf("trx_1", "trx_2", 400, "2026-01-12")),
      "2026-02-10",
    );
    expect(shown(refunded).sort()).toEqual([
      "drip_trx_1/split#1 1200 pending",
      "drip_trx_1/split#2 1200 pending",
      "trx_1/capped 12000 pending",
      "trx_1/flat 500 pending",
    ]);
    expect(byKey(refunded, "drips", "drip_trx_1/split").toCome).toBe(12_000);
  });

  test("a refund known before its sale is judged comes to the same, and withdrawn it is as if never given", () => {
    const both = {
      ...given,
      transactions: [sale(1000), refundOf("trx_1", "trx_2", 400, "2026-01-12")],
    };
    const judged = daily(startedProgram(both), "2026-01-12");
    expect(shown(judged).sort()).toEqual([
      "drip_trx_1/split#1 1200 pending",
      "trx_1/capped 12000 pending",
      "trx_1/flat 500 pending",
    ]);

    const archived = changed(judged, (work) => {
      work.update("transactions", "trx_2", { status: "archived" });
    });
    expect(shown(daily(archived, "2026-01-13")).sort()).toEqual([
      "drip_trx_1/split#1 2000 pending",
      "trx_1/capped 15000 pending",
      "trx_1/flat 500 pending",
    ]);
  });
});

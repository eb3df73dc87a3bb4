import type { Program } from "../../src/engine/program/program";
import { writeOff } from "../../src/engine/usecases/payouts/write-off";
import { setRewardStatus } from "../../src/engine/usecases/rewards/set-reward-status";
import { showStatement } from "../../src/engine/usecases/statements/show-statement";
import { rewardRow, startedProgram } from "../engine/invoices/money-run";
import { act } from "../engine/usecases/act";
import { type Given, recordsOf } from "../support/program";
import { runOn } from "../support/run-on";
import { sale, trigger, withRow } from "./daily";

/** What one trigger makes of these sales on 10 January, as cells show it. */
function made(
  terms: Readonly<Record<string, string | number>>,
  transactions: NonNullable<Given["transactions"]>,
  settings: Readonly<Record<string, string>> = {},
): readonly string[] {
  const program = startedProgram({ triggers: [trigger("t", terms)], transactions }, settings);
  return shown(runOn(program, "2026-01-10"));
}
const shown = (program: Program): readonly string[] =>
  [...(program.tables.rewards?.rows ?? [])]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ raw: { cells } }) => [cells.amount, cells.currency].join(" "));

describe("money that is hard to get right (MONEY-1 to MONEY-10)", () => {
  test("E47: a percent is rounded once a reward, half away from zero or half to even", () => {
    const sales = [sale("a", 0.15), sale("b", 0.25), sale("c", 2.35), sale("d", 458.92)];
    expect(made({ percent: "10" }, sales)).toEqual([
      "0.02 USD",
      "0.03 USD",
      "0.24 USD",
      "45.89 USD",
    ]);
    expect(made({ percent: "10" }, sales, { rounding: "half to even" })).toEqual([
      "0.02 USD",
      "0.02 USD",
      "0.24 USD",
      "45.89 USD",
    ]);
    expect(made({ percent: "20" }, [sale("a", 0.03), sale("b", 258.83)])).toEqual([
      "0.01 USD",
      "51.77 USD",
    ]);
  });

  test("E48: what floats get wrong comes out right, and a reversal mirrors its reward", () => {
    expect(made({ percent: "100" }, [sale("a", 1.1 * 3), sale("b", 0.1 + 0.2)])).toEqual([
      "3.3 USD",
      "0.3 USD",
    ]);
    const refund = { ...sale("r", 0.25, { date: "2026-02-09" }), refundOf: "a" };
    const final = runOn(
      startedProgram({
        triggers: [trigger("t", { percent: "10" })],
        transactions: [sale("a", 0.25)],
      }),
      "2026-01-10",
      "2026-02-01",
      "2026-02-08",
    );
    expect(shown(runOn(withRow(final, refund), "2026-02-09"))).toEqual(["0.03 USD", "-0.03 USD"]);
  });

  test("E49: yen have no decimals, dinars three", () => {
    expect(made({ percent: "15" }, [sale("a", 999, { currency: "JPY" })])).toEqual(["150 JPY"]);
    expect(made({ percent: "7.5" }, [sale("a", 1.234, { currency: "KWD" })])).toEqual([
      "0.093 KWD",
    ]);
    const broken = startedProgram({ transactions: [sale("a", 10.5, { currency: "JPY" })] });
    expect(broken.tables.transactions?.rows[0]?.problems).toMatchObject([
      { code: "CELL_TOO_MANY_DECIMALS", at: { column: "Amount" } },
    ]);
  });

  test("E50: the percent of a drip is per occurrence", () => {
    const drip = {
      action: "start a drip",
      percent: "20",
      cycle: 1,
      cycleUnit: "months",
      occurrences: 3,
    };
    const program = startedProgram({
      triggers: [trigger("t", drip)],
      transactions: [sale("a", 1200)],
    });
    expect(shown(runOn(program, "2026-01-10", "2026-03-10"))).toEqual(Array(3).fill("240 USD"));
  });

  test("E51: 20 % of 99.99 split in 12 sums to 20.00, each prefix within a cent of fair", () => {
    const drip = {
      action: "start a drip",
      percent: "20",
      mode: "split a total",
      cycle: 1,
      cycleUnit: "days",
      occurrences: 12,
    };
    const program = startedProgram({
      triggers: [trigger("t", drip)],
      transactions: [sale("a", 99.99)],
    });
    const parts = [...recordsOf(runOn(program, "2026-01-10", "2026-01-25"), "rewards")]
      .sort((a, b) => (a.occurrence ?? 0) - (b.occurrence ?? 0))
      .map(({ amount }) => amount);
    expect(parts).toHaveLength(12);
    expect(parts.reduce((sum, each) => sum + each, 0)).toBe(2000);
    parts.forEach((_, at) => {
      const sofar = parts.slice(0, at + 1).reduce((sum, each) => sum + each, 0);
      expect(Math.abs(sofar - (2000 * (at + 1)) / 12)).toBeLessThan(1);
    });
  });

  test("E52: a flat reward keeps its own currency, a percent takes the sale's, and none are added", () => {
    const program = startedProgram({
      triggers: [
        trigger("flat", { amount: 5, currency: "EUR" }),
        trigger("rate", { percent: "10" }),
      ],
      transactions: [sale("a", 100), sale("b", 1000, { currency: "JPY" })],
    });
    const opened = runOn(program, "2026-01-10", "2026-02-01");
    expect(
      recordsOf(opened, "invoices")
        .map(({ currency, lines, total }) => `${currency} ${lines} ${total}`)
        .sort(),
    ).toEqual(["EUR 2 1000", "JPY 1 100", "USD 1 1000"]);
  });

  test("E52: a blank currency means the program's, a code may be in any case, an unknown one is a problem and makes nothing", () => {
    const inPounds = { "program currency": "GBP" };
    const sales = [
      sale("a", 100),
      sale("b", 100, { currency: "eur" }),
      sale("c", 100, { currency: "XXY" }),
    ];
    expect(made({ percent: "20" }, sales, inPounds)).toEqual(["20 GBP", "20 EUR"]);
    const program = startedProgram({ transactions: sales }, inPounds);
    expect(program.tables.transactions?.rows.map(({ problems }) => problems.length)).toEqual([
      0, 0, 1,
    ]);
  });

  test("E53: nothing is converted: a reward in another currency than its limit is held, and says so", () => {
    const program = startedProgram({
      triggers: [trigger("t", { percent: "10", limitPerReward: 50 })],
      transactions: [sale("a", 100, { currency: "EUR" })],
    });
    expect(recordsOf(runOn(program, "2026-01-10"), "rewards")).toMatchObject([
      { amount: 1000, currency: "EUR", status: "held", reason: "limit is in USD" },
    ]);
  });
});

describe("limits and balances", () => {
  const capped = startedProgram({
    triggers: [trigger("t", { percent: "10", limitPerMonth: 100 })],
    transactions: [sale("a", 800), sale("b", 400), sale("c", 900)],
  });

  test("E54: a partly used limit pays what is left and says so; a used-up one makes no row", () => {
    const program = runOn(capped, "2026-01-10");
    expect(shown(program)).toEqual(["80 USD", "20 USD"]);
    const said = recordsOf(program, "transactions").map(({ outcome }) => outcome);
    expect(said[1]).toMatch(/granted 20\.00 USD; at most 100\.00 USD .*: 20\.00 USD were left/);
    expect(said[2]).toMatch(/comes to zero; at most 100\.00 USD/);
  });

  test("E55: the month is that of earning, and a declined reward frees its room for later ones", () => {
    const program = runOn(capped, "2026-01-10");
    const declined = act(
      program,
      setRewardStatus,
      { rewards: ["a/t"], status: "declined", reason: "twice" },
      "2026-01-11",
    ).program;
    const more = [
      sale("d", 900, { date: "2026-01-12" }),
      sale("e", 900, { date: "2026-02-01" }),
    ].reduce(withRow, declined);
    expect(shown(runOn(more, "2026-02-02"))).toEqual(["80 USD", "20 USD", "80 USD", "90 USD"]);
  });

  test("E56: a sum below the minimum is carried, by partner and currency, and the statement shows it", () => {
    const program = startedProgram(
      {
        rewards: [
          rewardRow("a", 20),
          rewardRow("b", 30, { currency: "EUR" }),
          rewardRow("c", 25, { earnedOn: "2026-02-10" }),
        ],
      },
      { "minimum payout": "USD 40" },
    );
    const first = runOn(program, "2026-02-01", "2026-02-08");
    expect(recordsOf(first, "payouts")).toMatchObject([{ currency: "EUR", amount: 3000 }]);
    const statement = act(
      first,
      showStatement,
      { partner: "ptn_1", currency: "USD", month: "2026-01" },
      "2026-02-09",
    ).output;
    expect(statement.closing.text).toBe("20.00");
    const second = runOn(first, "2026-03-01", "2026-03-08");
    expect(recordsOf(second, "payouts").filter(({ currency }) => currency === "USD")).toMatchObject(
      [{ amount: 4500 }],
    );
  });

  test("E57: a negative balance is never paid, is carried, and ends by an explicit write-off only", () => {
    const program = startedProgram({ rewards: [rewardRow("a", 20), rewardRow("b", -100)] });
    const carried = runOn(program, "2026-02-01", "2026-02-08", "2026-03-01", "2026-03-08");
    expect(recordsOf(carried, "payouts")).toEqual([]);

    const given = { partner: "ptn_1", currency: "USD", reason: "Left the program" };
    const written = act(carried, writeOff, given, "2026-03-09").program;
    const line = recordsOf(written, "rewards").find(({ amount }) => amount === 8000);
    expect(line?.source).toBe("adjustment");
    const settled = runOn(written, "2026-04-01", "2026-04-08");
    expect(recordsOf(settled, "payouts")).toMatchObject([{ amount: 0 }]);
  });
});

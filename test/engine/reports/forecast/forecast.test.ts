import { forecast } from "../../../../src/engine/usecases/program/forecast";
import type { Given } from "../../../support/program";
import { moneyRun, rewardRow, startedProgram } from "../../invoices/money-run";
import { act } from "../../usecases/act";
import { dripRow } from "./drip-row";

const forecastOf = (given: Given, today = "2026-01-20", settings = {}) =>
  act(startedProgram(given, settings), forecast, {}, today).output.forecasts;

/** Month, approved, pending, drips and total of each row of the first currency. */
const rowsOf = (given: Given, today?: string, settings?: object) =>
  (forecastOf(given, today, settings)[0]?.rows ?? []).map(
    ({ when, month, approved, pending, drips, total }) =>
      [month ?? when, approved, pending, drips, total].join(" "),
  );

describe("the forecast (FORECAST-1 to FORECAST-4)", () => {
  test("a running drip is owed by the month in which each occurrence is expected to be paid", () => {
    expect(rowsOf({ drips: [dripRow("drip_1")] })).toEqual([
      "2026-01 0.00 0.00 0.00 0.00",
      "2026-02 0.00 0.00 0.00 0.00",
      "2026-03 0.00 0.00 20.00 20.00",
      "2026-04 0.00 0.00 20.00 20.00",
      "2026-05 0.00 0.00 20.00 20.00",
      "2026-06 0.00 0.00 20.00 20.00",
      "2026-07 0.00 0.00 20.00 20.00",
      "2026-08 0.00 0.00 20.00 20.00",
    ]);
  });

  test("a reward counts in the month of its own estimated payment, approved and pending apart", () => {
    const rewards = [
      rewardRow("a", 50),
      rewardRow("b", 30, { status: "approved" }),
      rewardRow("c", 7, { earnedOn: "2026-03-02" }),
      rewardRow("d", 9, { status: "declined" }),
      rewardRow("e", 11, { status: "paid", paidOn: "2026-01-13" }),
    ];

    expect(rowsOf({ rewards })).toEqual([
      "2026-01 0.00 0.00 0.00 0.00",
      "2026-02 30.00 50.00 0.00 80.00",
      "2026-03 0.00 0.00 0.00 0.00",
      "2026-04 0.00 7.00 0.00 7.00",
    ]);
  });

  test("a line carried to the next invoice counts once, in the new month", () => {
    const given = { rewards: [rewardRow("a", 20), rewardRow("b", 5, { partner: "ptn_2" })] };
    const begun = startedProgram(given, { "minimum payout": "USD 10" });
    const carried = ["2026-02-01", "2026-02-08", "2026-03-01", "2026-03-08"].reduce(
      moneyRun,
      begun,
    );

    const { rows, total } = act(carried, forecast, {}, "2026-03-09").output.forecasts[0] ?? {};

    expect(rows?.map(({ when, month, total: sum }) => `${month ?? when} ${sum}`)).toEqual([
      "overdue 20.00",
      "2026-03 0.00",
      "2026-04 5.00",
    ]);
    expect(total).toBe("25.00");
  });

  test("a reward on an invoice paused past its window has no date, and is listed separately (PAYDATE-5)", () => {
    const paused = {
      key: "inv_2026-01_USD",
      month: "2026-01",
      currency: "USD",
      openedOn: "2026-02-01",
      reviewEndsOn: "2026-02-07",
      paused: "yes",
    };
    const on = { invoice: paused.key };
    const [usd] = forecastOf(
      {
        rewards: [rewardRow("a", 20, on), rewardRow("b", 5, { ...on, status: "approved" })],
        invoices: [paused],
      },
      "2026-02-20",
      { "lived until": "2026-02-20", "last month opened": "2026-01" },
    );
    expect(usd?.undated).toEqual({ held: "0.00", paused: "25.00", waiting: "0.00" });
    expect(usd?.rows.map(({ total }) => total)).toEqual(["0.00"]);
  });

  test("what has no date is listed separately: held rewards, paused drips, drips whose rewards are put on hold", () => {
    const [shown] = forecastOf({
      rewards: [rewardRow("a", 50, { status: "held", reason: "late event" })],
      drips: [
        dripRow("drip_1", { pausedOn: "2026-01-18" }),
        dripRow("drip_2", { heldReason: "possible self-referral", amount: 1 }),
      ],
    });

    expect(shown).toMatchObject({
      total: "0.00",
      undated: { held: "50.00", paused: "120.00", waiting: "6.00" },
    });
  });

  test("a limit cuts future occurrences, oldest first, over all drips of its trigger", () => {
    const limit = { limitCurrency: "USD", limitPerCustomer: 50 };
    const made = rewardRow("drip_0#1", 15, { trigger: "trg_1", customer: "cus_1" });
    const given = { rewards: [made], drips: [dripRow("drip_1", limit), dripRow("drip_2")] };

    // 15.00 of 50.00 are used; drip_2 of an older version has no limit, but uses the room.
    expect(rowsOf(given).slice(2, 5)).toEqual([
      "2026-03 0.00 0.00 40.00 40.00",
      "2026-04 0.00 0.00 20.00 20.00",
      "2026-05 0.00 0.00 20.00 20.00",
    ]);
  });

  test("future occurrences after a partial refund are calculated on what the customer kept", () => {
    const terms = { amount: "", percent: "10", base: 1200, transaction: "trx_1" };
    const sold = { key: "trx_1", customer: "cus_1", date: "2026-01-15", amount: 1200 };
    const back = { ...sold, key: "trx_2", date: "2026-01-18", amount: -300, refundOf: "trx_1" };
    const lived = {
      judged: "trx_2 | 2026-01-18 | #0 |",
      judgedAs: JSON.stringify([1, { counted: { sale: "trx_1", amount: 30_000, counts: 30_000 } }]),
    };
    const given = {
      transactions: [sold, { ...back, ...lived }],
      drips: [dripRow("drip_1", terms)],
    };

    expect(rowsOf(given).slice(2, 4)).toEqual([
      "2026-03 0.00 0.00 90.00 90.00",
      "2026-04 0.00 0.00 90.00 90.00",
    ]);
  });

  test("a drip whose limit is in another currency makes held rewards, which have no date", () => {
    const limit = { limitCurrency: "EUR", limitPerReward: 50 };

    expect(forecastOf({ drips: [dripRow("drip_1", limit)] })[0]).toMatchObject({
      total: "0.00",
      undated: { waiting: "120.00" },
    });
  });

  test.each([
    ["partner", { partners: [] }, {}],
    ["customer", { customers: [] }, {}],
    ["customer", { customers: [] }, { limitCurrency: "USD", limitPerCustomer: 500 }],
  ])(
    "a drip whose %s's row is gone makes nothing until it is back, so that it has no date",
    (_, rows, more) => {
      expect(forecastOf({ ...rows, drips: [dripRow("drip_1", more)] })[0]).toMatchObject({
        total: "0.00",
        undated: { waiting: "120.00" },
      });
    },
  );

  test("currencies are never added together, and one can be selected", () => {
    const yen = rewardRow("b", 1500, { currency: "JPY", accepted: "pending 1500" });
    const program = startedProgram({ rewards: [rewardRow("a", 50), yen] });
    const of = (input: object) =>
      act(program, forecast, input, "2026-01-20").output.forecasts.map(
        ({ currency, total }) => `${total} ${currency}`,
      );

    expect(of({})).toEqual(["50.00 USD", "1500 JPY"]);
    expect(of({ currency: "jpy" })).toEqual(["1500 JPY"]);
    expect(of({ currency: "eur" })).toEqual([]);
  });

  test("two years are shown by month, later amounts in one row", () => {
    const rows = rowsOf({ drips: [dripRow("drip_1", { occurrences: 60 })] });

    expect(rows).toHaveLength(25);
    expect(rows[23]).toBe("2027-12 0.00 0.00 20.00 20.00");
    expect(rows[24]).toBe("later 0.00 0.00 760.00 760.00");
  });

  test("nothing is written, whatever a limit makes it calculate", () => {
    const program = startedProgram({ drips: [dripRow("drip_1", { limitPerReward: 5 })] });

    expect(act(program, forecast, {}, "2026-01-20").changes.effects).toEqual([]);
  });
});

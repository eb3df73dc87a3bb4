import type { Program } from "../../../src/engine/program/program";
import { recordsOf } from "../../support/program";
import { runOn } from "../../support/run-on";
import {
  byKey,
  changed,
  finalJanuary,
  moneyRun,
  moneyRunWith,
  rewardRow,
  startedProgram,
} from "./money-run";

const keysOf = (program: ReturnType<typeof moneyRun>) =>
  recordsOf(program, "invoices").map(({ key }) => key);

describe("opening", () => {
  test("one invoice per currency takes pending and approved rewards; held and declined ones stay out", () => {
    const program = moneyRun(
      startedProgram({
        rewards: [
          rewardRow("a", 20),
          rewardRow("b", 30, { status: "approved" }),
          rewardRow("c", 40, { status: "held" }),
          rewardRow("d", 50, { status: "declined" }),
          rewardRow("e", 60, { currency: "EUR" }),
          rewardRow("f", 70, { earnedOn: "2026-02-01" }),
        ],
      }),
      "2026-02-01",
    );

    expect(byKey(program, "invoices", "inv_2026-01_USD")).toMatchObject({ lines: 2, total: 5000 });
    expect(byKey(program, "invoices", "inv_2026-01_EUR")).toMatchObject({ lines: 1, total: 6000 });
    expect(keysOf(program)).toHaveLength(2);
    expect(byKey(program, "rewards", "f").invoice).toBeNull();
  });

  test("every missed month is opened in order, and a month without lines opens none", () => {
    const program = moneyRun(
      startedProgram({
        rewards: [rewardRow("a", 20), rewardRow("b", 30, { earnedOn: "2026-03-31" })],
      }),
      "2026-05-02",
    );

    expect(keysOf(program)).toEqual(["inv_2026-01_USD", "inv_2026-03_USD"]);
    expect(
      recordsOf(program, "settings").find(({ key }) => key === "last month opened"),
    ).toMatchObject({
      value: "2026-04",
    });
    expect(keysOf(moneyRun(program, "2026-05-03"))).toHaveLength(2);
  });

  test("a reward that comes late keeps its earned date and waits for the next opening", () => {
    const opened = moneyRun(startedProgram({ rewards: [rewardRow("a", 20)] }), "2026-02-01");
    const late = changed(opened, (work) => {
      const first = work.all("rewards")[0];
      const made = { key: "late", invoice: null, accepted: null, acceptedFor: null };
      if (first) work.insert("rewards", { ...first, ...made });
    });

    const next = moneyRun(late, "2026-02-02");
    expect(byKey(next, "rewards", "late")).toMatchObject({
      invoice: null,
      estimatedPayment: "2026-03-13",
    });
    expect(byKey(moneyRun(next, "2026-03-01"), "rewards", "late")).toMatchObject({
      invoice: "inv_2026-02_USD",
      earnedOn: "2026-01-15",
    });
  });

  test("missed months are opened separately for each currency, and carried lines stay in their own currency", () => {
    const given = startedProgram(
      {
        rewards: [
          rewardRow("usd jan", -30),
          rewardRow("usd mar", 100, { earnedOn: "2026-03-05" }),
          rewardRow("eur feb", 7, { currency: "EUR", earnedOn: "2026-02-05" }),
          rewardRow("yen jan", 500, { currency: "JPY", accepted: "pending 500" }),
          rewardRow("yen mar", 900, {
            currency: "JPY",
            earnedOn: "2026-03-31",
            accepted: "pending 900",
          }),
        ],
      },
      { "minimum payout": "JPY 1000, EUR 10" },
    );
    const opened = moneyRun(given, "2026-04-20");
    const shown = (program: typeof opened) =>
      recordsOf(program, "invoices")
        .map(({ key, lines, reviewEndsOn, status }) => [key, lines, reviewEndsOn, status].join(" "))
        .sort();
    expect(shown(opened)).toEqual([
      "inv_2026-01_JPY 1 2026-04-26 In review",
      "inv_2026-01_USD 1 2026-04-26 In review",
      "inv_2026-02_EUR 1 2026-04-26 In review",
      "inv_2026-03_JPY 1 2026-04-26 In review",
      "inv_2026-03_USD 1 2026-04-26 In review",
    ]);
    expect(shown(moneyRun(opened, "2026-04-26"))).toEqual(shown(opened));

    const final = moneyRun(opened, "2026-04-27");
    expect(
      recordsOf(final, "payouts").map(({ key, amount, currency }) => [key, amount, currency]),
    ).toEqual([
      ["pay_inv_2026-03_JPY/ptn_1", 1400, "JPY"],
      ["pay_inv_2026-03_USD/ptn_1", 7000, "USD"],
    ]);
    expect(byKey(final, "rewards", "eur feb")).toMatchObject({ invoice: null, payout: null });
  });

  test("what a month can't take, its invoice being final, goes on the next month that the run opens", () => {
    const rewards = [rewardRow("a", 5), rewardRow("b", 7, { currency: "EUR" })];
    const program = moneyRun(startedProgram({ invoices: [finalJanuary], rewards }), "2026-03-02");

    expect(byKey(program, "rewards", "a")).toMatchObject({
      invoice: "inv_2026-02_USD",
      earnedOn: "2026-01-15",
    });
    expect(byKey(program, "rewards", "b").invoice).toBe("inv_2026-01_EUR");
    expect(byKey(program, "invoices", "inv_2026-01_USD").lines).toBe(0);
  });

  test("no run both opens and finalizes: a run after months of silence leaves all in review", () => {
    const program = moneyRun(startedProgram({ rewards: [rewardRow("a", 20)] }), "2026-08-20");
    expect(byKey(program, "invoices", "inv_2026-01_USD")).toMatchObject({
      status: "In review",
      reviewEndsOn: "2026-08-26",
    });
    expect(byKey(program, "rewards", "a").estimatedPayment).toBe("2026-09-01");
  });
});

describe("finalizing", () => {
  const opened = (settings: Readonly<Record<string, string>> = {}) =>
    moneyRun(
      startedProgram(
        {
          rewards: [
            rewardRow("a", 20),
            rewardRow("b", 30, { partner: "ptn_2", status: "approved" }),
            rewardRow("c", -30, { partner: "ptn_2", status: "approved" }),
          ],
        },
        settings,
      ),
      "2026-02-01",
    );

  test("silence approves what is pending, and each partner gets one payout", () => {
    const program = moneyRun(opened(), "2026-02-08");

    expect(byKey(program, "rewards", "a")).toMatchObject({
      status: "approved",
      decidedBy: "silence",
      decidedOn: "2026-02-08",
      payout: "pay_inv_2026-01_USD/ptn_1",
      firstInvoice: "inv_2026-01_USD",
    });
    expect(recordsOf(program, "payouts")).toMatchObject([
      { partner: "ptn_1", amount: 2000, status: "open", paidOn: null },
      { partner: "ptn_2", amount: 0, status: "paid", paidOn: "2026-02-08" },
    ]);
    expect(byKey(program, "rewards", "c")).toMatchObject({ status: "paid", paidOn: "2026-02-08" });
    expect(byKey(program, "invoices", "inv_2026-01_USD").status).toBe("Final");
  });

  test("if silence does not approve, pending rewards wait for the next invoice", () => {
    const program = moneyRun(opened({ "silence approves": "no" }), "2026-02-08");
    expect(byKey(program, "rewards", "a")).toMatchObject({ status: "pending", invoice: null });
    expect(byKey(moneyRun(program, "2026-03-01"), "rewards", "a").invoice).toBe("inv_2026-02_USD");
  });

  test("a sum below the minimum is carried; one that reaches it is paid; an archived partner has no minimum", () => {
    const at = (minimum: string) =>
      recordsOf(moneyRun(opened({ "minimum payout": minimum }), "2026-02-08"), "payouts");
    expect(at("USD 20.01").map(({ partner }) => partner)).toEqual(["ptn_2"]);
    expect(at("USD 20").map(({ partner }) => partner)).toEqual(["ptn_1", "ptn_2"]);

    const archived = changed(opened({ "minimum payout": "USD 20.01" }), (work) => {
      work.update("partners", "ptn_1", { status: "archived" });
    });
    const paid = recordsOf(moneyRun(archived, "2026-02-08"), "payouts");
    expect(paid.map(({ partner }) => partner)).toEqual(["ptn_1", "ptn_2"]);

    const owing = changed(archived, (work) => {
      work.update("rewards", "a", {
        amount: -2000,
        accepted: { status: "pending", amount: -2000, invoice: null, firstInvoice: null, of: null },
      });
    });
    const carried = moneyRun(owing, "2026-02-08");
    expect(recordsOf(carried, "payouts").map(({ partner }) => partner)).toEqual(["ptn_2"]);
    expect(byKey(carried, "rewards", "a").firstInvoice).toBe("inv_2026-01_USD");
  });

  test("carried lines go on a later invoice that is already in review", () => {
    const late = startedProgram({
      rewards: [rewardRow("a", -20), rewardRow("b", 50, { earnedOn: "2026-02-15" })],
    });
    const program = moneyRun(moneyRun(late, "2026-03-09"), "2026-03-16");

    expect(byKey(program, "rewards", "a")).toMatchObject({
      invoice: "inv_2026-02_USD",
      firstInvoice: "inv_2026-01_USD",
    });
    expect(recordsOf(program, "payouts")).toMatchObject([
      { invoice: "inv_2026-02_USD", amount: 3000 },
    ]);
    expect(byKey(program, "invoices", "inv_2026-01_USD")).toMatchObject({
      status: "Paid",
      lines: 0,
    });
  });

  test("a paused invoice stays in review; resumed after its window it becomes final at the next run", () => {
    const paused = changed(opened(), (work) => {
      work.update("invoices", "inv_2026-01_USD", { paused: true });
    });
    const later = moneyRun(paused, "2026-02-20");
    expect(byKey(later, "invoices", "inv_2026-01_USD").status).toBe("In review");

    const resumed = changed(later, (work) => {
      work.update("invoices", "inv_2026-01_USD", { paused: false });
    });
    expect(byKey(moneyRun(resumed, "2026-02-21"), "invoices", "inv_2026-01_USD").status).toBe(
      "Final",
    );
  });

  test("an invoice with a line that can't be read stays in review and says so", () => {
    const broken = startedProgram(
      {
        rewards: [
          rewardRow("a", 20, { invoice: "inv_2026-01_USD" }),
          rewardRow("b", 30, { invoice: "inv_2026-01_USD", earnedOn: "some day" }),
        ],
        invoices: [
          {
            key: "inv_2026-01_USD",
            month: "2026-01",
            currency: "USD",
            openedOn: "2026-02-01",
            reviewEndsOn: "2026-02-07",
          },
        ],
      },
      { "last month opened": "2026-01" },
    );

    const { program, problems } = moneyRunWith(broken, "2026-02-08");
    expect(byKey(program, "invoices", "inv_2026-01_USD").status).toBe("In review");
    expect(problems).toMatchObject([{ at: { table: "Invoices", row: "inv_2026-01_USD" } }]);
  });
});

describe("the estimated payment date", () => {
  const estimate = (on: string, more: Readonly<Record<string, string>>, settings = {}) =>
    byKey(
      moneyRun(startedProgram({ rewards: [rewardRow("a", 20, more)] }, settings), on),
      "rewards",
      "a",
    ).estimatedPayment;

  test("is the payout day of the month after, clamped to the month's end", () => {
    expect(estimate("2026-01-20", {})).toBe("2026-02-13");
    expect(estimate("2026-01-20", {}, { "payout day": "31" })).toBe("2026-02-28");
    expect(estimate("2026-01-20", { earnedOn: "2026-04-02" })).toBe("2026-05-13");
  });

  test("after a late review counts from the day before it became final; until then from its planned last day (PAYDATE-5)", () => {
    const january = startedProgram({ rewards: [rewardRow("a", 20)] });
    const inReview = moneyRun(january, "2026-02-01");
    const paidOn = (program: Program) => byKey(program, "rewards", "a").estimatedPayment;
    expect(paidOn(moneyRun(inReview, "2026-02-08"))).toBe("2026-02-13");
    expect(paidOn(moneyRun(inReview, "2026-02-10"))).toBe("2026-02-15");
    // Opened late, it is in review until the 11th.
    const late = moneyRun(january, "2026-02-05");
    expect(paidOn(late)).toBe("2026-02-17");
    expect(paidOn(moneyRun(late, "2026-02-20"))).toBe("2026-02-25");
  });

  test("is blank while its invoice is paused past its window, and counts from the planned day before (PAYDATE-5)", () => {
    const inReview = runOn(startedProgram({ rewards: [rewardRow("a", 20)] }), "2026-02-01");
    const paused = changed(inReview, (work) => {
      work.update("invoices", "inv_2026-01_USD", { paused: true });
    });
    const paidOn = (program: Program) => byKey(program, "rewards", "a").estimatedPayment;
    expect(paidOn(runOn(paused, "2026-02-07"))).toBe("2026-02-13");
    const waiting = runOn(paused, "2026-02-08");
    expect(paidOn(waiting)).toBeNull();
    const resumed = changed(waiting, (work) => {
      work.update("invoices", "inv_2026-01_USD", { paused: false });
    });
    expect(paidOn(runOn(resumed, "2026-02-20"))).toBe("2026-02-25");
  });

  test("is blank when held or declined", () => {
    expect(estimate("2026-01-20", { status: "held" })).toBeNull();
    expect(estimate("2026-01-20", { status: "declined" })).toBeNull();
  });
});

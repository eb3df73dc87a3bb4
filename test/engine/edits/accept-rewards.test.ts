import { recordsOf } from "../../support/program";
import {
  byKey,
  finalJanuary,
  moneyRunWith,
  rewardRow,
  startedProgram,
} from "../invoices/money-run";

/** A reward accepted as `pending 20.00`, with what a person typed over since. */
const typed = (over: Readonly<Record<string, string | number>>, more = {}) => ({
  ...rewardRow("a", 20, { earnedOn: "2026-03-05" }),
  ...more,
  ...over,
});
const run = (row: Readonly<Record<string, string | number>>) =>
  moneyRunWith(
    startedProgram(
      { rewards: [row], invoices: [finalJanuary] },
      { "last month opened": "2026-02" },
    ),
    "2026-03-10",
  );

describe("a status typed over", () => {
  test("a legal one is accepted, with who and when, and recorded in Activity", () => {
    const { program, problems } = run(typed({ status: "approved" }));

    expect(byKey(program, "rewards", "a")).toMatchObject({
      status: "approved",
      accepted: { status: "approved", amount: 2000 },
      decidedBy: "in the sheet",
      decidedOn: "2026-03-10",
    });
    expect(problems).toEqual([]);
    expect(recordsOf(program, "activity")).toMatchObject([
      { who: "in the sheet", record: "a", from: "a: Status pending", to: "a: Status approved" },
    ]);
  });

  test("a word that is not a status counts as the last accepted one", () => {
    const { program } = run(typed({ status: "maybe" }));
    expect(byKey(program, "rewards", "a").status).toBe("pending");
  });

  test.each([
    ["paid comes by a payout only", { status: "paid" }, {}],
    ["declined to approved is no move", { status: "approved" }, { accepted: "declined 20.00" }],
    ["held without a reason", { status: "held" }, {}],
    [
      "on a final invoice",
      { status: "declined", reason: "no" },
      { invoice: "inv_2026-01_USD", accepted: "approved 20.00" },
    ],
  ])("is restored and reported: %s", (_, over, more) => {
    const row = typed(over, more);
    const { program, problems } = run(row);

    const { accepted, status } = byKey(program, "rewards", "a");
    expect(accepted).toMatchObject({ status, amount: 2000 });
    expect(byKey(startedProgram({ rewards: [row] }), "rewards", "a").accepted).toEqual(accepted);
    expect(problems).toMatchObject([
      { code: "STATUS_ILLEGAL", at: { table: "Rewards", row: "a", column: "Status" } },
    ]);
  });

  test("held with a reason, it leaves its invoice in review and has no payment date", () => {
    const review = { ...finalJanuary, key: "inv_2026-02_USD", month: "2026-02", finalizedOn: "" };
    const program = startedProgram(
      {
        rewards: [typed({ status: "held", reason: "ask Ada" }, { invoice: "inv_2026-02_USD" })],
        invoices: [{ ...review, reviewEndsOn: "2026-03-20" }],
      },
      { "last month opened": "2026-02" },
    );

    const { program: after } = moneyRunWith(program, "2026-03-10");
    expect(byKey(after, "rewards", "a")).toMatchObject({
      status: "held",
      reason: "ask Ada",
      invoice: null,
      estimatedPayment: null,
    });
    expect(byKey(after, "invoices", "inv_2026-02_USD")).toMatchObject({ lines: 0, total: 0 });
  });
});

describe("an amount typed over", () => {
  test("before its invoice is final it is accepted, and the calculated amount is kept beside it", () => {
    const { program } = run(typed({ amount: 25 }));
    expect(byKey(program, "rewards", "a")).toMatchObject({ amount: 2500, calculated: 2000 });

    const twice = run(typed({ amount: 27 }, { accepted: "pending 25.00", calculated: 20 }));
    expect(byKey(twice.program, "rewards", "a")).toMatchObject({ amount: 2700, calculated: 2000 });

    const back = run(typed({ amount: 20 }, { accepted: "pending 25.00", calculated: 20 }));
    expect(byKey(back.program, "rewards", "a")).toMatchObject({ amount: 2000, calculated: null });
  });

  test("on a final invoice it is restored, and the difference is proposed as a line on hold that names it", () => {
    const { program, problems } = run(
      typed({ amount: 50 }, { status: "paid", accepted: "paid 20.00", paidOn: "2026-02-13" }),
    );

    expect(byKey(program, "rewards", "a")).toMatchObject({ amount: 2000, status: "paid" });
    const offered = recordsOf(program, "rewards").find(({ adjusts }) => adjusts === "a");
    expect(offered).toMatchObject({
      amount: 3000,
      status: "held",
      source: "adjustment",
      earnedOn: "2026-03-10",
    });
    expect(problems).toMatchObject([{ code: "AMOUNT_LOCKED", at: { row: "a", column: "Amount" } }]);
  });

  test("nothing is noticed twice", () => {
    const first = run(typed({ amount: 25, status: "approved" }));
    const again = moneyRunWith(first.program, "2026-03-11");
    expect(recordsOf(again.program, "activity")).toHaveLength(1);
    expect(again.problems).toEqual([]);
  });
});

test("a reward whose accepted text was cleared counts as it is, but is not paid without a payout", () => {
  const { program } = run(typed({ status: "paid", accepted: "" }));
  expect(byKey(program, "rewards", "a")).toMatchObject({
    status: "pending",
    accepted: { status: "pending", amount: 2000 },
  });
});

describe("a currency typed over", () => {
  const own = { amount: 20.5, accepted: "pending 20.50", acceptedFor: "a | USD ptn_1" };

  test.each(["JPY", "EUR", "", "US dollars"])("as %j never counts, and is restored", (currency) => {
    const typedOver = startedProgram({ rewards: [typed({ ...own, currency })] });
    expect(byKey(typedOver, "rewards", "a")).toMatchObject({ amount: 2050, currency: "USD" });
    expect(typedOver.tables.rewards?.rows[0]?.problems).toMatchObject([
      { code: "CELL_LOCKED", at: { row: "a", column: "Currency" } },
    ]);

    const { program } = run(typed({ ...own, currency }));
    expect(program.tables.rewards?.rows[0]).toMatchObject({
      raw: { cells: { currency: "USD", amount: 20.5 } },
      problems: [],
    });
  });

  test("in small letters is the same currency", () => {
    const program = startedProgram({ rewards: [typed({ ...own, currency: "usd" })] });
    expect(program.tables.rewards?.rows[0]?.problems).toEqual([]);
  });

  test("typed beside an amount does not change that amount", () => {
    const { program } = run(typed({ ...own, amount: 25, currency: "JPY" }));
    expect(byKey(program, "rewards", "a")).toMatchObject({
      amount: 2500,
      calculated: 2050,
      currency: "USD",
    });
  });
});

describe("a partner typed over", () => {
  const own = { acceptedFor: "a | USD ptn_1" };

  test("before its invoice is final is accepted, and recorded in Activity", () => {
    const { program, problems } = run(typed({ partner: "ptn_2" }, own));
    expect(problems).toEqual([]);
    expect(byKey(program, "rewards", "a")).toMatchObject({
      partner: "ptn_2",
      acceptedFor: { key: "a", currency: "USD", partner: "ptn_2" },
    });
    expect(recordsOf(program, "activity")).toMatchObject([
      { from: "a: Partner ptn_1", to: "a: Partner ptn_2" },
    ]);
  });

  test("on a final invoice is restored and reported", () => {
    const line = { ...own, invoice: "inv_2026-01_USD", accepted: "approved 20.00" };
    const { program, problems } = run(typed({ partner: "ptn_2", status: "approved" }, line));
    expect(problems).toMatchObject([
      { code: "PARTNER_LOCKED", at: { table: "Rewards", row: "a", column: "Partner" } },
    ]);
    expect(byKey(program, "rewards", "a")).toMatchObject({
      partner: "ptn_1",
      acceptedFor: { key: "a", currency: "USD", partner: "ptn_1" },
    });
  });

  test("cleared, counts as before", () => {
    const { program } = run(typed({ partner: "" }, own));
    expect(byKey(program, "rewards", "a").partner).toBe("ptn_1");
  });
});

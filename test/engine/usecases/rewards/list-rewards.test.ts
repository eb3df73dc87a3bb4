import fc from "fast-check";
import { chooseRewards } from "../../../../src/engine/usecases/rewards/choose-rewards";
import { listRewards } from "../../../../src/engine/usecases/rewards/list-rewards";
import { sumRewards } from "../../../../src/engine/usecases/rewards/sum-rewards";
import { sumOfDecimals } from "../../../../src/ui/format/sums";
import { rewardRow, startedProgram } from "../../invoices/money-run";
import { act } from "../act";

const invoice = { currency: "USD", openedOn: "2026-02-01", reviewEndsOn: "2026-02-07" };
const invoices = [
  { ...invoice, key: "inv_2026-01_USD", month: "2026-01" },
  { ...invoice, key: "inv_2025-12_USD", month: "2025-12", finalizedOn: "2026-01-08" },
];
const program = startedProgram({
  invoices,
  rewards: [
    rewardRow("a", 20, { description: "Bonus for the Zoë demo", customer: "cus_1" }),
    rewardRow("b", 30.5, { earnedOn: "2026-01-20", partner: "ptn_2", invoice: "inv_2026-01_USD" }),
    rewardRow("c", 40, { status: "held", reason: "late event", earnedOn: "2025-11-01" }),
    rewardRow("d", 50, { earnedOn: "2025-12-31", invoice: "inv_2025-12_USD", status: "approved" }),
    rewardRow("e", 7, { currency: "EUR", accepted: "pending 7.00" }),
  ],
});
const list = (given: object) => act(program, listRewards, given, "2026-02-03").output;
const keys = (given: object) => list(given).rows.map(({ key }) => key);

describe("the list of rewards", () => {
  test("is newest earned first", () => {
    expect(keys({})).toEqual(["b", "a", "e", "d", "c"]);
  });

  test.each([
    [{ status: "held" }, ["c"]],
    [{ partner: "ptn_2" }, ["b"]],
    [{ customer: "cus_1" }, ["a"]],
    [{ invoice: "inv_2025-12_USD" }, ["d"]],
    [{ onInvoice: "no", currency: "USD" }, ["a", "c"]],
    [{ onInvoice: "yes", partner: "ptn_1" }, ["d"]],
    [{ currency: "eur", status: "pending" }, ["e"]],
  ])("is filtered by %j", (given, expected) => {
    expect(keys(given)).toEqual(expected);
  });

  test.each([
    ["bauer", ["b"]],
    ["zoe BONUS", ["a"]],
    ["acme", ["a"]],
    ["late", ["c"]],
    ["2025-12", ["d"]],
    ["zoe bauer", []],
  ])(
    "finds every word of %j in what a reward, its partner and customer say",
    (search, expected) => {
      expect(keys({ search })).toEqual(expected);
    },
  );

  test("finds rewards by the word commission", () => {
    expect(keys({ search: "commissions bauer" })).toEqual(["b"]);
  });

  test("shows each with its invoice's month, its lock and its estimated payment date", () => {
    const [b, a, , d, c] = list({}).rows;
    expect(a).toMatchObject({
      partnerName: "Ada Reyes",
      customerName: "Acme",
      amount: "20.00",
      currency: "USD",
      invoiceMonth: null,
      estimatedPaymentOn: "2026-02-13",
      isLocked: false,
    });
    expect(b).toMatchObject({ amount: "30.50", invoiceMonth: "2026-01", isLocked: false });
    expect(c).toMatchObject({
      reason: "late event",
      estimatedPaymentOn: null,
      moves: ["pending", "approved", "declined"],
    });
    expect(d).toMatchObject({ invoiceMonth: "2025-12", isLocked: true, moves: [] });
  });

  test("comes in pages under 100 kB, however long texts are", () => {
    const description = "x".repeat(49_000);
    const long = startedProgram({
      rewards: Array.from({ length: 60 }, (_, i) => rewardRow(`r${100 + i}`, 1, { description })),
    });
    const { output } = act(long, listRewards, { page: 2 }, "2026-02-03");
    expect(output).toMatchObject({ page: 2, pages: 2, total: 60 });
    expect(output.rows).toHaveLength(10);
    const first = act(long, listRewards, {}, "2026-02-03").output;
    expect(JSON.stringify(first).length).toBeLessThan(100_000);
  });
});

describe("the sums of a list of rewards, and what is chosen of it (REWARD-24)", () => {
  const sums = (given: object) => act(program, sumRewards, given, "2026-02-03").output;
  const chosen = (given: object) => act(program, chooseRewards, given, "2026-02-03").output;

  test.each([
    [{ least: 30 }, ["b", "d", "c"]],
    [{ most: "20.00" }, ["a", "e"]],
    [{ least: 20, most: 40, status: "pending" }, ["b", "a"]],
    [{ reason: "late event" }, ["c"]],
    [{ without: "reason", currency: "EUR" }, ["e"]],
    [{ sort: "largest" }, ["e", "d", "c", "b", "a"]],
    [{ sort: "earned first" }, ["c", "d", "a", "e", "b"]],
    [{ sort: "status" }, ["b", "a", "e", "d", "c"]],
  ])("narrowed and ordered by %j", (given, expected) => {
    expect(keys(given)).toEqual(expected);
  });

  test("number and sum by currency, the program's first, and in groups with those without", () => {
    expect(sums({ status: "pending" })).toMatchObject({
      count: 3,
      sums: [
        { currency: "USD", count: 2, amount: "50.50" },
        { currency: "EUR", count: 1, amount: "7.00" },
      ],
    });
    expect(sums({ by: "reason" }).groups.map(({ key, count }) => [key, count])).toEqual([
      ["", 4],
      ["late event", 1],
    ]);
    expect(sums({ by: "partner" }).groups.map(({ key, count }) => [key, count])).toContainEqual([
      "ptn_2",
      1,
    ]);
  });

  test("what is chosen of any search and filter is what is listed and summed, with the moves of each", () => {
    const filter = fc.record(
      {
        search: fc.constantFrom("", "bauer", "20.00", "jan 2026", "zoe"),
        status: fc.constantFrom("", "pending", "held", "approved"),
        least: fc.constantFrom("", 10, 30.5),
        most: fc.constantFrom("", 30.5, 45),
        currency: fc.constantFrom("", "USD", "EUR"),
        invoice: fc.constantFrom("", "inv_2026-01_USD"),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(filter, (given) => {
        const { rows } = list(given);
        const { rows: picked, kinds, more } = chosen(given);
        const asShown = rows.map(({ key, amount, currency, moves }) => [
          key,
          amount,
          currency,
          moves,
        ]);
        expect(more).toBe(0);
        expect(
          picked.map(([key, amount, currency, kind]) => [key, amount, currency, kinds[kind]]),
        ).toEqual(asShown.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
        const { count, sums: total } = sums(given);
        expect(count).toBe(rows.length);
        for (const { currency, amount } of total) {
          const own = rows.filter((row) => row.currency === currency).map((row) => row.amount);
          expect(amount).toBe(sumOfDecimals(own));
        }
      }),
      { numRuns: 60 },
    );
  });
});

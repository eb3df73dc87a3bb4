import type { Program } from "../../../src/engine/program/program";
import { begin } from "../../../src/engine/program/work";
import { acceptChanged } from "../../../src/engine/usecases/events/accept-changed";
import { judgeAgain } from "../../../src/engine/usecases/events/judge-again";
import { changedRows } from "../../../src/engine/usecases/events/list-changed";
import { recordsOf } from "../../support/program";
import { byKey, moneyRunWith, startedProgram } from "../invoices/money-run";
import { retyped, typed } from "../judging/judge-on";
import { act } from "../usecases/act";

const row = (key: string, amount: number, more: Readonly<Record<string, string>> = {}) => ({
  key,
  customer: "cus_1",
  date: "2026-01-10",
  amount,
  ...more,
});
const started = (...transactions: readonly ReturnType<typeof row>[]): Program =>
  startedProgram({
    transactions,
    triggers: [
      {
        key: "rate",
        name: "Rate",
        state: "active",
        event: "transaction created",
        action: "grant a reward",
        percent: "20",
      },
    ],
  });
const on = (program: Program, day: string) => moneyRunWith(program, day);
const sums = (program: Program) =>
  recordsOf(program, "rewards").map(
    ({ key, amount, currency, status }) => `${key} ${amount} ${currency} ${status}`,
  );
const listed = (program: Program) =>
  changedRows(begin(program)).map(
    ({ key, changes }) =>
      `${key}: ${changes.map(({ column, was, now }) => `${column} ${was}>${now}`).join(", ")}`,
  );

describe("a judged sale's currency is typed over, or the program's is changed (REFUND-1a)", () => {
  const judged = on(started(row("trx_1", 100)), "2026-01-11").program;
  const ways: readonly (readonly [string, Program])[] = [
    ["the program's", typed(judged, { settings: [{ key: "program currency", value: "EUR" }] })],
    ["the sale's", retyped(judged, "transactions", "trx_1", { currency: "EUR" })],
  ];

  describe.each(ways)("%s", (_, edited) => {
    test.each(["USD", ""])(
      "a refund of it in “%s” counts in the currency it was judged in",
      (currency) => {
        const refund = row("trx_2", 50, { refundOf: "trx_1", currency });
        const { program, problems } = on(typed(edited, { transactions: [refund] }), "2026-01-12");
        expect(problems).toEqual([]);
        expect(sums(program)).toEqual(["trx_1/rate 1000 USD pending"]);
        expect(byKey(program, "transactions", "trx_2").outcome).toBe("refund of 50.00 USD");
        expect(listed(program)).toEqual(["trx_1: Currency USD>EUR"]);
        expect(on(program, "2026-01-13").program.tables.transactions).toEqual(
          program.tables.transactions,
        );
      },
    );

    test("one in the other currency counts nothing, and says which is right", () => {
      const refund = row("trx_2", 50, { refundOf: "trx_1", currency: "EUR" });
      const { program, problems } = on(typed(edited, { transactions: [refund] }), "2026-01-12");
      expect(problems).toMatchObject([
        {
          code: "REFUND_INVALID",
          message: "A refund must be in its sale's currency, USD. Type that in “Currency”.",
        },
      ]);
      expect(sums(program)).toEqual(["trx_1/rate 2000 USD pending"]);
    });

    test("processed again, the sale is in the currency that it says now", () => {
      const input = { events: ["trx_1"], confirmed: true };
      const again = act(edited, judgeAgain, input, "2026-01-12").program;
      expect(sums(again)).toContain("trx_1/rate 2000 EUR pending");
      expect(listed(again)).toEqual([]);
    });
  });

  test("a blank currency whose amount was read with other decimals is to be typed", () => {
    const refund = row("trx_2", 50, { refundOf: "trx_1" });
    const yen = typed(judged, {
      settings: [{ key: "program currency", value: "JPY" }],
      transactions: [refund],
    });
    const { program, problems } = on(yen, "2026-01-12");
    expect(problems).toMatchObject([{ code: "REFUND_INVALID" }]);
    expect(sums(program)).toEqual(["trx_1/rate 2000 USD pending"]);
  });
});

describe("the currency of a refund that counts is typed over", () => {
  const counted = on(
    started(row("trx_1", 100), row("trx_2", 50, { refundOf: "trx_1" })),
    "2026-01-11",
  ).program;
  const edited = retyped(counted, "transactions", "trx_2", { currency: "EUR" });

  test("it counts on, and the change is listed (EDIT-12)", () => {
    const { program } = on(edited, "2026-01-12");
    expect(sums(program)).toEqual(["trx_1/rate 1000 USD pending"]);
    expect(listed(program)).toEqual(["trx_2: Currency USD>EUR"]);
  });

  test("accepted, it is refused as any other in that currency, and said so", () => {
    const accepted = act(edited, acceptChanged, { rows: ["trx_2"] }, "2026-01-12").program;
    const { program, problems } = on(accepted, "2026-01-13");
    expect(problems).toMatchObject([{ code: "REFUND_INVALID" }]);
    expect(sums(program)).toEqual(["trx_1/rate 2000 USD pending"]);
    expect(listed(program)).toEqual([]);
  });
});

import { changedRows as changedRowsCheck } from "../../../src/engine/health/changed-rows";
import type { Program } from "../../../src/engine/program/program";
import { begin } from "../../../src/engine/program/work";
import { acceptChanged } from "../../../src/engine/usecases/events/accept-changed";
import { judgeAgain } from "../../../src/engine/usecases/events/judge-again";
import { changedRows } from "../../../src/engine/usecases/events/list-changed";
import { envOn, recordsOf } from "../../support/program";
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

describe("a sale with a refund that counts is in another currency since (REFUND-1b)", () => {
  const sold = (currency: string) =>
    on(started(row("trx_1", 194), row("trx_2", 40, { refundOf: "trx_1", currency })), "2026-01-11")
      .program;
  const inYen = (program: Program) =>
    retyped(program, "transactions", "trx_1", { currency: "JPY" });
  const input = { events: ["trx_1"], confirmed: true };
  const settled = (program: Program) => {
    const once = on(program, "2026-01-12");
    const twice = on(once.program, "2026-01-12");
    expect(twice.program.tables.transactions).toEqual(once.program.tables.transactions);
    return once;
  };
  const yenOf = (program: Program) => sums(program).filter((each) => each.includes("JPY"));

  test.each(["USD", ""])("one in “%s” counts nothing for it, and says why", (currency) => {
    const again = act(inYen(sold(currency)), judgeAgain, input, "2026-01-12").program;
    const { program, problems } = settled(again);
    expect(yenOf(program)).toEqual(["trx_1/rate 39 JPY pending"]);
    expect(problems).toMatchObject([
      { message: "A refund must be in its sale's currency, JPY. Type that in “Currency”." },
    ]);
  });

  test("one that says the same by now counts as its row says", () => {
    const both = retyped(inYen(sold("USD")), "transactions", "trx_2", { currency: "JPY" });
    const { program, problems } = settled(act(both, judgeAgain, input, "2026-01-12").program);
    expect(problems).toEqual([]);
    expect(yenOf(program)).toEqual(["trx_1/rate 31 JPY pending"]);
    expect(byKey(program, "transactions", "trx_2").outcome).toBe("refund of 40 JPY");
  });

  test("a blank one means its sale's currency, if that has as many decimals", () => {
    const inEuro = retyped(sold(""), "transactions", "trx_1", { currency: "EUR" });
    const { program, problems } = settled(act(inEuro, judgeAgain, input, "2026-01-12").program);
    expect(problems).toEqual([]);
    expect(sums(program)).toContain("trx_1/rate 3080 EUR pending");
    expect(byKey(program, "transactions", "trx_2").outcome).toBe("refund of 40.00 EUR");
  });

  test("so it is where the sale is accepted as it is", () => {
    const accepted = act(inYen(sold("USD")), acceptChanged, { rows: ["trx_1"] }, "2026-01-12");
    const { program, problems } = settled(accepted.program);
    expect(problems).toMatchObject([{ code: "REFUND_INVALID" }]);
    expect(byKey(program, "transactions", "trx_2").outcome).toBe("refund withdrawn");
  });
});

describe("a sale is in another currency than a drip or a reward that goes on (TARGET-12b)", () => {
  const split = { occurrences: 7, mode: "split a total", cycle: 1, percent: "15" };
  const drips = { key: "split", name: "Split", state: "active", event: "transaction created" };
  const sold = on(
    typed(started(row("trx_1", 194, { currency: "JPY" })), {
      triggers: [{ ...drips, ...split, action: "start a drip" }],
    }),
    "2026-01-11",
  ).program;
  const inEuro = retyped(sold, "transactions", "trx_1", { currency: "EUR" });
  const rows = { rows: ["trx_1"] };
  const ways = [
    [
      "processed again",
      act(inEuro, judgeAgain, { events: ["trx_1"], confirmed: true }, "2026-01-12"),
    ],
    ["accepted", act(inEuro, acceptChanged, rows, "2026-01-12")],
  ] as const;
  const given = (program: Program, amount: number) => {
    const refund = row("trx_2", amount, { refundOf: "trx_1", currency: "EUR", date: "2026-01-12" });
    return on(typed(program, { transactions: [refund] }), "2026-02-12").program;
  };
  const yen = (program: Program) => sums(program).filter((each) => each.includes("JPY"));

  test.each(ways)("%s: a part given back takes nothing of what is in yen", (_, { program }) => {
    const parts = ["drip_trx_1/split#1 4 JPY pending", "drip_trx_1/split#2 4 JPY pending"];
    expect(yen(given(program, 1.94))).toEqual(yen(on(program, "2026-02-12").program));
    expect(yen(given(program, 1.94))).toEqual(expect.arrayContaining(parts));
  });

  test.each(ways)("%s: all given back ends and declines it", (_, { program }) => {
    const whole = given(program, 194);
    expect(yen(whole).filter((each) => !each.endsWith("declined"))).toEqual([]);
    expect(byKey(whole, "drips", "drip_trx_1/split").toCome).toBe(0);
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

describe("“Refund of” of a judged row is typed over (EDIT-12b)", () => {
  const sales = [row("trx_1", 100), row("trx_2", 100)];
  const counted = on(
    started(...sales, row("trx_3", 50, { refundOf: "trx_1" })),
    "2026-01-11",
  ).program;
  const half = ["trx_1/rate 1000 USD pending", "trx_2/rate 2000 USD pending"];
  const retypedTo = (program: Program, refundOf: string) =>
    retyped(program, "transactions", "trx_3", { refundOf });
  const acceptedTo = (program: Program, refundOf: string, rows = ["trx_3"]) =>
    act(retypedTo(program, refundOf), acceptChanged, { rows }, "2026-01-12").program;

  test.each([
    ["emptied", "", "Refund of trx_1>"],
    ["another sale", "trx_2", "Refund of trx_1>trx_2"],
    ["a sale that is not there", "trx_9", "Refund of trx_1>trx_9"],
    ["itself", "trx_3", "Refund of trx_1>trx_3"],
  ])("a refund that counts stays one of its sale, and is listed: %s", (_, refundOf, change) => {
    const { program } = on(retypedTo(counted, refundOf), "2026-01-12");
    expect(sums(program)).toEqual(half);
    expect(listed(program)).toEqual([`trx_3: ${change}`]);
    expect(
      changedRowsCheck.find(begin(program), envOn("2026-01-12")).map(({ message }) => message),
    ).toEqual([expect.stringContaining("It counts as before, until you accept it as it is.")]);
  });

  test("accepted for another sale, it is one of that", () => {
    const { program, problems } = on(acceptedTo(counted, "trx_2"), "2026-01-13");
    expect(problems).toEqual([]);
    expect(sums(program)).toEqual(["trx_1/rate 2000 USD pending", "trx_2/rate 1000 USD pending"]);
    expect(listed(program)).toEqual([]);
    expect(on(retypedTo(program, "trx_1"), "2026-01-14").program.tables.rewards).toEqual(
      program.tables.rewards,
    );
  });

  test("accepted when emptied, it is a sale", () => {
    const { program } = on(acceptedTo(counted, ""), "2026-01-13");
    expect(sums(program)).toEqual([
      "trx_1/rate 2000 USD pending",
      "trx_2/rate 2000 USD pending",
      "trx_3/rate 1000 USD pending",
    ]);
    expect(listed(program)).toEqual([]);
  });

  test("processing a refund again is refused, with what to do", () => {
    const input = { events: ["trx_3"], confirmed: true };
    expect(() => act(retypedTo(counted, ""), judgeAgain, input, "2026-01-12")).toThrow(
      expect.objectContaining({ code: "INPUT_INVALID" }),
    );
  });

  test("a refund that was withdrawn is no sale either, until that is accepted", () => {
    const archived = retyped(counted, "transactions", "trx_3", { status: "archived" });
    const withdrawn = on(archived, "2026-01-12").program;
    const active = retyped(withdrawn, "transactions", "trx_3", { status: "active", refundOf: "" });
    expect(listed(active)).toEqual(["trx_3: Refund of trx_1>"]);
    expect(sums(on(active, "2026-01-13").program)).toEqual(half);
    const accepted = act(active, acceptChanged, { rows: ["trx_3"] }, "2026-01-13").program;
    expect(sums(on(accepted, "2026-01-14").program)).toContain("trx_3/rate 1000 USD pending");
    // Another sale than before loses nothing that counts.
    const other = retyped(withdrawn, "transactions", "trx_3", {
      status: "active",
      refundOf: "trx_2",
    });
    expect(sums(on(other, "2026-01-13").program)).toContain("trx_2/rate 1000 USD pending");
  });

  describe("a judged sale", () => {
    const judged = on(started(...sales), "2026-01-11").program;
    const edited = retyped(judged, "transactions", "trx_1", { refundOf: "trx_2" });

    test("stays one, and is listed", () => {
      const { program } = on(edited, "2026-01-12");
      expect(sums(program)).toEqual(sums(judged));
      expect(listed(program)).toEqual(["trx_1: Refund of >trx_2"]);
    });

    test("stays one, and is listed, also with an amount below 0", () => {
      const negative = retyped(judged, "transactions", "trx_1", { amount: -100 });
      const { program, problems } = on(negative, "2026-01-12");
      expect(problems).toEqual([]);
      expect(sums(program)).toEqual(sums(judged));
      expect(listed(program)).toEqual(["trx_1: Amount 100>-100"]);
    });

    test("processed again, it earns nothing and is a refund of the other", () => {
      const input = { events: ["trx_1"], confirmed: true };
      const again = act(edited, judgeAgain, input, "2026-01-12").program;
      expect(sums(again)).toEqual(["trx_1/rate 2000 USD declined", "trx_2/rate 2000 USD pending"]);
      const { program } = on(again, "2026-01-13");
      expect(sums(program)).toEqual([
        "trx_1/rate 2000 USD declined",
        "trx_2/rate 2000 USD declined",
      ]);
      expect(byKey(program, "rewards", "trx_2/rate").reason).toBe("refunded");
      expect(listed(program)).toEqual([]);
    });

    test("accepted, it keeps what it earned and is a refund of the other", () => {
      const accepted = act(edited, acceptChanged, { rows: ["trx_1"] }, "2026-01-12").program;
      const { program } = on(accepted, "2026-01-13");
      expect(sums(program)).toEqual([
        "trx_1/rate 2000 USD pending",
        "trx_2/rate 2000 USD declined",
      ]);
    });
  });
});

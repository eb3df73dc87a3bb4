import { readMarker } from "../../src/engine/tables/packed/marker";
import {
  judgeOn,
  outcomeOf,
  paid,
  programWith,
  retyped,
  rules,
  sale,
  trigger,
  typed,
} from "../engine/judging/judge-on";
import { recordsOf } from "../support/program";

const firstSale = rules({
  all: [{ fact: "transaction.number", operator: "equal", value: 1 }],
});

describe("product.md §3", () => {
  test("a first-sale bonus stays with the sale judged first, whatever is typed later with an earlier date", () => {
    const start = programWith({
      triggers: [trigger("bonus", { amount: 50, currency: "USD", rules: firstSale })],
      transactions: [sale("T1", "2026-03-10", 200)],
    });

    const first = judgeOn(start, "2026-03-10").program;
    const second = judgeOn(
      typed(first, { transactions: [sale("T0", "2026-03-01", 100)] }),
      "2026-03-12",
    ).program;

    expect(paid(first)).toEqual(["T1: 50.00 pending"]);
    expect(paid(second)).toEqual(["T1: 50.00 pending"]);
    const numbers = recordsOf(second, "transactions").map(({ key, judged }) => [
      key,
      readMarker(judged, key)?.number,
    ]);
    expect(numbers).toEqual([
      ["T1", 1],
      ["T0", 2],
    ]);
    expect(outcomeOf(second, "T0")).toBe("no trigger matched");
  });

  test("20 % within 12 months of a sign-up on 15 January makes twelve rewards, the last on 15 December", () => {
    const months = Array.from({ length: 14 }, (_, i) => i);
    const start = programWith({
      triggers: [trigger("year", { percent: "20", withinMonths: 12 })],
      transactions: months.map((i) =>
        sale(`T${String(i).padStart(2, "0")}`, monthly(i), 100, { currency: "USD" }),
      ),
    });

    const { program } = judgeOn(start, "2027-03-01", undefined);

    const rewards = recordsOf(program, "rewards");
    expect(rewards).toHaveLength(12);
    expect(rewards.map(({ amount }) => amount)).toEqual(rewards.map(() => 2000));
    expect(
      [...rewards]
        .map(({ earnedOn }) => earnedOn)
        .sort()
        .pop(),
    ).toBe("2026-12-15");
  });

  test("in a set, 20 % for the first 3 sales and then 10 % pays 10.00 for the fourth sale of 100.00", () => {
    const start = programWith({
      triggers: [
        trigger("t1", { order: 1, percent: "20", firstEvents: 3, set: "sales" }),
        trigger("t2", { order: 2, percent: "10", set: "sales" }),
      ],
      transactions: [1, 2, 3, 4].map((i) => sale(`S${i}`, `2026-02-0${i}`, 100)),
    });

    const { program } = judgeOn(start, "2026-02-05");

    expect(paid(program)).toEqual([
      "S1: 20.00 pending",
      "S2: 20.00 pending",
      "S3: 20.00 pending",
      "S4: 10.00 pending",
    ]);
  });

  test("a cap of 100.00 a month pays 80.00 and 20.00; a declined reward makes room for the next only", () => {
    const start = programWith({
      triggers: [trigger("cap", { percent: "10", limitPerMonth: 100, limitCurrency: "USD" })],
      transactions: [sale("S1", "2026-02-01", 800), sale("S2", "2026-02-02", 400)],
    });

    const first = judgeOn(start, "2026-02-02").program;
    const declined = retyped(first, "rewards", "S1/cap", { status: "declined", reason: "mistake" });
    const second = judgeOn(
      typed(declined, { transactions: [sale("S3", "2026-02-03", 1000)] }),
      "2026-02-03",
    ).program;

    expect(paid(first)).toEqual(["S1: 80.00 pending", "S2: 20.00 pending"]);
    expect(outcomeOf(first, "S2")).toBe(
      "“Trigger cap” granted 20.00 USD; at most 100.00 USD for one partner in a month: 20.00 USD were left",
    );
    expect(paid(second)).toEqual(["S1: 80.00 declined", "S2: 20.00 pending", "S3: 80.00 pending"]);
  });

  test("a percent rounds once, half away from zero", () => {
    const amounts = [458.92, 258.83, 405.33, 30.31, 0.03];
    const start = programWith({
      triggers: [trigger("share", { percent: "20" })],
      transactions: amounts.map((amount, i) => sale(`S${i}`, `2026-02-0${i + 1}`, amount)),
    });

    const { program } = judgeOn(start, "2026-02-05");

    expect(paid(program).map((line) => line.split(" ")[1])).toEqual([
      "91.78",
      "51.77",
      "81.07",
      "6.06",
      "0.01",
    ]);
  });
});

function monthly(i: number): string {
  const month = (i % 12) + 1;
  return `${2026 + Math.floor(i / 12)}-${String(month).padStart(2, "0")}-15`;
}

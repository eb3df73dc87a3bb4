import { isDeepStrictEqual } from "node:util";
import { day } from "../../../src/engine/kernel/day";
import { setRewardStatus } from "../../../src/engine/usecases/rewards/set-reward-status";
import { recordsOf } from "../../support/program";
import { runOn } from "../../support/run-on";
import { changed } from "../invoices/money-run";
import { act } from "../usecases/act";
import { dripProgram, madeOf, shownOf } from "../usecases/drip-program";

describe("a part of zero counts as made and settled (DRIP-14)", () => {
  const split = { amount: 0.02, mode: "split a total", occurrences: 6 };

  test("in a split of less than its parts, those of zero make no row, and the sum is the total", () => {
    const made = runOn(dripProgram(split), "2026-07-01");
    const amounts = madeOf(made).map((line) => line.slice(0, 18));
    expect(amounts).toEqual(["2: 2026-02-15 0.01", "5: 2026-05-15 0.01"]);
    expect(shownOf(made)).toMatchObject({ status: "Created", issued: 6, toCome: 0, lost: 0 });

    const paid = changed(made, (work) => {
      for (const { key } of work.all("rewards")) {
        const cells = {
          status: "paid",
          accepted: { status: "paid", amount: 1, invoice: null, firstInvoice: null, of: null },
          paidOn: day("2026-07-01"),
        } as const;
        work.update("rewards", key, cells);
      }
    });
    expect(shownOf(runOn(paid, "2026-07-02"))).toMatchObject({ status: "Complete", lost: 0 });
  });

  test("if a limit leaves nothing, no row is made, the occurrence is lost, and the drip is Complete without it", () => {
    const limited = {
      occurrences: 2,
      cycleUnit: "weeks",
      trigger: "t",
      limitCurrency: "USD",
      limitPerMonth: 20,
    };
    const made = runOn(dripProgram(limited), "2026-02-01");
    expect(madeOf(made)).toEqual(["1: 2026-01-15 20.00 pending"]);
    expect(shownOf(made)).toMatchObject({ status: "Created", issued: 2, toCome: 0, lost: 2000 });
    const declining = { rewards: ["d#1"], status: "declined", reason: "wrong" };
    const { program } = act(made, setRewardStatus, declining, "2026-02-02");
    expect(shownOf(program)).toMatchObject({ status: "Complete" });
  });
});

describe("limits of occurrences, as each is made (LIMIT-8)", () => {
  const weekly = {
    occurrences: 6,
    cycleUnit: "weeks",
    trigger: "t",
    limitCurrency: "USD",
    amount: 80,
  };

  test("what is left of a month is paid and explained, and the next month has its own limit", () => {
    const made = runOn(dripProgram({ ...weekly, limitPerMonth: 100 }), "2026-02-20");
    expect(madeOf(made)).toEqual([
      "1: 2026-01-15 80.00 pending",
      "2: 2026-01-22 20.00 pending",
      "4: 2026-02-05 80.00 pending",
      "5: 2026-02-12 20.00 pending",
    ]);
    const notes = recordsOf(made, "rewards").flatMap(({ why }) =>
      why?.by === "drip" ? (why.notes ?? []) : [],
    );
    const left = { kind: "cap", limit: 10_000, left: 2_000, per: "month" };
    expect(notes.filter((note) => isDeepStrictEqual(note, left))).toHaveLength(2);
  });

  test("room freed by a declined one goes to those after it, and raises none before", () => {
    const first = runOn(dripProgram({ ...weekly, limitPerCustomer: 100 }), "2026-01-22");
    const declining = { rewards: ["d#1"], status: "declined", reason: "wrong" };
    const { program } = act(first, setRewardStatus, declining, "2026-01-23");
    expect(madeOf(runOn(program, "2026-02-20"))).toEqual([
      "1: 2026-01-15 80.00 declined",
      "2: 2026-01-22 20.00 pending",
      "3: 2026-01-29 80.00 pending",
    ]);
  });
});

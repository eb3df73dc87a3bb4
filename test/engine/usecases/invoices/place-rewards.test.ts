import { placeRewards } from "../../../../src/engine/usecases/invoices/place-rewards";
import { showInvoice } from "../../../../src/engine/usecases/invoices/show-invoice";
import { byKey, moneyRun, rewardRow, startedProgram } from "../../invoices/money-run";
import { typed } from "../../judging/judge-on";
import { act, refusal } from "../act";

/** January's and February's invoices are both in review, opened late on 9 March; "late" came after that. */
const opened = moneyRun(
  startedProgram({
    rewards: [
      rewardRow("jan", 20),
      rewardRow("feb", 30, { earnedOn: "2026-02-15" }),
      rewardRow("mar", 40, { earnedOn: "2026-03-02" }),
      rewardRow("held", 50, { status: "held" }),
      rewardRow("eur", 60, { currency: "EUR", earnedOn: "2026-03-02" }),
    ],
  }),
  "2026-03-09",
);
const program = typed(opened, {
  rewards: [rewardRow("late", 10, { earnedOn: "2026-01-20" })],
});
const january = "inv_2026-01_USD";
const february = "inv_2026-02_USD";

describe("lines of an invoice in review (INVOICE-8)", () => {
  test("a late reward is added with its earned date kept, and moved from one invoice to another", () => {
    const added = act(
      program,
      placeRewards,
      { to: "on an invoice", rewards: ["late"], invoice: january },
      "2026-03-10",
    );
    expect(added.output).toMatchObject({
      invoices: [{ key: january, lines: 2, total: { amount: 3000, text: "30.00" } }],
      rewards: [{ key: "late", estimatedPayment: "2026-03-21" }],
    });

    const moved = act(
      added.program,
      placeRewards,
      { to: "on an invoice", rewards: ["late"], invoice: february },
      "2026-03-10",
    );
    expect(moved.output.invoices).toMatchObject([
      { key: january, lines: 1 },
      { key: february, lines: 2 },
    ]);
    expect(byKey(moved.program, "rewards", "late").earnedOn).toBe("2026-01-20");
  });

  test("of the late rewards, those that were just taken off are not asked for again", () => {
    const removed = act(
      program,
      placeRewards,
      { to: "off its invoice", rewards: ["jan"] },
      "2026-03-10",
    );
    const unasked = (takenOff: readonly string[]) =>
      act(removed.program, showInvoice, { invoice: january, takenOff }, "2026-03-10").output
        .unasked;
    expect([unasked([]), unasked(["jan"]), unasked(["jan", "late", "gone"])]).toEqual([2, 1, 0]);
  });

  test("a removed one waits for the next opening", () => {
    const removed = act(
      program,
      placeRewards,
      { to: "off its invoice", rewards: ["jan"] },
      "2026-03-10",
    );
    expect(removed.output).toMatchObject({
      invoices: [{ key: january, lines: 0, total: { amount: 0 } }],
      rewards: [{ key: "jan", estimatedPayment: "2026-04-13" }],
    });
    const next = moneyRun(moneyRun(removed.program, "2026-03-16"), "2026-04-01");
    expect(byKey(next, "rewards", "jan").invoice).toBe("inv_2026-03_USD");
  });

  test("what may not be added is refused", () => {
    const attempt = (reward: string, invoice: string) =>
      refusal(() =>
        act(
          program,
          placeRewards,
          { to: "on an invoice", rewards: [reward], invoice },
          "2026-03-10",
        ),
      );
    expect(attempt("held", january)).toBe("REWARD_NOT_INVOICEABLE");
    expect(attempt("eur", january)).toBe("INVOICE_OTHER_CURRENCY");
    expect(attempt("nobody", january)).toBe("REWARD_UNKNOWN");
    expect(attempt("mar", "inv_2026-03_USD")).toBe("INVOICE_UNKNOWN");
  });

  test("a reward earned after the month is refused on its invoice, a manual one excepted (INVOICE-8a)", () => {
    const put = (reward: string, invoice: string) =>
      refusal(() =>
        act(
          typed(program, {
            rewards: [
              rewardRow("last day", 1, { earnedOn: "2026-01-31" }),
              rewardRow("day after", 1, { earnedOn: "2026-02-01" }),
              rewardRow("by hand", 1, { earnedOn: "2026-03-02", source: "manual" }),
            ],
          }),
          placeRewards,
          { to: "on an invoice", rewards: [reward], invoice },
          "2026-03-10",
        ),
      );
    expect(put("last day", january)).toBe("not refused");
    expect(put("day after", january)).toBe("INVOICE_TOO_EARLY");
    expect(put("day after", february)).toBe("not refused");
    expect(put("mar", february)).toBe("INVOICE_TOO_EARLY");
    expect(put("by hand", january)).toBe("not refused");
  });

  test("lines of a final invoice are locked", () => {
    const final = moneyRun(program, "2026-03-16");
    const add = (reward: string, invoice: string) =>
      refusal(() =>
        act(final, placeRewards, { to: "on an invoice", rewards: [reward], invoice }, "2026-03-17"),
      );
    expect(add("late", january)).toBe("INVOICE_NOT_IN_REVIEW");
    expect(
      refusal(() =>
        act(final, placeRewards, { to: "off its invoice", rewards: ["jan"] }, "2026-03-17"),
      ),
    ).toBe("REWARD_LOCKED");
  });
});

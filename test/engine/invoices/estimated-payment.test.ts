import type { Program } from "../../../src/engine/program/program";
import { placeRewards } from "../../../src/engine/usecases/invoices/place-rewards";
import { reopenInvoiceByHand } from "../../../src/engine/usecases/invoices/reopen-invoice";
import { payInvoice } from "../../../src/engine/usecases/payouts/pay-invoice";
import { returnPayoutByHand } from "../../../src/engine/usecases/payouts/return-payout";
import { setRewardStatus } from "../../../src/engine/usecases/rewards/set-reward-status";
import { act } from "../usecases/act";
import { byKey, moneyRun, rewardRow, startedProgram } from "./money-run";

const january = "inv_2026-01_USD";
const begun = moneyRun(startedProgram({ rewards: [rewardRow("a", 20)] }), "2026-01-20");
const opened = moneyRun(begun, "2026-02-01");
const final = moneyRun(opened, "2026-02-08");
const paid = act(
  final,
  payInvoice,
  { invoice: january, neverSent: true, paidOn: "2026-02-16" },
  "2026-02-17",
).program;
const move = (program: Program, status: string, on: string) =>
  act(program, setRewardStatus, { rewards: ["a"], status, reason: "because" }, on).program;
const held = move(opened, "held", "2026-02-03");
const released = move(held, "pending", "2026-02-04");
const february = moneyRun(moneyRun(held, "2026-02-08"), "2026-03-01");
const returned = act(
  paid,
  returnPayoutByHand,
  { payout: `pay_${january}/ptn_1`, reason: "account closed" },
  "2026-02-20",
).program;
const reopened = act(
  final,
  reopenInvoiceByHand,
  { invoice: january, reason: "a slip" },
  "2026-02-09",
).program;

/** A month is opened late: its review ends later, by as much later it is paid. */
const lateOpened = moneyRun(begun, "2026-02-20");

describe("the estimated payment date, in each state of a reward (PAYDATE-1 to PAYDATE-6)", () => {
  test.each<readonly [string, Program, string | null]>([
    ["on no invoice, of a month to be opened: of that month", begun, "2026-02-13"],
    ["in review: of its invoice's month", opened, "2026-02-13"],
    ["held: none", held, null],
    ["declined: none", move(opened, "declined", "2026-02-03"), null],
    [
      "released while its month is open already: of the first month to open",
      released,
      "2026-03-13",
    ],
    [
      "released and added again: of that invoice",
      act(
        released,
        placeRewards,
        { to: "on an invoice", rewards: ["a"], invoice: january },
        "2026-02-04",
      ).program,
      "2026-02-13",
    ],
    [
      "moved to the next: of the first month to open",
      act(opened, placeRewards, { to: "on the next one", rewards: ["a"] }, "2026-02-03").program,
      "2026-03-13",
    ],
    [
      "taken off: of the first month to open",
      act(opened, placeRewards, { to: "off its invoice", rewards: ["a"] }, "2026-02-03").program,
      "2026-03-13",
    ],
    [
      "released after months: of the first month to open",
      move(february, "pending", "2026-03-02"),
      "2026-04-13",
    ],
    ["final: as before", final, "2026-02-13"],
    ["in a late review: as many days after its end as usual", lateOpened, "2026-03-04"],
    ["final after a late review: the same", moneyRun(lateOpened, "2026-02-27"), "2026-03-04"],
    ["paid: the real date", paid, "2026-02-16"],
    ["returned: the invoice's again", returned, "2026-02-13"],
    ["reopened: its invoice's", reopened, "2026-02-13"],
  ])("%s", (_, program, expected) => {
    expect(byKey(program, "rewards", "a").estimatedPayment).toBe(expected);
  });

  test("falls on the last day of a short month", () => {
    const program = startedProgram({ rewards: [rewardRow("a", 20)] }, { "payout day": "31" });
    expect(byKey(moneyRun(program, "2026-01-20"), "rewards", "a").estimatedPayment).toBe(
      "2026-02-28",
    );
  });
});

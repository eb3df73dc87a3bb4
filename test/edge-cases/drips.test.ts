import { readEndReason } from "../../src/engine/tables/packed/end-reason";
import { continueDrip } from "../../src/engine/usecases/drips/continue-drip";
import { endDripByHand } from "../../src/engine/usecases/drips/end-drip";
import { showDrip } from "../../src/engine/usecases/drips/show-drip";
import { payInvoice } from "../../src/engine/usecases/payouts/pay-invoice";
import { setRewardStatus } from "../../src/engine/usecases/rewards/set-reward-status";
import { byKey, changed } from "../engine/invoices/money-run";
import { act } from "../engine/usecases/act";
import { dripProgram, madeOf, shownOf } from "../engine/usecases/drip-program";
import { recordsOf } from "../support/program";
import { runOn } from "../support/run-on";

const sale = { key: "trx_1", customer: "cus_1", date: "2026-01-15", amount: 1200, currency: "USD" };
const terms = { transaction: "trx_1", delay: 1, occurrences: 12 };
const sold = dripProgram(terms, { transactions: [sale] });
const archive = (program: typeof sold, table: "customers" | "partners", on: string) =>
  changed(program, (work) => {
    const key = table === "customers" ? "cus_1" : "ptn_1";
    work.update(table, key, { status: "archived", archivedOn: on as never });
  });

test("E58: a full refund ends the drip: what is not yet due is never made", () => {
  const refund = { ...sale, key: "trx_2", date: "2026-03-20", amount: -1200, refundOf: "trx_1" };
  const program = runOn(dripProgram(terms, { transactions: [sale, refund] }), "2026-06-30");
  expect(madeOf(program)).toEqual(["1: 2026-02-15 20.00 declined", "2: 2026-03-15 20.00 declined"]);
  expect(shownOf(program)).toMatchObject({ status: "Terminated", toCome: 0, lost: 20_000 });
  expect(byKey(program, "drips", "d")).toMatchObject({
    endsOn: "2026-03-20",
    endReason: readEndReason("refunded"),
  });
});

test("E65: a customer leaves after the seventh: seven stay, five are never made", () => {
  const program = runOn(archive(sold, "customers", "2026-08-20"), "2027-02-20");
  expect(madeOf(program)).toHaveLength(7);
  expect(shownOf(program)).toMatchObject({ status: "Terminated", issued: 7, lost: 10_000 });
});

test("E66: a partner who is archived keeps what was made, which stays payable", () => {
  const before = runOn(sold, "2026-03-20");
  const opened = runOn(archive(before, "partners", "2026-03-20"), "2026-07-01");
  const program = runOn(opened, "2026-07-10");
  expect(madeOf(program)).toHaveLength(2);
  const rewards = recordsOf(program, "rewards");
  expect(rewards.every(({ status, payout }) => status === "approved" && payout !== null)).toBe(
    true,
  );
});

test("E67: unarchived, nothing revives; the remaining five can be continued as a new drip", () => {
  const left = runOn(archive(sold, "customers", "2026-08-20"), "2026-09-01");
  const back = runOn(
    changed(left, (work) => {
      work.update("customers", "cus_1", { status: "active" });
    }),
    "2026-10-01",
  );
  expect(madeOf(back)).toHaveLength(7);
  const given = { drip: "d", confirmed: true };
  const { output } = act(back, continueDrip, given, "2026-10-01");
  expect(output).toMatchObject({ count: 5, from: "2026-10-15", amount: { text: "100.00" } });
});

test("E68: ending is not archiving: what was made stays, unless the checkbox says to decline it", () => {
  const before = runOn(sold, "2026-02-20");
  const given = { drips: ["d"], reason: "left", confirmed: true };
  expect(madeOf(act(before, endDripByHand, given, "2026-02-20").program)).toEqual([
    "1: 2026-02-15 20.00 pending",
  ]);
  const declining = { ...given, declineUnreviewed: true };
  expect(madeOf(act(before, endDripByHand, declining, "2026-02-20").program)).toEqual([
    "1: 2026-02-15 20.00 declined",
  ]);
});

test("E69: all made is not Complete: it is Complete once all is paid or declined, and progress shows both", () => {
  const two = dripProgram({ occurrences: 2 });
  const made = runOn(runOn(two, "2026-02-01"), "2026-02-20");
  expect(shownOf(made)).toMatchObject({ status: "Created", issued: 2, toCome: 0 });

  const paying = {
    invoice: "inv_2026-01_USD",
    neverSent: true,
    paidOn: "2026-02-20",
    reference: "W1",
  };
  const halfPaid = act(made, payInvoice, paying, "2026-02-20").program;
  expect(act(halfPaid, showDrip, { drip: "d" }, "2026-02-20").output).toMatchObject({
    status: "Created",
    issued: 2,
    paidSoFar: "20.00",
  });

  const declining = { rewards: ["d#2"], status: "declined", reason: "wrong" };
  const settled = act(halfPaid, setRewardStatus, declining, "2026-02-21").program;
  expect(shownOf(settled)).toMatchObject({ status: "Complete", issued: 2 });
});

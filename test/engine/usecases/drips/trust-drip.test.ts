import { trustDrip } from "../../../../src/engine/usecases/drips/trust-drip";
import { setRewardStatus } from "../../../../src/engine/usecases/rewards/set-reward-status";
import { runOn } from "../../../support/run-on";
import { byKey, changed } from "../../invoices/money-run";
import { act } from "../act";
import { dripProgram, madeOf } from "../drip-program";

test("a drip begun by a possible self-referral is held until it is trusted; then the rest is pending", () => {
  const held = runOn(dripProgram({ heldReason: "possible self-referral" }), "2026-03-20");
  const approving = { rewards: ["d#1"], status: "approved" };
  const approved = act(held, setRewardStatus, approving, "2026-03-20").program;

  const { program, output } = act(approved, trustDrip, { drip: "d" }, "2026-03-20");

  expect(output).toEqual({ drip: "d", released: 2 });
  expect(madeOf(runOn(program, "2026-04-15"))).toEqual([
    "1: 2026-01-15 20.00 approved",
    "2: 2026-02-15 20.00 pending",
    "3: 2026-03-15 20.00 pending",
    "4: 2026-04-15 20.00 pending",
  ]);
  expect(act(program, trustDrip, { drip: "d" }, "2026-03-20").changes.effects).toEqual([]);
});

test("an amount that was typed over before the drip is trusted counts, and the calculated one stays beside it", () => {
  const held = runOn(dripProgram({ heldReason: "possible self-referral" }), "2026-02-20");
  const typed = changed(held, (work) => {
    work.update("rewards", "d#2", { amount: 1500 });
  });

  const { program } = act(typed, trustDrip, { drip: "d" }, "2026-02-20");

  const later = byKey(runOn(program, "2026-02-21"), "rewards", "d#2");
  expect(later).toMatchObject({
    amount: 1500,
    calculated: 2000,
    accepted: { status: "pending", amount: 1500 },
  });
});

test("one that a limit holds too says both reasons, asks whether to trust, and stays held for the limit alone", () => {
  const doubted = {
    heldReason: "possible self-referral",
    limitCurrency: "EUR",
    limitPerReward: 50,
  };
  const held = runOn(dripProgram(doubted), "2026-02-20");
  expect(byKey(held, "rewards", "d#1").reason).toBe("possible self-referral; limit is in EUR");

  const approving = { rewards: ["d#1"], status: "approved" };
  const { program, output } = act(held, setRewardStatus, approving, "2026-02-20");
  expect(output.couldTrust).toEqual(["d"]);

  const trusted = act(program, trustDrip, { drip: "d" }, "2026-02-20");
  expect(trusted.output).toEqual({ drip: "d", released: 0 });
  expect(madeOf(trusted.program)).toEqual([
    "1: 2026-01-15 20.00 approved",
    "2: 2026-02-15 20.00 held",
  ]);
  expect(byKey(trusted.program, "rewards", "d#2").reason).toBe("limit is in EUR");
});

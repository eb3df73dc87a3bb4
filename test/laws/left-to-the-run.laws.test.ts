import fc from "fast-check";
import { takeOver } from "../../src/engine/edits/take-over";
import { asRefusal } from "../../src/engine/kernel/problem";
import { apply } from "../../src/engine/program/changeset";
import type { Program } from "../../src/engine/program/program";
import { begin } from "../../src/engine/program/work";
import { isLocked } from "../../src/engine/rewards/final";
import { endDripByHand } from "../../src/engine/usecases/drips/end-drip";
import { pauseDrip } from "../../src/engine/usecases/drips/pause-drip";
import { placeRewards } from "../../src/engine/usecases/invoices/place-rewards";
import { createManualReward } from "../../src/engine/usecases/rewards/create-manual-reward";
import { setRewardAmount } from "../../src/engine/usecases/rewards/set-reward-amount";
import { setRewardStatus } from "../../src/engine/usecases/rewards/set-reward-status";
import { edits, stages, typedInto } from "../engine/edits/typed-cells";
import { retyped } from "../engine/judging/judge-on";
import { act } from "../engine/usecases/act";
import { law } from "../support/laws";
import { envOn, recordsOf } from "../support/program";
import { runOn } from "../support/run-on";

const acts = {
  amount: (reward: string) =>
    [setRewardAmount, { reward, amount: "1.23", currency: "USD" }] as const,
  hold: (reward: string) =>
    [setRewardStatus, { rewards: [reward], status: "held", reason: "odd" }] as const,
  decline: (reward: string) =>
    [setRewardStatus, { rewards: [reward], status: "declined", reason: "odd" }] as const,
  approve: (reward: string) =>
    [setRewardStatus, { rewards: [reward], status: "approved" }] as const,
  off: (reward: string) => [placeRewards, { rewards: [reward], to: "off its invoice" }] as const,
  make: () =>
    [
      createManualReward,
      { partner: "ann", description: "bonus", amount: "5", confirmed: true, formId: "form_1" },
    ] as const,
  pause: () => [pauseDrip, { drip: "drip_T1/plan" }] as const,
  end: () =>
    [
      endDripByHand,
      { drips: ["drip_T1/plan"], reason: "left", declineUnreviewed: true, confirmed: true },
    ] as const,
};
type Act = keyof typeof acts;

/** The program after an act and the next run, or the code of its refusal. */
function after(program: Program, name: Act, reward: string, on: string) {
  const [useCase, input] = acts[name](reward) as never as [never, never];
  try {
    return runOn(act(program, useCase, input, on).program, on);
  } catch (thrown) {
    const refusal = asRefusal(thrown);
    if (!refusal) throw thrown;
    return refusal.code;
  }
}
/** The same after all that was typed was taken over, in every tab. */
function afterAll(program: Program, ...rest: readonly [Act, string, string]) {
  const work = begin(program);
  const newId = (prefix: string) => `${prefix}_before`;
  takeOver(work, { ...envOn(rest[2]), newId });
  return after(apply(program, work.changes()), ...rest);
}
const isLine = (each: object) => "source" in each && each.source === "adjustment";
const tables = ["rewards", "drips", "invoices", "payouts"] as const;
/** Leaves out the problems told at cells that a run set back, which the next run takes away, and which run made an adjusting line. */
const told = (program: Program | string) =>
  typeof program === "string"
    ? program
    : tables.map((table) =>
        recordsOf(program, table)
          .map((each) => ({ ...each, problems: null, ...(isLine(each) && { run: null }) }))
          .sort((a, b) => (a.key < b.key ? -1 : 1)),
      );

law(
  "an act on a drip, or on a reward that is not final, comes to the same, whether what was typed into Payouts and Drips is taken over before it or by the next run (EDIT-11a)",
  fc.tuple(
    fc.nat(stages.length - 1),
    edits,
    fc.constantFrom(...(Object.keys(acts) as Act[])),
    fc.nat(20),
  ),
  ([stage, given, name, at]) => {
    const [program, on] = stages[stage] as (typeof stages)[number];
    const open = recordsOf(program, "rewards").filter((each) => !isLocked(begin(program), each));
    const reward = open[at % Math.max(1, open.length)]?.key ?? "none";
    const typed = typedInto(program, given);

    expect(told(after(typed, name, reward, on))).toEqual(told(afterAll(typed, name, reward, on)));
  },
);

test("the terms of a part of a percent that somebody cleared are there again before another amount is worked out", () => {
  const [program, on] = stages[0];
  const part = recordsOf(program, "rewards").find(({ drip, terms }) => drip && terms);
  const typed = retyped(program, "rewards", part?.key ?? "", { terms: "" });
  const done = after(typed, "amount", part?.key ?? "", on) as Program;

  const now = recordsOf(done, "rewards").find(({ key }) => key === part?.key);
  expect(now).toMatchObject({ amount: 123, terms: part?.terms });
});

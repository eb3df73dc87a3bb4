import fc from "fast-check";
import { day } from "../../../src/engine/kernel/day";
import type { FieldContext } from "../../../src/engine/kernel/fields";
import type { Currency } from "../../../src/engine/kernel/money";
import { holdOf, holdReward } from "../../../src/engine/rewards/hold";
import { decisionsField, noDecisions } from "../../../src/engine/tables/packed/decisions";
import {
  type HoldCause,
  type HoldReason,
  heldFor,
  holdInWords,
  holdReasonsField,
  readHoldReasons,
} from "../../../src/engine/tables/packed/hold-reasons";
import { trustDrip } from "../../../src/engine/usecases/drips/trust-drip";
import { law } from "../../support/laws";
import { runOn } from "../../support/run-on";
import { byKey, changed } from "../invoices/money-run";
import { act } from "../usecases/act";
import { dripProgram } from "../usecases/drip-program";

const USD = "USD" as Currency;
const context: FieldContext = { decimalMark: ".", currency: USD };
const target: HoldCause = {
  cause: "target",
  calculated: 1_000,
  typed: 2_500,
  refunded: 5_000,
  sold: 10_000,
  act: null,
};
const overLimit: HoldCause = { cause: "over its limit" };
/** Those whose words hold no amounts. */
const plain: fc.Arbitrary<HoldReason> = fc.oneof(
  fc
    .constantFrom(
      ...(["late event", "possible self-referral", "over its limit", "restored"] as const),
    )
    .map((cause): HoldReason => ({ cause })),
  fc
    .constantFrom("EUR", "JPY")
    .map((limit): HoldReason => ({ cause: "limit currency", limit: limit as Currency })),
);
const held = (reasons: readonly HoldReason[], more: object = {}) => {
  const { reason, hold } = heldFor(reasons, USD);
  const decisions = { ...noDecisions, hold };
  return { status: "held", currency: USD, reason, decisions, ...more } as Parameters<
    typeof holdOf
  >[0];
};

describe("why a reward is held is data (UPGRADE-16)", () => {
  law(
    "what the program wrote is read as what it was, with and without the data beside it",
    fc.array(plain, { minLength: 1, maxLength: 4 }),
    (reasons) => {
      expect(holdOf(held(reasons))).toEqual(reasons);
      expect(holdOf(held(reasons, { decisions: null }))).toEqual(reasons);
      const cell = holdReasonsField.print(reasons, context);
      expect(holdReasonsField.parse(cell, context)).toEqual({ ok: true, value: reasons });
    },
  );

  law(
    "any other text is a person's words, and stays as it was typed",
    fc.tuple(fc.array(plain, { maxLength: 2 }), fc.string({ minLength: 1 })),
    ([reasons, words]) => {
      const said = [holdInWords(reasons, USD), words].filter(Boolean).join("; ");
      expect(holdInWords(readHoldReasons(said), USD)).toBe(said);
      const over = held([target], { reason: said });
      expect(holdInWords(holdOf(over), USD)).toBe(said);
    },
  );

  test("amounts are kept as data, whatever words a later release has for them", () => {
    const decisions = { ...noDecisions, hold: { reasons: [target], said: "worded otherwise" } };
    expect(holdOf(held([target], { reason: "worded otherwise", decisions }))).toEqual([target]);
    const back = decisionsField.parse(decisionsField.print(decisions, context), context);
    expect(back).toEqual({ ok: true, value: decisions });
  });

  test("a cause of the program's takes the place of the one before, and a person's words stay", () => {
    const program = runOn(dripProgram({ heldReason: "possible self-referral" }), "2026-01-20");
    const reasonAfter = (reason: string) => {
      const typed = changed(program, (work) => {
        work.update("rewards", "d#1", { reason });
      });
      const twice = changed(typed, (work) => {
        for (const cause of [target, overLimit]) {
          const row = work.get("rewards", "d#1");
          if (row) holdReward(work, row, cause, day("2026-01-21"));
        }
      });
      return byKey(twice, "rewards", "d#1").reason;
    };
    expect(reasonAfter("possible self-referral")).toBe("possible self-referral; over its limit");
    expect(reasonAfter("ask Ann first")).toBe("ask Ann first; over its limit");
  });

  test("a drip of an earlier release is trusted by the texts that it wrote", () => {
    const program = runOn(dripProgram({ heldReason: "possible self-referral" }), "2026-02-20");
    const earlier = changed(program, (work) => {
      for (const { key } of work.all("rewards")) work.update("rewards", key, { decisions: null });
      work.update("rewards", "d#1", { reason: "ask Ann first" });
    });
    const { program: trusted, output } = act(earlier, trustDrip, { drip: "d" }, "2026-02-20");
    expect(output).toEqual({ drip: "d", released: 1 });
    expect(byKey(trusted, "rewards", "d#1")).toMatchObject({
      status: "held",
      reason: "ask Ann first",
    });
    expect(byKey(trusted, "rewards", "d#2").status).toBe("pending");
  });
});

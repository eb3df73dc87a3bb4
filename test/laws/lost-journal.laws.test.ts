import fc from "fast-check";
import { apply } from "../../src/engine/program/changeset";
import type { Program } from "../../src/engine/program/program";
import type { TableName } from "../../src/engine/tables";
import { run } from "../../src/engine/usecases/program/run";
import { customer, partner, programWith, rules, sale, trigger } from "../engine/judging/judge-on";
import { law, programs } from "../support/laws";
import { carryOut, envOn, recordsOf } from "../support/program";

/** The order in which src/sheets/workbook/commit.ts writes tabs. */
const order: readonly TableName[] = [
  "rewards",
  "drips",
  "payouts",
  "invoices",
  "activity",
  "triggers",
  "transactions",
  "customers",
  "actions",
  "partners",
  "settings",
];
const over = (value: number) =>
  rules({ all: [{ fact: "transaction.Amount", operator: "greaterThan", value }] });
const inGroup = (value: string) =>
  rules({ all: [{ fact: "partner.Group", operator: "equal", value }] });
const moveTo = (group: string, amount: number, order: number) =>
  trigger(`to ${group}`, {
    action: "move the partner to a group",
    group,
    order,
    rules: over(amount),
  });

const drawn = fc.record({
  amounts: fc.array(fc.integer({ min: 10, max: 400 }), { minLength: 1, maxLength: 5 }),
  written: fc.integer({ min: 0, max: order.length - 1 }),
});

law(
  "a run cut off between two tabs, with its journal lost, and run again makes the same rewards and moves (TRIG-8a)",
  drawn,
  ({ amounts, written }) => {
    const program = programWith({
      partners: [partner({ group: "Bronze" })],
      customers: [customer()],
      triggers: [
        trigger("bronze", { percent: "5", order: 1, rules: inGroup("Bronze") }),
        trigger("silver", { percent: "10", order: 2, rules: inGroup("Silver") }),
        moveTo("Gold", 300, 3),
        moveTo("Silver", 100, 4),
      ],
      transactions: amounts.map((amount, i) => sale(`s${i}`, `2026-03-0${i + 1}`, amount)),
    });
    const state = (of: Program) => [
      recordsOf(of, "rewards")
        .map(({ key, amount, status }) => `${key} ${amount} ${status}`)
        .sort(),
      recordsOf(of, "partners").map(({ group, groupJudged }) => [group, groupJudged]),
    ];
    const begun = carryOut(program, run, { kind: "daily" }, envOn("2026-02-28")).program;
    const { changes } = run.decide(begun, { kind: "daily" } as never, envOn("2026-03-08"));
    const some = changes.effects.filter(
      (effect) => effect.kind !== "email" && order.indexOf(effect.table) < written,
    );
    const again = carryOut(
      apply(begun, { effects: some }),
      run,
      { kind: "daily" },
      envOn("2026-03-09"),
    );
    const whole = carryOut(apply(begun, changes), run, { kind: "daily" }, envOn("2026-03-09"));
    expect(state(again.program)).toEqual(state(whole.program));
  },
  programs,
);

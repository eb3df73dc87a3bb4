import { apply } from "../../../src/engine/program/changeset";
import type { Program } from "../../../src/engine/program/program";
import { run } from "../../../src/engine/usecases/program/run";
import { envOn, recordsOf } from "../../support/program";
import { byKey, changed, startedProgram } from "../invoices/money-run";
import { trigger } from "../judging/judge-on";

const at = (on: string, time: string) => ({ ...envOn(on), now: { ...envOn(on).now, time } });

/** More sales than one part of a run judges, and a reward of which a person typed the status over. */
function large(): Program {
  const sales = Array.from({ length: 2_600 }, (_, n) => ({
    key: `T${n}`,
    customer: "cus_1",
    date: "2026-02-01",
    amount: 1,
  }));
  const program = startedProgram({
    triggers: [trigger("none", { percent: "10", rules: '{"any":[]}', state: "draft" })],
    transactions: sales,
    rewards: [
      {
        key: "R1",
        partner: "ptn_1",
        amount: 5,
        currency: "USD",
        status: "paid",
        earnedOn: "2026-01-15",
        source: "manual",
        accepted: "pending 5.00",
      },
    ],
  });
  return program;
}

const problemsOf = (program: Program, key: string): unknown =>
  program.tables.rewards?.byKey.get(key)?.raw.cells.problems;

test("what an early part of a run reports is written to its cell at once, and stays when the last part ends", () => {
  const first = run.decide(large(), { kind: "daily" }, at("2026-02-02", "09:00:00"));
  const between = apply(large(), first.changes);

  expect(first.more).toBe(true);
  expect(problemsOf(between, "R1")).toMatch(/^Status: Only a payout makes a reward paid/);
  expect(first.changes.effects.filter(({ kind }) => kind === "notes")).toHaveLength(1);

  const last = run.decide(between, { kind: "daily" }, at("2026-02-02", "09:00:00"));
  const after = apply(between, last.changes);

  expect(last.more).toBe(false);
  expect(problemsOf(after, "R1")).toBe(problemsOf(between, "R1"));
  expect(byKey(after, "rewards", "R1").status).toBe("pending");
  const [line] = recordsOf(after, "activity").filter(({ key }) => key.startsWith("run "));
  expect(line?.what).toMatch(
    /2603 rows processed.* 1 problem found\. 2600 sales earned nothing: [^.]+\.$/,
  );
  expect(line?.why).toMatch(/^Rewards · R1 · Status: Only a payout makes a reward paid/);
});

test("the next run removes it, since the cell was fixed", () => {
  const once = changed(large(), (work) => {
    for (const { key } of work.all("transactions").slice(1)) work.remove("transactions", key);
  });
  const first = run.decide(once, { kind: "daily" }, at("2026-02-02", "09:00:00"));
  const marked = apply(once, first.changes);
  const second = run.decide(marked, { kind: "daily" }, at("2026-02-03", "09:00:00"));

  expect(problemsOf(marked, "R1")).toMatch(/^Status/);
  expect(problemsOf(apply(marked, second.changes), "R1")).toBe("");
});

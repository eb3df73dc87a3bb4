import { backtestTrigger } from "../../../src/engine/usecases/triggers/backtest-trigger";
import { judgeOn, programWith, retyped, rules, sale, trigger, typed } from "../judging/judge-on";
import { act } from "../usecases/act";

const gold = rules({ all: [{ fact: "partner.Group", operator: "equal", value: "Gold" }] });
const rate = trigger("rate", { order: 2, percent: "10", rules: gold });
const move = (from: number) =>
  trigger("move", {
    order: 1,
    action: "move the partner to a group",
    group: "Gold",
    rules: rules({
      all: [{ fact: "partner.revenue", operator: "greaterThanInclusive", value: from }],
    }),
  });
const TODAY = "2026-02-20";
const sales = [
  sale("S1", "2026-02-01", 100),
  sale("S2", "2026-02-02", 100),
  sale("S3", "2026-02-03", 100),
];
const differences = (program: Parameters<typeof act>[0], given: object) =>
  act(program, backtestTrigger, given, TODAY).said.differences.rows.map(
    ({ reward, was, would }) => `${reward} ${was} → ${would}`,
  );

test("given a trigger that moved the partner, a backtest of what it decides is as it was, before and after the move", () => {
  const lived = judgeOn(
    programWith({ triggers: [move(200), rate], transactions: sales }),
    TODAY,
  ).program;

  expect(differences(lived, { trigger: "rate" })).toEqual([]);
});

test("given a person who moved the partner between two sales, a backtest takes each sale by its group", () => {
  const first = programWith({ triggers: [rate], transactions: sales.slice(0, 1) });
  const moved = retyped(judgeOn(first, "2026-02-01").program, "partners", "ann", { group: "Gold" });
  const lived = judgeOn(typed(moved, { transactions: sales.slice(1) }), TODAY).program;

  expect(differences(lived, { trigger: "rate" })).toEqual([]);
});

test("given another percent, only the sales after the move differ", () => {
  const lived = judgeOn(
    programWith({ triggers: [move(200), rate], transactions: sales }),
    TODAY,
  ).program;

  const { key: _, ...terms } = rate;
  const draft = JSON.stringify({ ...terms, percent: "20" });
  expect(differences(lived, { trigger: "rate", draft })).toEqual([
    "S2/rate 10.00 USD → 20.00 USD",
    "S3/rate 10.00 USD → 20.00 USD",
  ]);
});

test("given a trigger on a change of group, the effect of a person's move is found again, and of a move not judged yet", () => {
  const welcome = trigger("welcome", {
    event: "partner joined or changed group",
    amount: 10,
    rules: gold,
  });
  const start = judgeOn(programWith({ triggers: [welcome] }), "2026-02-01").program;
  const moved = retyped(start, "partners", "ann", { group: "Gold" });
  const lived = judgeOn(moved, "2026-02-10").program;

  expect(differences(lived, { trigger: "welcome" })).toEqual([]);
  expect(differences(moved, { trigger: "welcome" })).toEqual([
    "ann@2026-02-20 Gold/welcome null → 10.00 USD",
  ]);
  const back = judgeOn(retyped(lived, "partners", "ann", { group: "Base" }), "2026-02-12").program;
  const again = judgeOn(retyped(back, "partners", "ann", { group: "Gold" }), "2026-02-14").program;
  const { key: _, ...terms } = welcome;
  expect(
    differences(again, { trigger: "welcome", draft: JSON.stringify({ ...terms, amount: 12 }) }),
  ).toEqual([
    "ann@2026-02-10 Gold/welcome 10.00 USD → 12.00 USD",
    "ann@2026-02-14 Gold/welcome 10.00 USD → 12.00 USD",
  ]);
});

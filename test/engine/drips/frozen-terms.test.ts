import type { Program } from "../../../src/engine/program/program";
import { recordsOf } from "../../support/program";
import { runOn } from "../../support/run-on";
import { changed } from "../invoices/money-run";
import { programWith, sale, trigger } from "../judging/judge-on";
import { madeOf } from "../usecases/drip-program";

const DRIP = "drip_S1/t";
const terms = {
  action: "start a drip",
  percent: "10",
  cycle: 1,
  occurrences: 4,
  limitPerReward: 50,
};
/** 10 % of 0.25 each month is 0.03, or 0.02 where a half goes to even. */
const started = runOn(
  programWith({ triggers: [trigger("t", terms)], transactions: [sale("S1", "2026-02-01", 0.25)] }),
  "2026-02-01",
);

const set = (key: string, value: string) => (program: Program) =>
  changed(program, (work) => {
    const note = null;
    if (work.get("settings", key)) work.update("settings", key, { value });
    else work.insert("settings", { key, value, note });
  });
const trig = (cells: object) => (program: Program) =>
  changed(program, (work) => void work.update("triggers", "t", cells));

describe("a drip's terms freeze at the start (DRIP-6)", () => {
  const changes: readonly (readonly [string, (program: Program) => Program])[] = [
    ["the setting for rounding", set("rounding", "half to even")],
    ["the program's currency", set("program currency", "EUR")],
    ["the trigger's percent", trig({ percent: 500_000 })],
    ["the trigger's amount and mode", trig({ percent: null, amount: 900, mode: "split a total" })],
    ["the trigger's delay, cycle and occurrences", trig({ delay: 3, cycle: 2, occurrences: 2 })],
    ["the trigger's limits", trig({ limitPerReward: 1, limitPerMonth: 1 })],
    ["the trigger's state", trig({ state: "paused" })],
    [
      "the sale's amount",
      (program) =>
        changed(program, (work) => void work.update("transactions", "S1", { amount: 90_000 })),
    ],
  ];

  test.each(changes)("whatever happens to %s", (_, change) => {
    const after = runOn(change(started), "2026-06-01");
    expect(madeOf(after, DRIP).map((line) => line.slice(0, 18))).toEqual([
      "1: 2026-02-01 0.03",
      "2: 2026-03-01 0.03",
      "3: 2026-04-01 0.03",
      "4: 2026-05-01 0.03",
    ]);
    const currencies = recordsOf(after, "rewards").map(({ currency }) => currency);
    expect(new Set(currencies)).toEqual(new Set(["USD"]));
  });
});

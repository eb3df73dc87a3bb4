import type { Program } from "../src/engine/program/program";
import { begin } from "../src/engine/program/work";
import { factsOf } from "../src/engine/rules/facts";
import { backtest } from "../src/engine/simulate/backtest";
import { advance } from "../src/engine/timeline/advance";
import { checkTrigger } from "../src/engine/triggers/check-trigger";
import { cpuMs } from "./cpu-ms";
import { benchEnv, benchProgram } from "./in-memory";
import { customers, partners, transactions, triggers } from "./rows";

const ROUNDS = 3;

const programOf = (rows: number, triggerCount: number): Program =>
  benchProgram({
    partners: partners(40),
    customers: customers(400, 40),
    triggers: triggers(triggerCount),
    transactions: transactions(rows, 400),
  });

/** How cost grows: ten times the rows, and ten times the triggers, judged live and tested back. */
export function linear() {
  const cases = {
    judging: (program: Program) => {
      advance(begin(program), benchEnv.today, benchEnv, { run: "bench" });
    },
    backtest: (program: Program) => {
      const trigger = begin<"triggers">(program).all("triggers")[0];
      if (!trigger) throw new Error("The bench has no trigger");
      const checked = checkTrigger(trigger, factsOf(program));
      if (!checked.ok) throw new Error("The trigger of the bench is not sound");
      backtest(program, benchEnv, trigger, checked.conditions, { from: null, to: null });
    },
  };
  return Object.fromEntries(
    Object.entries(cases).map(([name, run]) => [
      name,
      {
        tenTimesTheRows: growth(run, programOf(2_000, 5), programOf(20_000, 5)),
        tenTimesTheTriggers: growth(run, programOf(4_000, 5), programOf(4_000, 50)),
      },
    ]),
  );
}

function growth(run: (program: Program) => void, small: Program, large: Program) {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    // The small one more often, so that what it takes to compile the code counts in neither.
    [small, small, small, large].forEach((program) => {
      const began = cpuMs();
      run(program);
      times[program === small ? 0 : 1].push(cpuMs() - began);
    });
  }
  const [smallMs, largeMs] = times.map((each) => Math.round(Math.min(...each))) as [number, number];
  return { smallMs, largeMs, times: Number((largeMs / smallMs).toFixed(1)) };
}

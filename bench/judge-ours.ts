import { countsOf } from "../src/engine/judging/count";
import { eventOf } from "../src/engine/judging/events";
import { begin, type Work } from "../src/engine/program/work";
import { factsAt } from "../src/engine/rules/facts-at";
import { createFinder } from "../src/engine/sales/who";
import { compileTriggers } from "../src/engine/triggers/compile-triggers";
import { cpuMs } from "./cpu-ms";
import { benchEnv, benchProgram } from "./in-memory";
import { customers, EVENTS, partners, transactions, triggers } from "./rows";

/** All events so often, since those on which a rule can't hold take so little time each. */
const PASSES = 5;

/** Facts are read again for each event, as in a run. `ms` is of the processor, for all events once. */
export function ourPath(rules: object) {
  const [trigger] = triggers(1);
  const program = benchProgram({
    partners: partners(40),
    customers: customers(400, 40),
    triggers: [{ ...trigger, rules: JSON.stringify(rules) }],
    transactions: transactions(EVENTS, 400),
  });
  const work: Work = begin(program);
  const { catalogue, of } = compileTriggers(work);
  const find = createFinder(work);
  const sales = work.all("transactions").flatMap((row) => {
    const event = eventOf(work, find, { table: "transactions", row }, () => benchEnv.today);
    return "waits" in event ? [] : [event];
  });
  const counts = countsOf(work);
  const [compiled] = of("transaction created");
  if (!compiled) throw new Error("The trigger of the bench is not sound");
  let held = 0;
  const began = cpuMs();
  for (let pass = 0; pass < PASSES; pass++) {
    for (const event of sales) {
      const facts = factsAt(event, catalogue, counts, program.context);
      if (compiled.outlook(facts) && compiled.judge(facts).holds) held++;
    }
  }
  return { held: held / PASSES, ms: (cpuMs() - began) / PASSES };
}

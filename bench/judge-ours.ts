import { openLedger } from "../src/engine/judging/ledger";
import { newEvents } from "../src/engine/judging/new-events";
import { begin } from "../src/engine/program/work";
import { factsAt } from "../src/engine/rules/facts-at";
import { compileTriggers } from "../src/engine/triggers/compile-triggers";
import { benchEnv, benchProgram } from "./in-memory";
import { customers, EVENTS, partners, transactions, triggers } from "./rows";

/** Facts are read anew for each event, as in a run. */
export function ourPath(rules: object) {
  const [trigger] = triggers(1);
  const program = benchProgram({
    partners: partners(40),
    customers: customers(400, 40),
    triggers: [{ ...trigger, rules: JSON.stringify(rules) }],
    transactions: transactions(EVENTS, 400),
  });
  const work = begin(program);
  const { catalogue, of } = compileTriggers(work);
  const { events } = newEvents(work, benchEnv.today);
  const sales = events.filter(({ kind }) => kind === "transaction created");
  const ledger = openLedger(work);
  const [compiled] = of("transaction created");
  if (!compiled) throw new Error("The trigger of the bench is not sound");
  let held = 0;
  const began = performance.now();
  for (const event of sales) {
    const facts = factsAt(event, catalogue, ledger, program.context);
    if (!compiled.refusesEarly(facts) && compiled.judge(facts).holds) held++;
  }
  return { held, ms: performance.now() - began };
}

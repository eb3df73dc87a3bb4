import { Engine } from "json-rules-engine";
import { answer } from "../demo/rpc";
import { begin } from "../src/engine/program/work";
import { advance } from "../src/engine/timeline/advance";
import { benchEnv, benchProgram } from "./in-memory";
import { fill, openProgram } from "./program";
import { customers, partners, rulesOf, transactions, triggers } from "./rows";

const ROWS = 10_000;
const TRIGGERS = 20;

/** Judging a backlog of 10,000 transactions by 20 triggers, against the idle run and against plain JSONPath rules. */
export async function backlog() {
  const bench = await openProgram();
  const { host, rpc } = bench;
  fill(bench, {
    partners: partners(40),
    customers: customers(400, 40),
    triggers: triggers(TRIGGERS),
  });
  await host.clock.advanceTo("2026-01-25");
  await answer(rpc("run", { kind: "by hand" }));
  await answer(rpc("run", { kind: "by hand" }));
  const idle = host.usage().last;
  fill(bench, { transactions: transactions(ROWS, 400) });
  const { counts } = await answer(rpc("run", { kind: "by hand" }));
  const judged = host.usage().last;
  const judgeMs = judging();
  const plainMs = await plainJsonPath();
  return {
    events: counts.judged,
    rewards: counts.rewards,
    idleRoundTrips: idle.roundTrips,
    roundTrips: judged.roundTrips,
    runMs: Math.round(judged.ms),
    judgingMs: Math.round(judgeMs),
    plainJsonPathMs: Math.round(plainMs),
    timesFasterThanPlain: Number((plainMs / judgeMs).toFixed(2)),
  };
}

/** The same backlog judged by our engine, without the sheets: facts, rules, amounts, limits, explanations and rewards. */
function judging(): number {
  const program = benchProgram({
    partners: partners(40),
    customers: customers(400, 40),
    triggers: triggers(TRIGGERS),
    transactions: transactions(ROWS, 400),
  });
  const began = performance.now();
  const work = begin(program);
  const { judged } = advance(work, benchEnv.today, benchEnv, { run: "bench" }).counts;
  const took = performance.now() - began;
  if (judged < ROWS) throw new Error(`${judged} of ${ROWS} events were judged`);
  return took;
}

/** The same rules and rows through json-rules-engine as its readme shows it: one engine, JSONPath paths. */
async function plainJsonPath(): Promise<number> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (let i = 0; i < TRIGGERS; i++) {
    const all = rulesOf(i).all.map(({ fact, operator, value }) => {
      const [root = "", name = ""] = fact.split(".");
      return { fact: root, path: `$.${name}`, operator, value };
    });
    engine.addRule({ conditions: { all }, event: { type: `trg_${i}` } });
  }
  const byCustomer = new Map(customers(400, 40).map((each) => [each.key, each]));
  const byPartner = new Map(partners(40).map((each) => [each.key, each]));
  const began = performance.now();
  for (const sale of transactions(ROWS, 400)) {
    const customer = byCustomer.get(sale.customer);
    const partner = byPartner.get(customer?.partner ?? "");
    await engine.run({
      transaction: { Amount: sale.amount },
      customer: { Plan: customer?.Plan },
      partner: { Group: partner?.group },
    });
  }
  return performance.now() - began;
}

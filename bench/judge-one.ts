import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { Engine } from "json-rules-engine";
import { cpuMs } from "./cpu-ms";
import type * as Ours from "./judge-ours";
import { customers, EVENTS, partners, transactions } from "./rows";

const ROUNDS = 5;

const rule = (least: number) => ({
  all: [
    { fact: "transaction.Amount", operator: "greaterThanInclusive", value: least },
    { fact: "customer.Plan", operator: "notEqual", value: "Free" },
    { fact: "partner.Group", operator: "in", value: ["Gold", "Standard"] },
  ],
});
type Rule = ReturnType<typeof rule>;

/**
 * One event × one rule of three conditions, through our path and through json-rules-engine as its readme shows
 * it, with JSONPath paths: where the rule holds, where it fails, and where it holds on one event in twenty.
 */
export async function judgeOne() {
  const ours = await asShipped();
  return {
    holds: await compare(ours, rule(0)),
    fails: await compare(ours, rule(1_000_000)),
    holdsOnOneInTwenty: await compare(ours, rule(485)),
  };
}

/** Our path as the bundle has it: with the small stand-ins for what json-rules-engine depends on. */
async function asShipped(): Promise<typeof Ours> {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const { common } = await import(pathToFileURL(join(root, "scripts/build-bundle.mjs")).href);
  const outfile = join(root, "build/judge-ours.mjs");
  const entryPoints = [join(root, "bench/judge-ours.ts")];
  await build({ ...common, entryPoints, outfile, write: true, define: {}, format: "esm" });
  const ours = (await import(pathToFileURL(outfile).href)) as typeof Ours;
  await rm(outfile);
  return ours;
}

async function compare({ ourPath }: typeof Ours, rules: Rule) {
  const times: [number[], number[]] = [[], []];
  // By turns, so that whatever else the machine does falls on both alike.
  for (let round = 0; round < ROUNDS; round++) {
    const [ours, plain] = [ourPath(rules), await plainJsonPath(rules)];
    if (ours.held !== plain.held) throw new Error(`${ours.held} held, plainly ${plain.held}`);
    times[0].push(ours.ms);
    times[1].push(plain.ms);
  }
  const [ours, plain] = times.map((each) => Math.min(...each)) as [number, number];
  const perEvent = (ms: number) => Number(((ms * 1_000) / EVENTS).toFixed(2));
  return {
    microseconds: perEvent(ours),
    plainMicroseconds: perEvent(plain),
    ratio: Number((ours / plain).toFixed(3)),
  };
}

async function plainJsonPath({ all }: Rule) {
  const engine = new Engine([], { allowUndefinedFacts: true });
  const conditions = all.map(({ fact, operator, value }) => {
    const [root = "", name = ""] = fact.split(".");
    return { fact: root, path: `$.${name}`, operator, value };
  });
  engine.addRule({ conditions: { all: conditions }, event: { type: "holds" } });
  const byCustomer = new Map(customers(400, 40).map((each) => [each.key, each]));
  const byPartner = new Map(partners(40).map((each) => [each.key, each]));
  const sales = transactions(EVENTS, 400);
  let held = 0;
  const began = cpuMs();
  for (const sale of sales) {
    const customer = byCustomer.get(sale.customer);
    const { results } = await engine.run({
      transaction: { Amount: sale.amount },
      customer: { Plan: customer?.Plan },
      partner: { Group: byPartner.get(customer?.partner ?? "")?.group },
    });
    held += results.length;
  }
  return { held, ms: cpuMs() - began };
}

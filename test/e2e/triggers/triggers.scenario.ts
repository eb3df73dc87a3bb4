import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Driver } from "../../../host";
import { openHost } from "../../../host";
import { cellWords } from "../../../src/engine/kernel/cell-words";
import type { Sentence } from "../../../src/engine/kernel/message";
import { keepsProgram } from "../../support/keeps-program";
import { ask } from "../../support/small-program";
import { worded } from "../../support/worded";

type Json = Readonly<Record<string, unknown>>;
const call = async (host: Driver, name: string, input: Json) =>
  (await ask(host, name, input)) as Json;
/** The code of a refusal, and its problems as "column: message". */
async function refused(host: Driver, name: string, input: Json): Promise<readonly string[]> {
  const reply = (await host.rpc(name, input as never)) as {
    readonly error?: {
      readonly code: string;
      readonly problems?: readonly {
        readonly at: { readonly column?: string };
        message: Sentence;
      }[];
    };
  };
  const { code = "not refused", problems = [] } = reply.error ?? {};
  return [code, ...problems.map(({ at, message }) => `${at.column}: ${cellWords(message)}`)];
}
const run = (host: Driver) => ask(host, "run", { kind: "by hand" });
const rewards = (host: Driver) =>
  host
    .rows("Rewards")
    .filter(({ Key }) => Key !== "")
    .map(({ Key, Amount }) => `${Key} ${Amount}`);
const triggerRows = (host: Driver) => host.rows("Triggers").filter(({ Key }) => Key !== "");

const folder = mkdtempSync(join(tmpdir(), "triggers-"));

async function open(name: string, timeZone = "UTC"): Promise<Driver> {
  const file = join(folder, `${name}.json`);
  const host = await openHost({ keepsProgram, file, now: "2026-03-10", timeZone });
  await ask(host, "set-up", {});
  host.append("Partners", [{ Key: "ann", Name: "Ann" }]);
  host.append("Customers", [
    { Key: "acme", Name: "Acme", Partner: "ann", "Created on": "2026-03-10" },
  ]);
  return host;
}

async function main(): Promise<Json> {
  const host = await open("first", "Asia/Tokyo");
  const form = {
    kind: "group",
    match: "all",
    items: [
      {
        kind: "condition",
        fact: "transaction.Amount",
        operator: "greaterThanInclusive",
        value: 100,
      },
    ],
  };
  const drip = {
    name: "Monthly",
    state: "active",
    event: "transaction created",
    action: "start a drip",
    amount: 20,
    cycle: 1,
    cycleUnit: "months",
    occurrences: 12,
    form: JSON.stringify(form),
  };

  const described = await call(host, "describe-trigger", { draft: JSON.stringify(drip) });
  const before = triggerRows(host).length;
  const made = await call(host, "save-trigger", drip);
  const [row] = triggerRows(host);
  host.append("Transactions", [
    { Key: "T1", Customer: "acme", Date: "2026-03-10", Amount: 100, Currency: "USD" },
    { Key: "T2", Customer: "acme", Date: "2026-03-10", Amount: 99, Currency: "USD" },
  ]);
  await run(host);
  const opened = await call(host, "describe-trigger", { trigger: made.trigger as string });
  const changed = await call(host, "save-trigger", {
    ...(opened.values as Json),
    trigger: made.trigger,
    amount: 30,
  });
  const overlapping = await call(host, "save-trigger", {
    name: "All",
    state: "active",
    event: "transaction created",
    action: "grant a reward",
    percent: "10",
  });
  await run(host);
  await host.clock.advanceTo("2026-04-12");

  const typed =
    '{ "all": [ { "any": [ { "all": [ { "any": [ { "all": [ { "any": [\n' +
    '{ "fact": "transaction.Amount", "operator": "lessThan", "value": 50 } ] } ] } ] } ] } ] } ] }';
  host.append("Triggers", [
    {
      Key: "deep",
      Name: "Deep",
      State: "active",
      Event: "transaction created",
      Action: "grant a reward",
      Amount: 1,
      Rules: typed,
    },
    {
      Key: "broken",
      Name: "Broken",
      State: "active",
      Event: "transaction created",
      Action: "grant a reward",
      Amount: 1,
      Rules: '{"all":',
    },
  ]);
  host.append("Transactions", [
    { Key: "T3", Customer: "acme", Date: "2026-04-12", Amount: 40, Currency: "USD" },
  ]);
  await run(host);
  const deep = await call(host, "describe-trigger", { trigger: "deep" });
  const listed = await call(host, "list-triggers", {});
  const facts = await call(host, "list-facts", { event: "transaction created" });

  const exported = await call(host, "export-triggers", {});
  const good = { ...JSON.parse(exported.file as string) };
  good.triggers = good.triggers.filter(({ key }: { key: string }) => key !== "broken");
  const other = await open("second");
  const allOrNothing = await refused(other, "import-triggers", {
    file: exported.file,
    confirmed: true,
  });
  const afterRefusal = triggerRows(other).length;
  const imported = await call(other, "import-triggers", {
    file: JSON.stringify(good),
    keepStates: true,
    confirmed: true,
  });
  const terms = (each: Driver) =>
    triggerRows(each)
      .filter(({ Key }) => Key !== "broken")
      .map(({ Key, Name, State, Amount, Percent, Rules }) =>
        [Key, Name, State, Amount, Percent, Rules].join(" | "),
      )
      .sort();

  const bad = {
    ...drip,
    form: undefined,
    rules: '{"all":[{"fact":"customer.Nam","operator":"equal","value":"x"}]}',
    occurrences: 2,
  };
  const outcome = {
    described: { sentence: described.sentence, total: (described.preview as Json).total },
    written: before,
    row: { Rules: row?.Rules, Order: row?.Order, Version: row?.Version },
    changed: { version: changed.version, keepOldTerms: changed.keepOldTerms },
    overlaps: (overlapping.overlaps as readonly Json[]).map(({ name }) => name),
    rewards: rewards(host),
    trigger: made.trigger,
    deep: {
      form: ((deep.rules as Json).form as Json).kind,
      acts: rewards(host).includes("T3/deep 1"),
    },
    listed: (listed.rows as readonly Json[]).map(({ name, problems }) => `${name}: ${problems}`),
    gallery: (listed.gallery as readonly Json[]).length,
    facts: (facts.facts as readonly Json[]).length,
    allOrNothing,
    afterRefusal,
    imported,
    terms: [terms(host), terms(other)],
    refused: await refused(host, "save-trigger", bad),
    activity: host
      .rows("Activity")
      .map(({ What }) => String(What))
      .filter((what) => /trigger/.test(what)),
  };
  await host.close();
  await other.close();
  return outcome;
}

main()
  .then((outcome) => console.log(JSON.stringify(worded(outcome))))
  .finally(() => rmSync(folder, { recursive: true, force: true }));

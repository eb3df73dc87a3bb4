import { openHost } from "../../../host";
import { keepsProgram } from "../../support/keeps-program";
import { ask } from "../../support/small-program";
import { worded } from "../../support/worded";

type Json = Readonly<Record<string, unknown>>;

const rule = (least: number) =>
  JSON.stringify({
    all: [{ fact: "transaction.Amount", operator: "greaterThanInclusive", value: least }],
  });
const draft = JSON.stringify({
  name: "Draft",
  event: "transaction created",
  action: "grant a reward",
  percent: "10",
  rules: rule(100),
});

/** A team asks what a draft would do before it does it, and why things came as they did. */
async function main(): Promise<Json> {
  const host = await openHost({ keepsProgram, now: "2026-03-01", timeZone: "Asia/Tokyo" });
  const call = async (name: string, input: Json) => (await ask(host, name, input)) as Json;
  await call("set-up", {});
  host.append("Partners", [
    { Key: "ann", Name: "Ann" },
    { Key: "bob", Name: "Bob" },
  ]);
  host.append("Customers", [
    { Key: "acme", Name: "Acme", Partner: "ann", "Created on": "2026-03-01" },
    { Key: "bolt", Name: "Bolt", Partner: "bob", "Created on": "2026-03-01" },
  ]);
  host.append("Triggers", [
    {
      Key: "rate",
      Name: "Rate",
      State: "active",
      Event: "transaction created",
      Action: "grant a reward",
      Percent: "20",
      Rules: rule(150),
    },
  ]);
  host.append("Transactions", [
    { Key: "T1", Customer: "acme", Date: "2026-03-01", Amount: 120 },
    { Key: "T2", Customer: "bolt", Date: "2026-03-01", Amount: 300 },
    { Key: "T3", Customer: "acme", Date: "2026-03-01", Amount: 20 },
  ]);
  await call("run", { kind: "by hand" });
  const sheets = () => JSON.stringify(host.sheetNames().map((name) => host.rows(name)));
  const before = sheets();

  const tried = [
    await call("try-trigger", { draft, event: "T1" }),
    await call("try-trigger", { draft, event: "T3" }),
  ];
  const tested = await call("backtest-trigger", { draft });
  const { cellsWritten } = host.usage().last;
  const explained = [
    await call("explain-event", { event: "T1" }),
    await call("explain-reward", { reward: "T2/rate" }),
  ];
  const unchanged = sheets() === before;

  host.type("Triggers", { Key: "rate" }, "Rules", rule(100));
  await call("run", { kind: "by hand" });
  const preview = await call("judge-again", { events: ["T1", "T2"] });
  const rewardsBefore = host.rows("Rewards").length;
  const done = await call("judge-again", {
    events: ["T1", "T2"],
    confirmed: "yes",
    reason: "asked",
  });
  const outcome = {
    tried,
    tested,
    explained,
    unchanged,
    cellsWritten,
    preview,
    done,
    madeByPreview: rewardsBefore - 1,
    rewards: host.rows("Rewards").map(({ Key, Amount, Status }) => `${Key} ${Amount} ${Status}`),
    activity: host
      .rows("Activity")
      .map(({ What, Why }) => `${What} | ${Why}`)
      .pop(),
  };
  await host.close();
  return outcome;
}

main().then((outcome) => console.log(JSON.stringify(worded(outcome))));

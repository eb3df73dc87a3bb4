import { openHost } from "../../../host";
import { keepsProgram } from "../../support/keeps-program";
import { ask } from "../../support/small-program";

type Json = Readonly<Record<string, unknown>>;

/** The examples of sets and limits of LIMIT-1 to LIMIT-9, typed into cells and run through the bundle. */
async function main(): Promise<Json> {
  const host = await openHost({ keepsProgram, now: "2026-03-01", timeZone: "America/New_York" });
  const run = () => ask(host, "run", { kind: "by hand" });
  const sale = (Key: string, Customer: string, Amount: number) => ({
    Key,
    Customer,
    Date: "2026-03-01",
    Amount,
  });
  const rewards = (of: string) =>
    host
      .rows("Rewards")
      .filter(({ Transaction }) => String(Transaction).startsWith(of))
      .map(({ Key, Amount, Status }) => `${Key} ${Amount} ${Status}`)
      .sort();
  await ask(host, "set-up", {});
  host.append("Partners", [
    { Key: "ann", Name: "Ann" },
    { Key: "bob", Name: "Bob", Group: "Capped" },
  ]);
  host.append("Customers", [
    { Key: "acme", Name: "Acme", Partner: "ann", "Created on": "2026-03-01" },
    { Key: "bolt", Name: "Bolt", Partner: "bob", "Created on": "2026-03-01" },
  ]);
  const capped = (operator: string) =>
    JSON.stringify({ all: [{ fact: "partner.Group", operator, value: "Capped" }] });
  const always = { State: "active", Event: "transaction created", Action: "grant a reward" };
  host.append("Triggers", [
    {
      ...always,
      Key: "first",
      Name: "First 3",
      Percent: "20",
      Set: "rate",
      Order: 1,
      "First n events": 3,
      Rules: JSON.stringify({ not: JSON.parse(capped("equal")) }),
    },
    {
      ...always,
      Key: "later",
      Name: "Later",
      Percent: "10",
      Set: "rate",
      Order: 2,
      Rules: JSON.stringify({ not: JSON.parse(capped("equal")) }),
    },
    {
      ...always,
      Key: "cap",
      Name: "Capped",
      Percent: "10",
      Order: 3,
      "Limit per partner and month": 100,
      Rules: capped("equal"),
    },
  ]);
  host.append(
    "Transactions",
    [1, 2, 3, 4].map((n) => sale(`A${n}`, "acme", 100)),
  );
  host.append("Transactions", [sale("B1", "bolt", 800), sale("B2", "bolt", 400)]);
  await run();
  const [set, cap] = [rewards("A"), rewards("B")];
  const said = host.rows("Transactions").find(({ Key }) => Key === "B2")?.Outcome;
  await ask(host, "set-reward-status", { rewards: ["B1/cap"], status: "declined", reason: "test" });
  host.append("Transactions", [sale("B3", "bolt", 900)]);
  await run();
  const freed = rewards("B");
  await host.close();
  return { set, cap, said, freed };
}

main().then((outcome) => console.log(JSON.stringify(outcome)));

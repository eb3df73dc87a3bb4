import { ask, type Life, type Row, rowsOf, someRow } from "../life";
import { triggerPool } from "../trigger-pool";
import type { Acts } from "./act";

/** The form's fields by the header of the cell that each comes from and goes to. */
const fields: Readonly<Record<string, string>> = {
  Name: "name",
  State: "state",
  Order: "order",
  Event: "event",
  Rules: "rules",
  Action: "action",
  Currency: "currency",
  Amount: "amount",
  Percent: "percent",
  Mode: "mode",
  Delay: "delay",
  "Delay unit": "delayUnit",
  Cycle: "cycle",
  "Cycle unit": "cycleUnit",
  Occurrences: "occurrences",
  Group: "group",
  Set: "set",
  "First n events": "firstEvents",
  "First n of partner": "firstOfPartner",
  "Within months": "withinMonths",
  "Limit per reward": "limitPerReward",
  "Limit per customer": "limitPerCustomer",
  "Limit per partner and month": "limitPerMonth",
  "Limit currency": "limitCurrency",
};

/** What the sidebar's form sends for such a row. */
const formOf = (row: Row): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([header, id]) =>
      row[header] === undefined || row[header] === "" ? [] : [[id, row[header]]],
    ),
  );

const changes = ["terms", "limit", "cycle", "dates", "name"] as const;

/** Changes a trigger in its form: running drips keep their terms. */
function saveTrigger(life: Life): unknown {
  const { dice, today } = life;
  const trigger = someRow(life, "Triggers", () => true);
  if (!trigger) return;
  const form = formOf(trigger);
  switch (dice.of(changes)) {
    case "terms":
      if (form.percent !== undefined) form.percent = String(1 + dice.below(250) / 10);
      else if (form.amount !== undefined) form.amount = 1 + dice.below(60);
      break;
    case "limit":
      Object.assign(form, { limitPerReward: 5 + dice.below(40), limitCurrency: "USD" });
      break;
    case "cycle":
      if (form.cycle !== undefined) form.cycle = 1 + dice.below(3);
      break;
    case "dates":
      form.from = today;
      break;
    default:
      form.name = `Renamed ${++life.count}`;
  }
  return ask(life, "save-trigger", { trigger: trigger.Key, ...form });
}

/** Writes one more trigger of the pool, under a key that the program gives; never too many. */
function newTrigger(life: Life): unknown {
  const { dice } = life;
  if (rowsOf(life, "Triggers").length >= 18) return;
  const { Key: name, ...terms } = dice.of(triggerPool);
  const state = dice.of(["active", "draft", "paused"]);
  return ask(life, "save-trigger", { ...formOf(terms as Row), name, state });
}

function moveTrigger(life: Life): unknown {
  const { dice } = life;
  const trigger = someRow(life, "Triggers", () => true);
  return trigger && ask(life, "move-trigger", { trigger: trigger.Key, place: 1 + dice.below(9) });
}

/** Takes out all triggers and brings them in again, as they were then. */
async function transfer(life: Life): Promise<void> {
  const { dice } = life;
  const reply = await ask(life, "export-triggers", {});
  if (!reply.ok) return;
  const { file } = reply.output as { readonly file: string };
  const keepStates = dice.chance(0.5);
  await ask(life, "import-triggers", { file, keepStates, confirmed: dice.chance(0.8) });
}

/** Looks what a trigger would have made, or what it says of one row: nothing may change by it. */
function look(life: Life): unknown {
  const { dice } = life;
  const trigger = someRow(life, "Triggers", () => true);
  const sale = someRow(life, "Transactions", () => true);
  if (!trigger || !sale) return;
  return dice.chance(0.5)
    ? ask(life, "backtest-trigger", { trigger: trigger.Key })
    : ask(life, "try-trigger", { trigger: trigger.Key, event: sale.Key });
}

/** What people do with triggers in the sidebar. */
export const triggerActs: Acts = [
  [3, saveTrigger],
  [2, newTrigger],
  [1, moveTrigger],
  [1, transfer],
  [1, look],
];

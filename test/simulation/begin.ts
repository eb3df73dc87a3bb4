import { openHost } from "../../host";
import { keepsProgram } from "../support/keeps-program";
import { type Dice, dice } from "./dice";
import { ask, type Life } from "./life";
import { addActions, addCustomers, addPartners } from "./people-type";
import { triggerPool } from "./trigger-pool";

export const zones = ["UTC", "America/New_York", "Pacific/Auckland", "Africa/Cairo"] as const;

export const locales = ["en_US", "en_GB", "de_DE", "fr_CH", "ja_JP"] as const;
/** File → Settings → Locale. */
export function setLocale({ host: { workbook } }: Life, locale: string): void {
  workbook.locale = locale;
  workbook.version++;
}

/** The columns of the team's own, in which nobody else may write. */
export const MARK = "Our mark";
const own: Readonly<Record<string, readonly string[]>> = {
  Partners: [MARK],
  Customers: [MARK, "Plan"],
  Transactions: [MARK, "Region"],
  Actions: [MARK],
  Rewards: ["Our note"],
  Drips: ["Our note"],
  Payouts: ["Our note"],
  Invoices: ["Our note"],
};

/** Sets a program up on a day of January: partners, customers, triggers and settings as the seed has them. */
export async function begin(
  seed: number,
  triggers: typeof triggerPool = drawnTriggers(dice(seed).fork("triggers")),
  dist?: string,
): Promise<Life> {
  const random = dice(seed);
  const today = `2026-01-${10 + random.below(10)}`;
  const chance = random.fork("uuid");
  const eight = () =>
    chance
      .below(2 ** 32)
      .toString(16)
      .padStart(8, "0");
  const host = await openHost({
    keepsProgram,
    ...(dist === undefined ? {} : { dist }),
    now: today,
    timeZone: random.of(zones),
    user: "me@team.example",
    owner: "owner@team.example",
    uuid: () => `${eight()}-${eight()}${eight()}${eight()}`,
  });
  const life: Life = {
    host,
    dice: random,
    tally: { executions: 0, kills: 0, faults: 0, oddities: {}, acts: {} },
    typed: new Map(),
    notes: new Map(),
    paid: new Map(),
    wrong: new Map(),
    refused: { call: "", columns: new Set() },
    versions: [],
    lost: new Set(),
    renumbered: new Set(),
    outrages: [],
    isTabBroken: false,
    moved: undefined,
    today,
    count: 0,
  };
  await ask(life, "set-up", {});
  for (const [tab, headers] of Object.entries(own)) {
    for (const header of headers) host.addColumn(tab, header);
  }
  setUpSettings(life, random);
  addPartners(life, 3 + random.below(3));
  addCustomers(life, 4);
  addActions(life, 1);
  host.append(
    "Triggers",
    triggers.map((trigger, i) => ({ ...trigger, Name: trigger.Key, Order: i + 1 })) as never,
  );
  return life;
}

function setUpSettings({ host }: Life, random: Dice): void {
  const set = (key: string, value: string | number) =>
    host.type("Settings", { Key: key }, "Value", value);
  if (random.chance(0.3)) set("rounding", "half to even");
  if (random.chance(0.3)) set("silence approves", "no");
  if (random.chance(0.6)) set("minimum payout", "USD 30, EUR 25, KWD 4");
  if (random.chance(0.3)) set("review ends on day", 3 + random.below(8));
  if (random.chance(0.5)) set("late event after days", 20 + random.below(200));
}

const drawnTriggers = (random: Dice): typeof triggerPool =>
  triggerPool.filter(() => random.chance(0.6));

import { addScheduleOf } from "../support/add-schedule";
import { type Act, type Acts, drawAct } from "./acts/act";
import { cellActs } from "./acts/cells";
import { dripActs } from "./acts/drips";
import { habitActs } from "./acts/habits";
import { renameHeader } from "./acts/headers";
import { keyActs, putKeysBack } from "./acts/keys";
import { moneyActs } from "./acts/money";
import { officeActs } from "./acts/office";
import { recordingActs } from "./acts/recording";
import { recordActs } from "./acts/records";
import { allow, isRefused, refusalActs } from "./acts/refusals";
import { rowActs } from "./acts/rows";
import { sidebarActs } from "./acts/sidebar";
import { loseTab } from "./acts/tabs";
import { triggerActs } from "./acts/triggers";
import { versionActs } from "./acts/versions";
import { begin, locales, setLocale, zones } from "./begin";
import { dayIn, monthOf, plusDays, plusMonths } from "./calendar";
import { watchCarried } from "./carried";
import { copyFile } from "./copy-file";
import { underFault } from "./faults";
import { firstChange } from "./first-change";
import { heal } from "./heal";
import { audit } from "./ledger";
import { ask, count, type Life, type Tally } from "./life";
import type { triggerPool } from "./trigger-pool";
import { watch } from "./watch";

/** What one life came to. `broken` is empty, or says in which month what did not hold. */
export interface Outcome extends Tally {
  readonly seed: number;
  readonly months: number;
  readonly rewards: number;
  readonly broken: readonly string[];
}

interface How {
  /** The text whose rows are told of on the way. */
  readonly watched?: string;
  /** These triggers, not some of the pool that the seed draws. */
  readonly triggers?: typeof triggerPool;
  /** Done every few days, beside what is drawn. */
  readonly often?: Act | undefined;
  /** The folder of another program than dist/. */
  readonly dist?: string;
}

/**
 * Lives through the months that a seed has in store, and checks the sheets after each of them. Tells on the way what
 * becomes of the rows in which the watched text stands.
 */
export async function live(
  seed: number,
  months: number,
  { watched = "", triggers, dist, often }: How = {},
): Promise<Outcome> {
  const life = await begin(seed, triggers, dist);
  if (watched !== "") watch(life, watched, (line) => process.stdout.write(`${line}\n`));
  const first = monthOf(life.today);
  const outcome = (lived: number, broken: readonly string[]): Outcome => ({
    seed,
    months: lived,
    rewards: life.host.rows("Rewards").length,
    broken,
    ...life.tally,
    executions: life.tally.executions + life.host.executions().length,
  });
  for (let lived = 1; lived <= months; lived++) {
    const month = plusMonths(first, lived - 1);
    const isLast = lived === months;
    let broken: readonly string[];
    try {
      const found = await liveMonth(
        life,
        dayIn(plusMonths(month, 1), 1 + life.dice.below(3)),
        often,
      );
      const stays = !isLast && isRefused(life) && life.dice.chance(0.5);
      if (stays) count(life, "still refused at the end of a month");
      broken = [...found, ...(stays ? [] : await settle(life))];
    } catch (thrown) {
      broken = [String((thrown as Error).stack)];
    }
    if (broken.length > 0)
      return outcome(
        lived,
        broken.map((what) => `${month}: ${what}`),
      );
  }
  return outcome(months, []);
}

/**
 * Days pass, a few at once; people come by, and mostly a run does. Ends on the given day. Says what did not hold on
 * the way.
 */
async function liveMonth(life: Life, last: string, often?: Act): Promise<readonly string[]> {
  const { dice } = life;
  const broken: string[] = [];
  while (life.today < last) {
    for (let i = dice.below(4); i > 0; i--) await drawAct(life, recordActs)(life);
    for (let i = dice.below(3); i > 0; i--) await drawAct(life, cellActs)(life);
    for (let i = dice.below(4); i > 0; i--) await act(life);
    if (dice.chance(0.1)) await drawAct(life, rowActs)(life);
    if (dice.chance(0.5)) await drawAct(life, oddities)(life);
    await often?.(life);
    if (dice.chance(0.6)) await run(life);
    if (dice.chance(0.01)) life.host.setTimeZone(dice.of(zones));
    if (dice.chance(0.02)) setLocale(life, dice.of(locales));
    if (dice.chance(0.02)) broken.push(...(await copyFile(life)));
    const next = plusDays(life.today, 2 + dice.below(12));
    await pass(life, next < last ? next : last);
  }
  return broken;
}

/** What goes wrong in a spreadsheet that is not the program's alone. */
const oddities: Acts = [
  ...habitActs,
  ...refusalActs,
  ...keyActs,
  ...versionActs,
  [3, renameHeader],
  [2, loseTab],
];

const sidebar = [
  ...sidebarActs,
  ...dripActs,
  ...moneyActs,
  ...recordingActs,
  ...officeActs,
  ...triggerActs,
];

const act = async (life: Life): Promise<void> => {
  const work = async () => drawAct(life, sidebar)(life);
  const isHard = life.dice.chance(0.15);
  await watchCarried(life, () => (isHard ? underFault(life, work) : work()));
};

async function run(life: Life): Promise<void> {
  const { dice } = life;
  const work = async () => {
    if (dice.chance(0.5)) await ask(life, "run", { kind: dice.of(["by hand", "catch-up"]) });
    else await runByClock(life, dice.of(["onDaily", "onMonthly"]));
  };
  const isHard = dice.chance(0.35);
  await watchCarried(life, () => (isHard ? underFault(life, work) : work()));
  if (dice.chance(0.15)) await work();
}

/** A run that can't even save its journal fails, so that Google mails about it (REFUSAL-1f). */
async function runByClock({ host, refused }: Life, name: string): Promise<void> {
  try {
    addScheduleOf(host, host.state.user, name);
    await host.fire(name);
  } catch (thrown) {
    const isRefused = refused.call !== "" && (thrown as Error).message.includes("Google refused");
    if (!isRefused) throw thrown;
  }
}

/** Time passes; now and then a schedule runs each night, mostly nobody has one. */
async function pass(life: Life, until: string): Promise<void> {
  const { dice, host } = life;
  const isScheduled = dice.chance(0.1);
  if (isScheduled) await ask(life, "install-schedule", {});
  await host.clock.advanceTo(until);
  host.workbook.extras.triggers = [];
  life.today = until;
}

/** All tabs but Activity. What a run put back it reports, and the run after it clears that: `Problems` and notes are left out. */
const everything = ({ host }: Life): string =>
  JSON.stringify(
    host
      .sheetNames()
      .filter((name) => name !== "Activity" && !name.startsWith("_"))
      .map((name) => [name, host.rows(name).map(({ Problems: _, ...row }) => row)]),
  );

/** A run to the end, and a second one that must change nothing; then the books are checked. */
async function settle(life: Life): Promise<readonly string[]> {
  life.host.type("Settings", { Key: "paused" }, "Value", "no");
  allow(life);
  await putKeysBack(life);
  for (const putRight of life.wrong.values()) putRight();
  life.wrong.clear();
  // A journal that could not be finished twice is set aside, until somebody says so (REFUSAL-1d).
  await ask(life, "settle-refused", { choice: "try again" });
  await ask(life, "run", { kind: "by hand" });
  const ailments = await heal(life);
  const broken = [...life.outrages.splice(0), ...(await audit(life)), ...ailments];
  const before = everything(life);
  await ask(life, "run", { kind: "by hand" });
  const after = everything(life);
  if (after !== before)
    broken.push(`a second run right after changed ${firstChange(before, after)}`);
  return broken;
}

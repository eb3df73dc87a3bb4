import { kill, refuse } from "../../host";
import { drawAct } from "./acts/act";
import { cellActs } from "./acts/cells";
import { goBackTo, versionOf } from "./acts/versions";
import { locales, setLocale, zones } from "./begin";
import { renameInMidRun } from "./headers";
import { ask, count, type Life, type Version } from "./life";
import { onCalls } from "./on-calls";
import { deleteTab, tabs } from "./tabs";

/** An execution passes so many service calls at most before what is planned for it happens. */
const WITHIN = 70;
/** Calls that change something: one of them is refused, or all of its name from then on. */
const changing = /\.(set|insert|delete|clear|append|hide|protect|create|send|remove|flush)/i;

const kinds = [
  "killed",
  "killed",
  "killed",
  "second call",
  "people",
  "refused once",
  "refused on",
  "zone",
  "locale",
  "header",
  "tab",
  "version",
] as const;
type Kind = (typeof kinds)[number];

/**
 * Does the work under a fault: killed at a service call, a second call while it holds the lock, one call refused, or all of
 * its name; or meanwhile people are at work, change zone or locale, type over a header, delete a tab or restore a version.
 */
export async function underFault(
  life: Life,
  work: () => Promise<unknown>,
  among: readonly Kind[] = kinds,
): Promise<void> {
  const { dice, host, tally } = life;
  const at = 1 + dice.below(WITHIN);
  const kind = dice.of(among);
  const arrived = dice.of(["none", "some", "all"] as const);
  const version = kind === "version" ? aVersion(life) : undefined;
  let isDone = false;
  let refused = "";
  let putRight: (() => unknown) | undefined;
  const seconds: Promise<unknown>[] = [];
  onCalls(life, (call, number) => {
    if (call === refused) throw refuse("No.");
    const isWanted = kind.startsWith("refused")
      ? number >= at && changing.test(call)
      : number === at;
    if (isDone || !isWanted) return;
    isDone = true;
    switch (kind) {
      case "killed":
        throw kill(arrived);
      case "second call":
        seconds.push(host.rpc("run", { kind: "by hand" }));
        return;
      case "people":
        drawAct(life, cellActs)(life);
        return;
      case "refused on":
        refused = call;
        throw refuse("No.");
      case "refused once":
        throw refuse("No.");
      case "header":
        putRight = renameInMidRun(life);
        return;
      case "tab":
        putRight = deleteTab(life, dice.of(tabs));
        return;
      case "version":
        putRight = version && restoreInMidRun(life, version);
        return;
      case "locale":
        setLocale(life, dice.of(locales));
        return;
      case "zone":
        host.setTimeZone(dice.of(zones));
        return;
      default:
        kind satisfies never;
    }
  });
  try {
    await work();
  } catch (thrown) {
    const isExpected =
      isDone && (kind === "killed" || isOfRefusal(kind, thrown) || isOfTab(kind, thrown));
    if (!isExpected) throw thrown;
  } finally {
    onCalls(life, undefined);
  }
  await Promise.all(seconds);
  await putRight?.();
  if (!isDone) return;
  if (kind === "killed") tally.kills++;
  else {
    tally.faults++;
    count(life, `${kind} in mid-run`);
  }
}

/**
 * Goes back to a version while an execution writes, and once more after that, since rows of both are in the sheets now: until
 * then all calls answer, and what left the house stays known.
 */
function restoreInMidRun(life: Life, version: Version): () => Promise<void> {
  goBackTo(life, version);
  return async () => {
    await ask(life, "run", { kind: "by hand" });
    goBackTo(life, version);
  };
}

/** An earlier version, or that before this execution. */
const aVersion = (life: Life): Version =>
  life.dice.chance(0.5) && life.versions.length > 0 ? life.dice.of(life.versions) : versionOf(life);

/** A run by the clock is refused where a header or a tab is missing, as any other is. */
const isOfTab = (kind: Kind, thrown: unknown): boolean =>
  (kind === "header" || kind === "tab") && /header|tab/i.test((thrown as Error).message);

/** A run by the clock that could not even save its journal fails, so that Google mails about it (REFUSAL-1f). */
function isOfRefusal(kind: Kind, thrown: unknown): boolean {
  const { message } = thrown as Error;
  return kind.startsWith("refused") && message.includes("No.") && !message.includes("UNEXPECTED");
}

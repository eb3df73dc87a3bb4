import { kill, refuse } from "../../host";
import { drawAct } from "./acts/act";
import { cellActs } from "./acts/cells";
import { zones } from "./begin";
import { renameInMidRun } from "./headers";
import { count, type Life } from "./life";
import { onCalls } from "./on-calls";

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
  "header",
] as const;
type Kind = (typeof kinds)[number];

/**
 * Does the work under a fault: killed at a service call, a second call while it holds the lock, people at work or the time
 * zone changed meanwhile, one call refused, or all of its name.
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
  let isDone = false;
  let refused = "";
  let renamed: (() => unknown) | undefined;
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
        renamed = renameInMidRun(life);
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
      isDone && (kind === "killed" || isOfRefusal(kind, thrown) || isOfHeader(kind, thrown));
    if (!isExpected) throw thrown;
  } finally {
    onCalls(life, undefined);
  }
  await Promise.all(seconds);
  await renamed?.();
  if (!isDone) return;
  if (kind === "killed") tally.kills++;
  else {
    tally.faults++;
    count(life, `${kind} in mid-run`);
  }
}

/** A run by the clock is refused where a header is missing, as any other is. */
const isOfHeader = (kind: Kind, thrown: unknown): boolean =>
  kind === "header" && /header/i.test((thrown as Error).message);

/** A run by the clock that could not even save its journal fails, so that Google mails about it (REFUSAL-1f). */
function isOfRefusal(kind: Kind, thrown: unknown): boolean {
  const { message } = thrown as Error;
  return kind.startsWith("refused") && message.includes("No.") && !message.includes("UNEXPECTED");
}

import { kill } from "../../host";
import { drawAct } from "./acts/act";
import { cellActs } from "./acts/cells";
import type { Life } from "./life";

/** An execution passes so many service calls at most before what is planned for it happens. */
const WITHIN = 70;

/** Does the work under a fault: killed at a service call, a second call while it holds the lock, or people at work meanwhile. */
export async function underFault(life: Life, work: () => Promise<unknown>): Promise<void> {
  const { dice, host, tally } = life;
  const at = 1 + dice.below(WITHIN);
  const kind = dice.of(["killed", "killed", "second call", "people"] as const);
  const arrived = dice.of(["none", "some", "all"] as const);
  let isDone = false;
  const seconds: Promise<unknown>[] = [];
  host.onServiceCall((_: string, number: number) => {
    if (isDone || number !== at) return;
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
      default:
        kind satisfies never;
    }
  });
  try {
    await work();
  } catch (thrown) {
    if (!(isDone && kind === "killed")) throw thrown;
  } finally {
    host.onServiceCall(null);
  }
  await Promise.all(seconds);
  if (!isDone) return;
  if (kind === "killed") tally.kills++;
  else tally.faults++;
}

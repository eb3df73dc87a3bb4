import { ask, tell } from "../e2e/main-job/open-life";
import { type Act, acts, opened, prepare } from "../faults/acts";

/** Reads of cells and notes; all other round trips of an act are commits. */
const READS = ["Range.getValues", "Range.getFormulas", "Range.getNotes"] as const;

await prepare();
const found: Record<string, { commits: number; deletes: number }> = {};
for (const [name, act] of Object.entries(acts) as [string, Act][]) {
  const host = opened(act);
  await ask(host, act.call[0], act.call[1]);
  const { roundTrips, calls } = host.usage().last;
  const reads = READS.reduce((sum, call) => sum + (calls[call] ?? 0), 0);
  found[name] = { commits: roundTrips - reads, deletes: calls["Sheet.deleteRows"] ?? 0 };
}
tell(found);

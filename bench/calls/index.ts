import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readCosts } from "../../host/realm/costs";
import type { Call } from "../../src/engine/contract/contract";
import { idleRun } from "./idle-run";
import { type Costs, costsOf } from "./measure";
import {
  keepMeasured,
  type Measured,
  overBudget,
  readMeasured,
  type Size,
  secondsFor,
  sizes,
} from "./table";
import { liveYear } from "./year";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Measures each call on a program of that size. */
export const measureCalls = async (size: Size, only?: readonly Call[]): Promise<Costs> =>
  costsOf(await liveYear(sizes[size]), only);

const option = (name: string): string | undefined =>
  process.argv.find((each) => each === name || each.startsWith(`${name}=`))?.slice(name.length + 1);

/**
 * What each call of the registry costs on its worst input. `--sizes=small,usual` measures on those programs only (`idle` is the idle run), `--write`
 * keeps it as what is expected, `--calls=home,run` measures those alone beside what is kept. `--costs="…"`, a line of *Check this installation*, tells times by what was measured there.
 */
export async function calls() {
  const line = option("--costs");
  const costs = line === undefined ? undefined : readCosts(line);
  const wanted = option("--sizes")?.split(",") as readonly (Size | "idle")[] | undefined;
  const only = option("--calls")?.split(",") as readonly Call[] | undefined;
  const kept: Measured = await readMeasured(root);
  const measured: { -readonly [S in Size]: Costs } = { ...kept.calls };
  for (const size of (Object.keys(sizes) as Size[]).filter(
    (each) => wanted?.includes(each) ?? true,
  )) {
    process.stdout.write(`  on the ${size} program …\n`);
    const found = await measureCalls(size, only);
    measured[size] = only ? { ...measured[size], ...found } : found;
  }
  const all: Measured = {
    calls: measured,
    idle: wanted?.includes("idle") === false ? kept.idle : await idleRun(),
  };
  if (option("--write") !== undefined) await keepMeasured(root, all);
  const told = (size: Size) =>
    Object.fromEntries(
      Object.entries(measured[size]).map(([call, cost]) => [
        call,
        { ...cost, seconds: Number(secondsFor(cost, costs).toFixed(2)) },
      ]),
    );
  return {
    usual: told("usual"),
    large: told("large"),
    idle: { ...all.idle, seconds: Number(secondsFor(all.idle, costs).toFixed(2)) },
    overBudget: { usual: overBudget(all, "usual"), large: overBudget(all, "large") },
    asKept: JSON.stringify(all) === JSON.stringify(kept),
  };
}

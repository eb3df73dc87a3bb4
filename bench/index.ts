import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { backlog } from "./backlog";
import { backtestDraft } from "./backtest";
import { bundle } from "./bundle";
import { calls } from "./calls";
import { dripRuns } from "./drips";
import { judgeOne } from "./judge-one";
import { linear } from "./linear";
import { pages } from "./pages";
import { roundTrips } from "./round-trips";

/** Each bench gives counts, which are exact, and times, which are compared as ratios within one run. */
const benches = {
  bundle,
  judgeOne,
  linear,
  calls,
  backtest: backtestDraft,
  roundTrips,
  pages,
  drips: dripRuns,
  backlog,
} as const;

/** `npm run bench -- backlog bundle` runs those alone. */
const wanted = process.argv.slice(2).filter((each) => !each.startsWith("--"));
const figures: Record<string, unknown> = {};
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`${name} …\n`);
  figures[name] = await bench();
  process.stdout.write(`${JSON.stringify(figures[name], null, 2)}\n`);
}
await writeFile(
  fileURLToPath(new URL("./bench.json", import.meta.url)),
  `${JSON.stringify(figures, null, 2)}\n`,
);

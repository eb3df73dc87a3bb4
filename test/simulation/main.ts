import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { liveAll, type Order } from "./crew";
import { live, type Outcome } from "./live";

const usage = "npm run simulate -- --seeds 200 --years 3 [--from SEED] [--calls] [--watch TEXT]";

/** As a worker: lives one life for each seed that the parent sends, and answers with what it came to. */
function serve(): void {
  process.on("message", ({ seed, months, watched }: Order) => {
    live(seed, months, { watched }).then((outcome) => process.send?.(outcome));
  });
}

/** Lives through many seeds, and says at the end what was survived; stops at the first broken invariant. */
async function command(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seeds: { type: "string", default: "20" },
      years: { type: "string", default: "3" },
      from: { type: "string", default: "1" },
      calls: { type: "boolean" },
      watch: { type: "string", default: "" },
    },
  });
  const [count, from] = [Number(values.seeds), Number(values.from)];
  const months = Math.round(Number(values.years) * 12);
  if (!(count >= 1 && months >= 1 && Number.isInteger(from))) throw new Error(`Usage: ${usage}`);
  const orders = Array.from({ length: count }, (_, i) => ({
    seed: from + i,
    months,
    watched: values.watch,
  }));
  const began = Date.now();
  const calls = new Map<string, Record<string, number>>();
  const oddities = new Map<string, Record<string, number>>();
  const total = { months: 0, rewards: 0, executions: 0, kills: 0, faults: 0 };
  const isWhole = await liveAll(fileURLToPath(import.meta.url), orders, (outcome) => {
    for (const each of Object.keys(total) as (keyof typeof total)[]) total[each] += outcome[each];
    for (const [call, counts] of Object.entries(outcome.acts)) addTo(calls, call, counts);
    addTo(oddities, "all", outcome.oddities);
    tell(outcome);
  });
  if (values.calls) for (const [call, counts] of calls) say(`  ${call}: ${JSON.stringify(counts)}`);
  const seconds = Math.round((Date.now() - began) / 1000);
  const odd = Object.entries(oddities.get("all") ?? {}).sort(([, a], [, b]) => b - a);
  if (odd.length > 0) say(`Among it: ${odd.map(([what, n]) => `${what} ${n}`).join(", ")}`);
  const { rewards, executions, kills, faults } = total;
  say(
    `${total.months} months, ${rewards} rewards, ${executions} executions, ${kills} kills and ${faults} faults ${isWhole ? "survived" : "until then"}, in ${seconds} s`,
  );
  process.exitCode = isWhole ? 0 : 1;
}

function addTo(
  calls: Map<string, Record<string, number>>,
  call: string,
  counts: Readonly<Record<string, number>>,
): void {
  const sums = calls.get(call) ?? {};
  for (const [what, count] of Object.entries(counts)) sums[what] = (sums[what] ?? 0) + count;
  calls.set(call, sums);
}

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

function tell({ seed, months, rewards, kills, faults, broken }: Outcome): void {
  const lived = `${months} months, ${rewards} rewards, ${kills} kills, ${faults} faults`;
  say(`seed ${seed}: ${lived}${broken.length > 0 ? ", BROKEN" : ""}`);
  for (const what of broken.slice(0, 20)) say(`  ${what}`);
  if (broken.length > 0) {
    const years = Math.ceil(months / 12);
    say(`Live it again: npm run simulate -- --seeds 1 --years ${years} --from ${seed}`);
  }
}

if (process.send) serve();
else await command();

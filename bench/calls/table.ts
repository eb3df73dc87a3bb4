import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { publishedCosts, secondsOf } from "../../host/realm/costs";
import { kindOf } from "./kinds";
import type { Cost, Costs } from "./measure";

/** So many sales have the programs on which calls are measured. */
export const sizes = { small: 60, usual: 3_000, large: 30_000 } as const;
export type Size = keyof typeof sizes;
/** Seconds that a call may take; none on the small program, whose counts only tell that nothing grew. */
export const budgets = {
  usual: { home: 1.5, screen: 2.5, act: 4 },
  large: { home: 4.5, screen: 4.5, act: 7 },
} as const;
/** Seconds of a daily run with nothing to do, at 100,000 sales with as many rewards. */
export const IDLE_BUDGET = 20;

export interface Measured {
  readonly calls: { readonly [S in Size]: Costs };
  readonly idle: Cost;
}
export const files = (root: string) => ({
  counts: join(root, "bench/calls/counts.json"),
  page: join(root, "docs/call-costs.md"),
});

/** What is committed. */
export const readMeasured = async (root: string): Promise<Measured> =>
  measuredIn(await readFile(files(root).counts, "utf8"));

/** Keeps what was measured, and says it in the docs. */
export async function keepMeasured(root: string, measured: Measured): Promise<void> {
  const { counts, page } = files(root);
  await writeFile(counts, textOf(measured));
  await writeFile(page, pageOf(measured));
}

/** One line a call, so that a change can be read: round trips, cells read and written, characters. */
const textOf = (measured: Measured): string => {
  const short = (_: string, value: Partial<Cost>) =>
    value?.trips === undefined
      ? value
      : `[${[value.trips, value.read, value.written, value.characters].join(", ")}]`;
  return `${JSON.stringify(measured, short, 2).replace(/"(\[.*\])"/g, "$1")}\n`;
};
export const measuredIn = (text: string): Measured =>
  JSON.parse(text, (_, value) => {
    if (!Array.isArray(value)) return value;
    const [trips, read, written, characters] = value as readonly number[];
    return { trips, read, written, characters };
  });

export const secondsFor = ({ trips, read, written }: Cost, costs = publishedCosts): number =>
  secondsOf({ roundTrips: trips, cellsRead: read, cellsWritten: written }, costs);

const count = new Intl.NumberFormat("en-US").format;
const seconds = (cost: Cost): string => secondsFor(cost).toFixed(2);
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
const figures = (cost: Cost, budget: number): readonly string[] => [
  count(cost.trips),
  count(cost.read),
  count(cost.written),
  count(Math.round(cost.characters / 1000)),
  secondsFor(cost) > budget ? `**${seconds(cost)}**` : seconds(cost),
];

/** The calls that take longer than they may, by how much, the worst first. */
export const overBudget = ({ calls }: Measured, size: keyof typeof budgets) =>
  Object.entries(calls[size])
    .map(([call, cost]) => ({ call, over: secondsFor(cost) - budgets[size][kindOf(call)] }))
    .filter(({ over }) => over > 0)
    .sort((a, b) => b.over - a.over);

/** The page of the docs; of programs that were not measured yet it says so. */
export function pageOf(measured: Measured): string {
  const { calls, idle } = measured;
  const known = (["usual", "large"] as const).filter((size) => Object.keys(calls[size]).length > 0);
  const head = ["trips", "read", "written", "1,000 ch.", "s"];
  const names = [...new Set(known.flatMap((size) => Object.keys(calls[size])))].sort();
  const rows = names.map((call) => {
    const kind = kindOf(call);
    const parts = known.flatMap((size) => {
      const cost = calls[size][call];
      return cost ? figures(cost, budgets[size][kind]) : head.map(() => "");
    });
    return row([`\`${call}\``, kind, ...parts]);
  });
  const within = (size: keyof typeof budgets) => {
    const all = Object.keys(calls[size]).length;
    return all === 0 ? "not measured yet" : `${all - overBudget(measured, size).length} of ${all}`;
  };
  const idleText =
    idle.trips === 0
      ? "was not measured yet"
      : `makes ${count(idle.trips)} round trips and moves ${count(idle.read + idle.written)} cells: about ${secondsFor(idle).toFixed(0)} s`;
  return `# What each call costs on Google

Written by \`npm run bench -- calls --write\`; a test compares it with [counts.json](../bench/calls/counts.json), and measures again on a small program.
Each call of the sidebar is asked what moves the most, on a program that lived a year: sales, as many rewards or a few more, customers 40 % of the
sales, running drips, paid invoices, and 365 lines of Activity with what undo needs. An execution takes about 0.6 s + 0.25 s a round trip
+ 8.5 µs a cell read + 40 µs a cell written (PLATFORM-56a); a round trip is a read, or a commit of all that was written since the last one (PLATFORM-51a). A screen only reads; an act writes. What is over its budget is bold.

| | *Home* | a screen | an act | within |
|---|---|---|---|---|
| at 3,000 sales | ${budgets.usual.home} s | ${budgets.usual.screen} s | ${budgets.usual.act} s | ${within("usual")} |
| at 30,000 sales | ${budgets.large.home} s | ${budgets.large.screen} s | ${budgets.large.act} s | ${within("large")} |

A daily run with nothing to do, at 100,000 sales with as many rewards, may take ${IDLE_BUDGET} s; it ${idleText}.
That is the most that a run takes which follows one that found nothing, on sales of two years with one month in review; that one compares all rows (RUN-22).
The large program is the usual one ten times over, and the calls that a team makes most were measured on it.

${row(["call", "kind", ...known.flatMap((size) => head.map((each) => `${count(sizes[size])}: ${each}`))])}
|---|---|${"---:|".repeat(head.length * known.length)}
${rows.join("\n")}
`;
}

import { parseArgs } from "node:util";
import { openHost } from "../host";
import { FileProblem } from "./files";
import type { Rpc } from "./rpc";
import { tellOutcome, tellStory } from "./story";
import { heading, say } from "./tell";
import { tellTransactions } from "./transactions";

const usage = `npm run demo                                 both examples of the articles, day by day
npm run demo -- --transactions file.csv      your own transactions (.csv or .xlsx) through five triggers
                --save program.xlsx          keep the resulting workbook`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      transactions: { type: "string" },
      save: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return say(usage);
  const began = Date.now();
  const own = values.transactions;
  const host = await openHost({
    keepsProgram: true,
    ...(own === undefined ? { now: "2026-01-15" } : {}),
    timeZone: "UTC",
    user: "you@example.com",
  });
  const rpc: Rpc = (name, input) => host.rpc(name, input) as never;
  if (own === undefined) await tellStory(host, rpc);
  else await tellTransactions(host, rpc, own);
  heading("What it cost");
  const { roundTrips, cellsRead, cellsWritten } = host.usage();
  const executions = host.executions().length;
  say(
    `  ${executions} executions of the bundle in dist/, ${roundTrips} calls that read or wrote cells,`,
  );
  say(
    `  ${cellsRead} cells read and ${cellsWritten} written, in ${((Date.now() - began) / 1000).toFixed(1)} s.`,
  );
  if (own === undefined) tellOutcome(host);
  if (values.save) {
    await host.save(values.save);
    say(`  Saved as ${values.save}.`);
  }
  await host.close();
}

main().catch((thrown: unknown) => {
  const expected =
    thrown instanceof FileProblem ||
    (thrown as { code?: string }).code?.startsWith("ERR_PARSE_ARGS");
  say(
    expected
      ? `\n${(thrown as Error).message}\n\n${usage}`
      : String((thrown as Error).stack ?? thrown),
  );
  process.exitCode = 1;
});

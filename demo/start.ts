import { existsSync } from "node:fs";
import { join, parse, resolve } from "node:path";
import { parseArgs } from "node:util";
import { openHost, readCosts, startPage } from "../host";
import { day } from "../src/engine/kernel/day";
import { loadSample } from "./load-sample";
import { say } from "./tell";

const SAMPLE_FILE = "sample-program.json";
const usage = `npm start                            the sample program, kept in ${SAMPLE_FILE}
npm start -- --file program.xlsx     your own workbook; the .xlsx is left as it is, and program.json beside it is kept
npm start -- --file program.json     a workbook of this host; made where it is missing
npm start -- --empty                 an empty spreadsheet, kept nowhere
npm start -- --costs "0.3 s a round trip, 9 µs a cell read, 40 µs a cell written"
                                     what “Check this installation” measured, for the times in the list of executions
npm start -- --port 5000             another port than 4321`;

/**
 * The file in which the work is kept: a team's own .xlsx or .csv is never written over, so a .json beside it
 * is made from it the first time, and gone on with later.
 */
async function workingFile(file: string): Promise<string> {
  const { dir, name, ext } = parse(file);
  if (ext.toLowerCase() === ".json") return file;
  const working = join(dir, `${name}.json`);
  if (existsSync(working)) {
    say(`Going on with ${working}. Delete it to begin anew from ${name}${ext}.`);
    return working;
  }
  const host = await openHost({ file });
  await host.save(working);
  await host.close();
  return working;
}

/** Opens the workbook that was asked for, lives through the sample where it is new, and shows the page. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      file: { type: "string" },
      empty: { type: "boolean" },
      costs: { type: "string" },
      port: { type: "string", default: "4321" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return say(usage);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`${values.port} is not a port.`);
  const file = values.empty ? undefined : await workingFile(resolve(values.file ?? SAMPLE_FILE));
  const isNewSample = !values.empty && values.file === undefined && !existsSync(SAMPLE_FILE);
  const today = day(new Date().toISOString().slice(0, 10));
  if (isNewSample && file !== undefined) await loadSample(file, today);
  const own = {
    user: "you@example.com",
    ...(values.costs === undefined ? {} : { costs: readCosts(values.costs) }),
  };
  const host = await openHost({
    ...(file === undefined ? {} : { file, exclusive: true }),
    ...own,
  });
  const reopen = (path: string) => openHost({ file: path, exclusive: true, ...own });
  const page = await startPage(host, { port, reopen, clockRuns: true });
  say(`Tributary runs on ${page.url}`);
  say(file === undefined ? "The workbook is in memory only." : `The workbook lies in ${file}`);
  say("Stop with Ctrl-C.");
}

main().catch((thrown: unknown) => {
  say(`${(thrown as Error).message}\n\n${usage}`);
  process.exitCode = 1;
});

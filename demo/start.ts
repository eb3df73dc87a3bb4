import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { openHost, startPage } from "../host";
import { day } from "../src/engine/day";
import { loadSample } from "./load-sample";
import { say } from "./tell";

const SAMPLE_FILE = "sample-program.json";
const usage = `npm start                            the sample program, kept in ${SAMPLE_FILE}
npm start -- --file program.xlsx     your own workbook (.xlsx, or .json); a .json that is missing is made
npm start -- --empty                 an empty spreadsheet, kept nowhere
npm start -- --port 5000             another port than 4321`;

/** Opens the workbook that was asked for, lives through the sample where it is new, and shows the page. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      file: { type: "string" },
      empty: { type: "boolean" },
      port: { type: "string", default: "4321" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return say(usage);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`${values.port} is not a port.`);
  const file = values.empty ? undefined : resolve(values.file ?? SAMPLE_FILE);
  const isNewSample = !values.empty && values.file === undefined && !existsSync(SAMPLE_FILE);
  const today = day(new Date().toISOString().slice(0, 10));
  if (isNewSample && file !== undefined) await loadSample(file, today);
  const host = await openHost({
    ...(file === undefined ? {} : { file }),
    user: "you@example.com",
  });
  const reopen = (path: string) => openHost({ file: path, user: "you@example.com" });
  const page = await startPage(host, { port, reopen });
  say(`Tributary runs on ${page.url}`);
  say(file === undefined ? "The workbook is in memory only." : `The workbook lies in ${file}`);
  say("Stop with Ctrl-C.");
}

main().catch((thrown: unknown) => {
  say(`${(thrown as Error).message}\n\n${usage}`);
  process.exitCode = 1;
});

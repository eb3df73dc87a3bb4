import { partsOf } from "../../src/engine/intake/import/parts-of";
import { type FileRead, readFile } from "../../src/engine/intake/import/read-file";
import { fingerprintOf, keptText } from "../../src/engine/intake/import/remembered";
import type { Currency } from "../../src/engine/kernel/money";
import { kill } from "../support/host";
import { offsetsOf } from "../support/program";
import { openProgram, smallProgram } from "./support/program";

/** 50,000 lines in the long mode (IMPORT_LINES=50000), in `npm test` as many as make two parts. */
const LINES = Number(process.env.IMPORT_LINES ?? 6_000);
/** … and of a tab that each run reads, fewer: parts of any length are drawn elsewhere. */
const TAB_LINES = Number(process.env.IMPORT_LINES ?? 400);

const headers =
  "id,Created date (UTC),Amount,Amount Refunded,Currency,Status,Description,Customer ID,Customer Email";
const linesOf = (lines: number): readonly string[] =>
  Array.from({ length: lines }, (_, n) => {
    const back = n % 50 === 0 ? "4.00" : "0.00";
    return `ch_${n},2026-03-${String(1 + (n % 28)).padStart(2, "0")} 10:00:00,${10 + (n % 90)}.00,${back},usd,Paid,Plan,cus_${n % 700},buyer${n % 700}@shop.example`;
  });
const fileOf = (lines: number): FileRead => {
  return readFile(
    [headers, ...linesOf(lines)].join("\n"),
    {},
    { programCurrency: "USD" as Currency, decimalMark: ".", zones: offsetsOf("") },
  );
};

test("a long file goes in part by part, each in the same few round trips, and a killed part sent again changes nothing", async () => {
  const begun = Date.now();
  const cpu = process.cpuUsage();
  const { lines } = fileOf(LINES);
  const parts = partsOf(lines.flatMap((each) => (each.kind === "row" ? [each.row] : [])));
  const read = (process.cpuUsage(cpu).user + process.cpuUsage(cpu).system) / 1000;
  const host = await openProgram({ ...smallProgram, Transactions: [] });
  const send = (at: number) =>
    host.atSheet("rpc", "import-rows", {
      rows: JSON.stringify(parts[at]),
      startOn: "",
      file: "long.csv",
      formId: "long",
      part: at + 1,
    });
  host.onServiceCall((_: string, number: number) => {
    if (number === 30) throw kill("all");
  });
  await send(0).then(
    () => undefined,
    () => undefined,
  );
  host.onServiceCall(null);
  const used: Awaited<ReturnType<typeof send>>["usage"][] = [];
  for (let at = 0; at < parts.length; at++) used.push((await send(at)).usage);

  const rows = host.rows("Transactions");
  expect(rows).toHaveLength(LINES + Math.ceil(LINES / 50));
  expect(new Set(rows.map(({ Key }) => Key)).size).toBe(rows.length);
  expect(new Set(rows.map(({ Customer }) => Customer)).size).toBe(700);
  for (const { roundTrips } of used) expect(roundTrips).toBeLessThanOrEqual(25);
  if (process.env.IMPORT_LINES) {
    const all = (id: "roundTrips" | "cellsRead" | "cellsWritten") =>
      used.reduce((sum, each) => sum + each[id], 0);
    process.stdout.write(
      `${LINES} lines read in ${Math.round(read)} ms of processor (${Math.round((1000 * LINES) / read)} lines a second); ${parts.length} parts, ${all("roundTrips")} round trips, ${all("cellsRead")} cells read, ${all("cellsWritten")} written; all in ${Date.now() - begun} ms\n`,
    );
  }
});

test("many new lines in a tab that each run reads are taken, and the next finds nothing new", async () => {
  const host = await openProgram({ ...smallProgram, Transactions: [], Triggers: [] });
  const names = headers.split(",");
  for (const header of names) host.addColumn("Sheet1", header);
  const cells = linesOf(TAB_LINES).map((line) => line.split(","));
  host.append(
    "Sheet1",
    cells.map((line) => Object.fromEntries(names.map((name, at) => [name, line[at] ?? ""]))),
  );
  await host.rpc("keep-standing-import", {
    tab: "Sheet1",
    headers: fingerprintOf(names),
    map: keptText({ targets: fileOf(10).columns.map(({ target }) => target) }),
    owner: "ptn_1",
  });
  const begun = Date.now();
  // Each execution ends in time; the schedule continues what is left.
  const used = [(await host.fire("onDaily")).usage];
  await host.clock.advanceTo("2026-04-03T06:00:00Z");
  const taken = Date.now() - begun;
  const rows = host.rows("Transactions");
  expect(rows).toHaveLength(TAB_LINES + Math.ceil(TAB_LINES / 50));
  expect(new Set(rows.map(({ Key }) => Key)).size).toBe(rows.length);
  const again = (await host.fire("onDaily")).usage;
  expect(host.rows("Transactions")).toHaveLength(rows.length);
  expect(again.cellsWritten).toBeLessThan(1_000);
  if (process.env.IMPORT_LINES)
    process.stdout.write(
      `a tab of ${TAB_LINES} lines: taken in ${taken} ms (first run ${used[0]?.roundTrips} round trips, ${used[0]?.cellsWritten} cells written); once more ${again.roundTrips} round trips, ${again.cellsRead} cells read\n`,
    );
});

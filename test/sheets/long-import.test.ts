import { partsOf } from "../../src/engine/intake/import/parts-of";
import { type FileRead, readFile } from "../../src/engine/intake/import/read-file";
import type { Currency } from "../../src/engine/kernel/money";
import { kill } from "../support/host";
import { offsetsOf } from "../support/program";
import { openProgram, smallProgram } from "./support/program";

/** 50,000 lines in the long mode (IMPORT_LINES=50000), in `npm test` as many as make two parts. */
const LINES = Number(process.env.IMPORT_LINES ?? 6_000);

const fileOf = (lines: number): FileRead => {
  const body = Array.from({ length: lines }, (_, n) => {
    const back = n % 50 === 0 ? "4.00" : "0.00";
    return `ch_${n},2026-03-${String(1 + (n % 28)).padStart(2, "0")} 10:00:00,${10 + (n % 90)}.00,${back},usd,Paid,Plan,cus_${n % 700},buyer${n % 700}@shop.example`;
  });
  const header =
    "id,Created date (UTC),Amount,Amount Refunded,Currency,Status,Description,Customer ID,Customer Email";
  return readFile(
    [header, ...body].join("\n"),
    {},
    { programCurrency: "USD" as Currency, decimalMark: ".", zones: offsetsOf("") },
  );
};

test("a long file goes in part by part, each in the same few round trips, and a killed part sent again changes nothing", async () => {
  const begun = Date.now();
  const { lines } = fileOf(LINES);
  const parts = partsOf(lines.flatMap((each) => (each.kind === "row" ? [each.row] : [])));
  const read = Date.now() - begun;
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
      `${LINES} lines read in ${read} ms; ${parts.length} parts, ${all("roundTrips")} round trips, ${all("cellsRead")} cells read, ${all("cellsWritten")} written; all in ${Date.now() - begun} ms\n`,
    );
  }
});

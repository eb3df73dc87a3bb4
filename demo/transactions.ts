import { basename } from "node:path";
import type { Driver } from "../host";
import type { Output } from "../src/engine/contract/contract";
import { partsOf } from "../src/engine/intake/import/parts-of";
import { type FileRead, readFile, rowsOfFile } from "../src/engine/intake/import/read-file";
import { sampleTriggers } from "../src/engine/intake/sample/triggers";
import { asOneSentence } from "../src/engine/kernel/cells";
import { sumOf } from "../src/engine/kernel/group-by";
import { browserZones } from "../src/ui/import/browser-zones";
import { FileProblem, readText } from "./files";
import { answer, type Rpc } from "./rpc";
import { pasteRows } from "./sheet-rows";
import { heading, progress, progressDone, say, table } from "./tell";

type Report = Output<"import-rows">;
const MOST_SHOWN = 20;
const SAMPLE_PARTNER = "ptn_sample";

/** A team's own transactions through the sample's five triggers: what was mapped, what is bad, what they earn. */
export async function tellTransactions(host: Driver, rpc: Rpc, path: string): Promise<void> {
  const text = await readText(path);
  progress("  … setting up");
  await answer(rpc("set-up", {}));
  const { programCurrency, decimalMark } = await answer(rpc("import-context", {}));
  const file = readFile(text, {}, { programCurrency, decimalMark, zones: browserZones("UTC") });
  tellColumns(file, basename(path));
  if (file.missing.length > 0) {
    throw new FileProblem(
      `No column for ${file.missing.join(", ")} was found. Rename the headers of ${path} and try again.`,
    );
  }
  const reports = await send(rpc, file, basename(path));
  host.type("Settings", { Key: "late event after days" }, "Value", "10000");
  assignPartner(host);
  pasteRows(host, "triggers", sampleTriggers);
  progress(`  … judging ${sumOf(reports, ({ sales }) => sales)} transactions`);
  const { summary } = await answer(rpc("run", { kind: "by hand" }));
  progressDone();
  tellLines(host, file, reports);
  heading("What they earn");
  say(`  ${summary}`);
  tellRewards(host);
}

/** Takes the file in as the sidebar does, part after part; the program begins with the first sale. */
async function send(rpc: Rpc, file: FileRead, name: string): Promise<readonly Report[]> {
  const rows = rowsOfFile(file);
  const days = rows.flatMap(({ date, isRefund }) => (isRefund ? [] : [date.day]));
  const given = { startOn: days.sort()[0] ?? "", file: name, formId: "form_demo" };
  const reports: Report[] = [];
  for (const part of partsOf(rows)) {
    const sent = { ...given, rows: JSON.stringify(part), part: reports.length + 1 };
    reports.push(await answer(rpc("import-rows", sent)));
  }
  return reports;
}

function tellColumns({ columns, lines }: FileRead, name: string): void {
  heading(`${name}: ${lines.length} lines`);
  table(
    ["header", "read as"],
    columns.map(({ header, target }) => [header, target ?? "left out"]),
  );
}

/** Without a partner column all customers belong to one sample partner. */
function assignPartner(host: Driver): void {
  const free = host.rows("Customers").filter(({ Partner }) => Partner === "");
  if (free.length === 0) return;
  pasteRows(host, "partners", [{ key: SAMPLE_PARTNER, name: SAMPLE_PARTNER }]);
  for (const { Key } of free)
    host.type("Customers", { Key: String(Key) }, "Partner", SAMPLE_PARTNER);
}

function tellLines(host: Driver, { lines }: FileRead, reports: readonly Report[]): void {
  const sales = sumOf(reports, (each) => each.sales);
  const refunds = sumOf(reports, (each) => each.refunds);
  const unread = lines.flatMap((each): Report["bad"] => {
    if (each.kind === "bad") return [each];
    const isNoSale = each.kind === "out" && each.word !== "";
    return isNoSale ? [{ line: each.line, reasons: [`“${each.word}” is no sale: left out`] }] : [];
  });
  const refused = reports.flatMap(({ bad, refundedBefore }) => [...bad, ...refundedBefore]);
  const bad = [...unread, ...refused].sort((a, b) => a.line - b.line);
  heading(`${sales + refunds} good lines, ${bad.length} to put right`);
  for (const { line, reasons } of bad.slice(0, MOST_SHOWN))
    say(`  line ${line}: ${asOneSentence(reasons)}`);
  if (bad.length > MOST_SHOWN) say(`  and ${bad.length - MOST_SHOWN} more`);
  const kept = host.rows("Transactions").length;
  say(
    `  The ${kept} good lines are rows of Transactions; correct the others in the file and try again.`,
  );
  if (kept !== sales + refunds) throw new Error(`${sales + refunds - kept} lines were lost`);
}

function tellRewards(host: Driver): void {
  const sums = new Map<string, { count: number; minor: number }>();
  for (const { Currency, Amount } of host.rows("Rewards")) {
    const sum = sums.get(String(Currency)) ?? { count: 0, minor: 0 };
    sums.set(String(Currency), {
      count: sum.count + 1,
      minor: sum.minor + Math.round(Number(Amount) * 1000),
    });
  }
  const lines = [...sums].map(([code, { count, minor }]) => [code, count, minor / 1000]);
  if (lines.length > 0) table(["currency", "rewards", "sum"], lines);
  else say("  No reward: none of the sample's triggers matched.");
}

import { basename } from "node:path";
import type { Driver } from "../host";
import type { Output } from "../src/engine/contract/contract";
import { sampleTriggers } from "../src/engine/intake/sample/triggers";
import { asOneSentence } from "../src/engine/kernel/cells";
import { FileProblem, readText } from "./files";
import { answer, type Rpc } from "./rpc";
import { pasteRows } from "./sheet-rows";
import { heading, progress, progressDone, say, table } from "./tell";

type Report = Output<"import-transactions">;
const MOST_SHOWN = 20;
const SAMPLE_PARTNER = "ptn_sample";

/** A team's own transactions through the sample's five triggers: what was mapped, what is bad, what they earn. */
export async function tellTransactions(host: Driver, rpc: Rpc, path: string): Promise<void> {
  const text = await readText(path);
  progress("  … setting up");
  await answer(rpc("set-up", {}));
  const report = await answer(
    rpc("import-transactions", { text, fromFirst: "yes", confirmed: "yes" } as never),
  );
  tellColumns(report, basename(path));
  if (report.missing.length > 0) {
    throw new FileProblem(
      `No column for ${report.missing.join(", ")} was found. Rename the headers of ${path} and try again.`,
    );
  }
  host.type("Settings", { Key: "late event after days" }, "Value", "10000");
  assignPartner(host);
  pasteRows(host, "triggers", sampleTriggers);
  progress(`  … judging ${report.sales} transactions`);
  const { summary } = await answer(rpc("run", { kind: "by hand" }));
  progressDone();
  tellLines(host, report);
  heading("What they earn");
  say(`  ${summary}`);
  tellRewards(host);
}

function tellColumns({ columns, lines }: Report, name: string): void {
  heading(`${name}: ${lines} lines`);
  table(
    ["header", "read as"],
    columns.map(({ header, column }) => [header, column ?? "left out"]),
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

function tellLines(host: Driver, { bad, badLines, sales, refunds }: Report): void {
  heading(`${sales + refunds} good lines, ${badLines} to put right`);
  for (const { line, reasons } of bad.slice(0, MOST_SHOWN))
    say(`  line ${line}: ${asOneSentence(reasons)}`);
  if (badLines > MOST_SHOWN) say(`  and ${badLines - MOST_SHOWN} more`);
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

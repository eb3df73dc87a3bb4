import { basename } from "node:path";
import type { Driver } from "../host";
import {
  type Imported,
  type ImportedRow,
  importTransactions,
} from "../src/engine/intake/import/import-transactions";
import { sampleTriggers } from "../src/engine/intake/sample/triggers";
import { asOneSentence } from "../src/engine/kernel/cells";
import { parseCurrency } from "../src/engine/kernel/money";
import { FileProblem, readRows } from "./files";
import { answer, type Rpc } from "./rpc";
import { pasteRows } from "./sheet-rows";
import { heading, progress, progressDone, say, table } from "./tell";

const MOST_SHOWN = 20;
const SAMPLE_PARTNER = "ptn_sample";

/** A team's own transactions through the sample's five triggers: what was mapped, what is bad, what they earn. */
export async function tellTransactions(host: Driver, rpc: Rpc, path: string): Promise<void> {
  const currency = parseCurrency("USD");
  if (!currency) throw new Error("USD is missing from the table of currencies");
  const imported = importTransactions(await readRows(path), currency);
  tellMapping(imported, basename(path));
  if (imported.missing.length > 0) {
    throw new FileProblem(
      `No column for ${imported.missing.join(", ")} was found. Rename the headers of ${path} and try again.`,
    );
  }
  progress("  … setting up");
  await answer(rpc("set-up", {}));
  const dates = imported.rows.flatMap(({ cells: { date } }) =>
    typeof date === "object" ? [date.day] : [],
  );
  const start = [...dates].sort()[0];
  if (start) host.type("Settings", { Key: "program start" }, "Value", start);
  host.type("Settings", { Key: "late event after days" }, "Value", "10000");
  pastePeople(host, imported.rows);
  pasteRows(host, "triggers", sampleTriggers);
  pasteRows(
    host,
    "transactions",
    imported.rows.map(({ cells }) => cells),
  );
  progress(`  … judging ${imported.rows.length} transactions`);
  const { summary } = await answer(rpc("run", { kind: "by hand" }));
  progressDone();
  tellRows(host, imported);
  heading("What they earn");
  say(`  ${summary}`);
  tellRewards(host);
}

function tellMapping({ mapping, rows }: Imported, name: string): void {
  heading(`${name}: ${rows.length} lines`);
  const lines = mapping.map((each) => [
    each.header,
    each.kind === "ours" ? each.column : "kept as a column of your own",
  ]);
  table(["header", "read as"], lines);
}

/** The partners and customers that the file names; without a partner column all belong to one sample partner. */
function pastePeople(host: Driver, rows: readonly ImportedRow[]): void {
  const owners = new Map<string, { readonly partner: string; readonly since: string }>();
  for (const { cells, partner } of rows) {
    const key = String(cells.customer ?? "");
    const day = typeof cells.date === "object" ? cells.date.day : "";
    const known = owners.get(key);
    if (key === "" || day === "" || (known && known.since <= day)) continue;
    owners.set(key, { partner: known?.partner || partner || SAMPLE_PARTNER, since: day });
  }
  const partners = [...new Set([...owners.values()].map(({ partner }) => partner))];
  pasteRows(
    host,
    "partners",
    partners.map((key) => ({ key, name: key })),
  );
  const customers = [...owners].map(([key, { partner, since }]) => ({
    key,
    partner,
    createdOn: since,
  }));
  pasteRows(host, "customers", customers);
}

function tellRows(host: Driver, { rows }: Imported): void {
  const bad = rows.filter(({ reasons }) => reasons.length > 0);
  heading(`${rows.length - bad.length} good lines, ${bad.length} to put right`);
  for (const { line, reasons } of bad.slice(0, MOST_SHOWN))
    say(`  line ${line}: ${asOneSentence(reasons)}`);
  if (bad.length > MOST_SHOWN) say(`  and ${bad.length - MOST_SHOWN} more`);
  const kept = host.rows("Transactions").length;
  say(
    `  All ${kept} lines are rows of Transactions; the bad ones wait there, marked, and earn once corrected.`,
  );
  if (kept !== rows.length) throw new Error(`${rows.length - kept} lines were lost`);
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

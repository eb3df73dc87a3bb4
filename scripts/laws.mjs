import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = join(fileURLToPath(import.meta.url), "../..");
/** A law may take its time in the long mode: an hour. */
const LONGEST = 3_600_000;

const { values, positionals } = parseArgs({
  options: { runs: { type: "string", default: "1000" } },
  allowPositionals: true,
});
if (!/^[1-9]\d*$/.test(values.runs)) {
  console.error("Usage: npm run laws -- --runs 5000 [part of a file's name]");
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "laws-"));
const report = join(folder, "report");
const jest = join(root, "node_modules/jest/bin/jest.js");
const files = `${positionals[0] ?? ""}[^/\\\\]*\\.laws\\.test\\.ts$`;
const { status } = spawnSync(
  process.execPath,
  [jest, "--bail", "--testTimeout", String(LONGEST), files],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, LAWS_RUNS: values.runs, LAWS_REPORT: report },
  },
);

const lines = existsSync(report) ? readFileSync(report, "utf8").trim().split("\n") : [];
const laws = lines.map((line) => JSON.parse(line)).sort((a, b) => (a.law < b.law ? -1 : 1));
console.log("\n   cases  law");
for (const { law, cases } of laws) console.log(`${String(cases).padStart(8)}  ${law}`);
const total = laws.reduce((sum, { cases }) => sum + cases, 0);
console.log(`${String(total).padStart(8)}  in ${laws.length} laws`);
for (const { law, failed, seed, path } of laws) {
  if (failed) console.log(`\nCOUNTEREXAMPLE  ${law}\n  seed ${seed}, path "${path}"`);
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = status === 0 && laws.length > 0 ? 0 : 1;

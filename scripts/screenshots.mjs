import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// Takes the guide's pictures into docs/images: the page, and each screen of the sidebar in each of its states, on the
// sample program as it stands on a day in the middle of a review. The clock and the keys are the same each time.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), "pictures-"));
const sample = join(folder, "sample-program.json");
const run = (args, env = {}) => {
  const how = { cwd: root, stdio: "inherit", env: { ...process.env, ...env } };
  const { status } = spawnSync(process.execPath, args, how);
  if (status !== 0) process.exit(status ?? 1);
};

run(["scripts/build.mjs"]);
run(["build/sample.mjs", sample, "2026-03-03"]);
run(["node_modules/jest/bin/jest.js", "--testMatch", "**/pictures.take.ts"], { SAMPLE: sample });
rmSync(folder, { recursive: true });

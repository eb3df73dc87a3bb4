import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// Takes the guide's pictures of all screens into docs/images/screens: the browser test that opens each of them
// on two months of a program's life keeps what it sees. The clock and the keys are the same each time.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "docs/images/screens");
const { status } = spawnSync(
  process.execPath,
  [join(root, "node_modules/jest/bin/jest.js"), "test/e2e/sidebar/all-screens"],
  { cwd: root, stdio: "inherit", env: { ...process.env, SCREENSHOTS: folder } },
);
process.exitCode = status ?? 1;

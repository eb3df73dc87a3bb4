import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(fileURLToPath(import.meta.url), "../..");

/** A package's command, run by this Node: works alike on Linux, macOS and Windows. */
function command(name, bin, ...args) {
  const manifest = join(root, "node_modules", name, "package.json");
  const { bin: bins } = JSON.parse(readFileSync(manifest, "utf8"));
  const file = typeof bins === "string" ? bins : bins[bin];
  return { title: [bin, ...args].join(" "), args: [join(dirname(manifest), file), ...args] };
}

const projects = [
  "src/engine",
  "src/sheets",
  "src/ui",
  "host",
  "host/realm/inside",
  "host/page/client",
  "demo",
  "bench",
  "test",
];
const steps = [
  ...projects.map((project) => command("typescript", "tsc", "-p", project)),
  command("@biomejs/biome", "biome", "check", "--error-on-warnings", "."),
  command(
    "dependency-cruiser",
    "depcruise",
    "src",
    "host",
    "demo",
    "--config",
    ".dependency-cruiser.cjs",
  ),
  command("knip", "knip"),
];

let failed = 0;
for (const { title, args } of steps) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  console.log(`${status === 0 ? "ok    " : "FAILED"}  ${title}`);
  if (status !== 0) failed++;
}
process.exitCode = failed === 0 ? 0 : 1;

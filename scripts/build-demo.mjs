import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { bindPromise } from "./bind-promise.cjs";
import { common } from "./build-bundle.mjs";

const root = join(fileURLToPath(import.meta.url), "../..");

/** The host stays one module of its own, build/host.mjs. */
const hostBeside = {
  name: "host-beside",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^(\.\.\/)+host$/ }, () => ({ path: "./host.mjs", external: true })),
};

/** Bundles the commands `start`, `demo`, `sample`, `bench` and `simulate` to build/; they import build/host.mjs beside them. */
export async function buildDemo() {
  await build({
    entryPoints: {
      start: join(root, "demo/start.ts"),
      demo: join(root, "demo/demo.ts"),
      sample: join(root, "demo/sample.ts"),
      bench: join(root, "bench/index.ts"),
      simulate: join(root, "test/simulation/main.ts"),
    },
    outdir: join(root, "build"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
    // What comes with json-rules-engine is what the script has; the bench's plain one stays outside.
    alias: common.alias,
    plugins: [hostBeside, bindPromise],
  });
}

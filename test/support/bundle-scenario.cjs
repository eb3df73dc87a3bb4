const { join } = require("node:path");
const { build } = require("esbuild");
const { bindPromise } = require("../../scripts/bind-promise.cjs");

const root = join(__dirname, "../..");

const builtHost = {
  name: "built-host",
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/host$/ }, () => ({ path: "../host.mjs", external: true }));
  },
};

/** Bundles a scenario (a path from the root) into a file that a plain Node runs on the host as built. */
module.exports = (scenario, outfile) =>
  build({
    entryPoints: [join(root, scenario)],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    plugins: [bindPromise, builtHost],
  });

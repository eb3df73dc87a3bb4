import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { appsScriptSignatures } from "./apps-script-signatures.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A module whose text is made while bundling. */
const virtual = (name, contents) => ({
  name,
  setup(plugin) {
    plugin.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: name }));
    plugin.onLoad({ filter: /.*/, namespace: name }, async () => ({
      contents: await contents(),
      loader: "js",
    }));
  },
});

/** Bundles what is evaluated in every realm; the script's completion value is its module. */
const insideSource = async () => {
  const bundle = await build({
    entryPoints: [join(root, "host/services/install.ts")],
    bundle: true,
    write: false,
    minifySyntax: true,
    minifyWhitespace: true,
    format: "iife",
    globalName: "hostInside",
    platform: "neutral",
    target: "es2020",
    legalComments: "none",
    plugins: [
      virtual("virtual:signatures", () =>
        Object.entries(appsScriptSignatures())
          .map(([name, table]) => `export const ${name} = ${JSON.stringify(table)};`)
          .join("\n"),
      ),
    ],
  });
  return `(() => { "use strict"; ${bundle.outputFiles[0].text}\nreturn hostInside; })()`;
};

/**
 * Writes build/host.mjs (for plain Node) and build/host.cjs (for jest). Other packages stay imports.
 * Returns the paths written.
 */
export const buildHost = async () => {
  const inside = await insideSource();
  await mkdir(join(root, "build"), { recursive: true });
  const outputs = [
    { format: "esm", outfile: join(root, "build/host.mjs"), banner: "", define: {} },
    {
      format: "cjs",
      outfile: join(root, "build/host.cjs"),
      banner: '"use strict"; const hostUrl = require("node:url").pathToFileURL(__filename).href;',
      define: { "import.meta.url": "hostUrl" },
    },
  ];
  for (const { format, outfile, banner, define } of outputs) {
    await build({
      entryPoints: [join(root, "host/index.ts")],
      bundle: true,
      packages: "external",
      platform: "node",
      target: "node20",
      format,
      outfile,
      legalComments: "none",
      logLevel: "warning",
      banner: { js: banner },
      define,
      plugins: [virtual("virtual:inside", () => `export const source = ${JSON.stringify(inside)}`)],
    });
  }
  return outputs.map(({ outfile }) => outfile);
};

if (process.argv[1] !== undefined && existsSync(process.argv[1])) {
  if (import.meta.url === pathToFileURL(process.argv[1]).href) await buildHost();
}

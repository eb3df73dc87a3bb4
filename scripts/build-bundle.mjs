import { existsSync } from "node:fs";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { bindPromise } from "./bind-promise.cjs";
import { compactCurrencies } from "./compact-currencies.mjs";
import { packagesIn } from "./notices.mjs";
import { shareWords } from "./shared-words.mjs";
import { version } from "./version.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const globalName = "Tributary_";

/** What makes the bundle what it is; the bench builds its part of the engine alike. */
export const common = {
  entryPoints: [join(root, "src/sheets/main.ts")],
  bundle: true,
  write: false,
  platform: "browser",
  target: "es2020",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  plugins: [bindPromise, compactCurrencies],
  // Names that Apps Script lacks: nothing may reach for them while the bundle loads.
  define: {
    setTimeout: "undefined",
    setImmediate: "undefined",
    process: "undefined",
    window: "undefined",
    VERSION: JSON.stringify(version),
  },
};

/** The entry points: what main.ts exports. */
const entryPoints = async () => {
  const { metafile } = await build({ ...common, format: "esm", metafile: true, outdir: "none" });
  return Object.values(metafile.outputs)[0].exports;
};

/** Apps Script finds only top-level functions, so each entry point gets one. */
const stub = (name) =>
  `function ${name}() { return ${globalName}.${name}.apply(this, arguments); }`;

/**
 * Writes Code.js and appsscript.json to dist/, or to another folder, and adds what it bundles to `packages`. Returns the
 * paths written.
 */
export const buildBundle = async ({ outdir = "dist", packages = [] } = {}) => {
  const names = await entryPoints();
  const { outputFiles, metafile } = await build({
    ...common,
    format: "iife",
    globalName,
    metafile: true,
    minify: true,
    banner: { js: `// Tributary ${version}. The licences stand at the end of import.html.` },
    footer: { js: names.map(stub).join("\n") },
  });
  packages.push(...packagesIn(metafile));
  const dist = join(root, outdir);
  await mkdir(dist, { recursive: true });
  const code = join(dist, "Code.js");
  const manifest = join(dist, "appsscript.json");
  await writeFile(code, await shareWords(outputFiles[0].text));
  await copyFile(join(root, "appsscript.json"), manifest);
  return [code, manifest];
};

if (process.argv[1] !== undefined && existsSync(process.argv[1])) {
  if (import.meta.url === pathToFileURL(process.argv[1]).href) await buildBundle();
}

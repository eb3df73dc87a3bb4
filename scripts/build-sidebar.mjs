import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { deflateRawSync } from "node:zlib";
import { build } from "esbuild";
import { compactCurrencies } from "./compact-currencies.mjs";
import { packagesIn } from "./notices.mjs";
import { version } from "./version.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const common = { bundle: true, write: false, legalComments: "none", logLevel: "warning" };

/** Leaves out blank properties to save size; form/definitions.ts puts them back. */
const terse = ({ id, label, kind, words, isList, required, hint }) => ({
  id,
  label,
  kind,
  ...(isList ? { isList } : kind === "word" && { words }),
  ...(required && { required }),
  ...(hint !== "" && { hint }),
});

/** The form of every use case and of every action, as data: the engine is bundled for Node, and described there. */
const formsOf = async () => {
  const { outputFiles } = await build({
    ...common,
    stdin: {
      contents: [
        'import { describeForms } from "./src/engine/usecases/shared/describe-forms";',
        'import { useCases } from "./src/engine/usecases";',
        'import { actions } from "./src/engine/actions";',
        "const fields = Object.entries(actions).map(([word, { fields }]) => [word, fields]);",
        "module.exports = { forms: describeForms(useCases), actionFields: Object.fromEntries(fields) };",
      ].join("\n"),
      resolveDir: root,
      loader: "ts",
    },
    platform: "node",
    target: "node20",
    format: "cjs",
  });
  const holder = { exports: {} };
  const evaluate = new Function("module", "exports", "require", outputFiles[0].text);
  evaluate(holder, holder.exports, createRequire(import.meta.url));
  const { forms, actionFields } = holder.exports;
  const drawn = Object.entries(forms).map(([call, fields]) => [call, fields.map(terse)]);
  return { forms: Object.fromEntries(drawn), actionFields };
};

const virtualForms = ({ forms, actionFields }) => ({
  name: "virtual-forms",
  setup(plugin) {
    plugin.onResolve({ filter: /^virtual:forms$/ }, ({ path }) => ({ path, namespace: "forms" }));
    plugin.onLoad({ filter: /.*/, namespace: "forms" }, () => ({
      contents: `export const forms = ${JSON.stringify(forms)};
        export const actionFields = ${JSON.stringify(actionFields)};`,
      loader: "js",
    }));
  },
});

/** HTML readers end a script at "</script", and change their mind at "<!--" (PLATFORM-82). */
const safeInScript = (script) =>
  script.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "\\x3c!--");

/** Deflated, as text that stands in a script; no "//" in it, which HtmlService might take for a comment. */
const pack = (script) =>
  deflateRawSync(script, { level: 9 }).toString("base64").replaceAll("/", "_");

/** The pages: the sidebar, and the import, which only those load who import. */
const pages = [
  { name: "sidebar", entry: "main.tsx", styles: "styles/index.css" },
  { name: "import", entry: "import/main.tsx", styles: "styles/import.css" },
];

/** What stands on a page whose script did not start. */
const bareStyles =
  ":root{color-scheme:light dark}body{margin:12px 16px;font:13px/20px Roboto,Arial,sans-serif}";

/** A script that puts styles on its page. */
const putOn = (styles) =>
  `document.head.appendChild(document.createElement("style")).textContent=${JSON.stringify(styles)};`;

/**
 * Writes outdir/sidebar.html and outdir/import.html: each a whole page in one file, as HtmlService serves it, its
 * script and styles packed (docs/adr/0007). No template literals, since HtmlService strips what looks like a comment inside them.
 * Adds what they bundle to `packages`. `unpacked` leaves them as they are, to look into them at Google or for a browser that
 * can't unpack. Returns the paths written.
 */
export const buildSidebar = async (how = {}) => {
  const { outdir = join(root, "dist"), packages = [], unpacked = false } = how;
  const forms = virtualForms(await formsOf());
  await mkdir(outdir, { recursive: true });
  return Promise.all(pages.map((page) => buildOne(page, { forms, outdir, packages, unpacked })));
};

const buildOne = async ({ name, entry, styles: sheet }, { forms, outdir, packages, unpacked }) => {
  const ui = join(root, "src/ui");
  const script = await build({
    ...common,
    entryPoints: [join(ui, entry)],
    metafile: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2020",
    charset: "utf8",
    supported: { "template-literal": false },
    // h("p", null, …) instead of jsx("p", { children: … }): 2 kB less.
    inject: [join(ui, "jsx.ts")],
    tsconfigRaw: {
      compilerOptions: { jsx: "react", jsxFactory: "h", jsxFragmentFactory: "Fragment" },
    },
    plugins: [forms, compactCurrencies],
    define: { VERSION: JSON.stringify(version) },
  });
  packages.push(...packagesIn(script.metafile));
  const styles = await build({
    ...common,
    entryPoints: [join(ui, sheet)],
    minify: true,
    // What the loader promises: older syntax where there is one, and no feature that these lack.
    target: ["chrome103", "firefox113", "safari16.4"],
  });
  const [text, look] = [script, styles].map(({ outputFiles }) => outputFiles[0].text.trim());
  const inline = unpacked ? safeInScript(text) : await loaderOf(safeInScript(putOn(look) + text));
  const html = [
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Tributary</title><base target="_blank">',
    `<style>${unpacked ? look : bareStyles}</style></head>`,
    `<body><div id="sidebar" data-locale=""${unpacked ? ' data-packed="no"' : ""}></div>`,
    `<script>${inline}</script></body></html>`,
  ].join("\n");
  const path = join(outdir, `${name}.html`);
  await writeFile(path, `${html}\n`);
  return path;
};

const loaderOf = async (text) => {
  const { outputFiles } = await build({
    ...common,
    entryPoints: [join(root, "src/ui/loader.ts")],
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2020",
    supported: { "template-literal": false },
    define: { PACKED: JSON.stringify(pack(text)) },
  });
  return outputFiles[0].text.trim();
};

if (process.argv[1] !== undefined && existsSync(process.argv[1])) {
  if (import.meta.url === pathToFileURL(process.argv[1]).href) {
    await buildSidebar({ outdir: process.argv[2], unpacked: process.argv.includes("--unpacked") });
  }
}

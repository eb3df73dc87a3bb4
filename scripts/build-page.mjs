import { existsSync } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * The grid's library brings how words of 76 languages are divided, half of the whole page, and divides words only in
 * documents.
 */
const withoutHyphens = {
  name: "without-hyphens",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/[\w-]+\.js$/ }, ({ importer, kind }) =>
      kind === "dynamic-import" && /@univerjs.engine-render/.test(importer)
        ? { path: join(root, "scripts/stubs/nothing.mjs") }
        : undefined,
    ),
};

/**
 * Writes build/page/: the local page's client (with the grid), and what stands ready in the frames of
 * sidebars and dialogs. Returns the folder.
 */
export const buildPage = async () => {
  const from = join(root, "host/page/client");
  const outdir = join(root, "build/page");
  await mkdir(outdir, { recursive: true });
  await build({
    entryPoints: { page: join(from, "main.tsx"), frame: join(from, "frame/google-script.ts") },
    outdir,
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [withoutHyphens],
    legalComments: "none",
    logLevel: "warning",
  });
  for (const name of ["index.html", "icon.svg"])
    await copyFile(join(from, name), join(outdir, name));
  return outdir;
};

if (process.argv[1] !== undefined && existsSync(process.argv[1])) {
  if (import.meta.url === pathToFileURL(process.argv[1]).href) await buildPage();
}

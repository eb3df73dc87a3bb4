import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildOptions, build } from "esbuild";
import type { Plant } from "./list";

const stub = (name: string) =>
  `function ${name}() { return Planted.${name}.apply(this, arguments); }`;

/** Builds the program, from its repository's root, with a fault in it; the folder where it is, as a host opens it. */
export async function buildPlanted(root: string, name: string, plant: Plant): Promise<string> {
  const script = pathToFileURL(join(root, "scripts/build-bundle.mjs")).href;
  const { common } = (await import(script)) as { readonly common: BuildOptions };
  const { outputFiles } = await build({
    ...common,
    write: false,
    format: "iife",
    globalName: "Planted",
    footer: { js: ["onDaily", "onMonthly", "onHourly", "rpc", "showSidebar"].map(stub).join("\n") },
    plugins: [...(common.plugins ?? []), planting(join(root, "src", plant.file), plant)],
  });
  const dist = join(root, "build/planted", name.replace(/\W+/g, "-"));
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, "Code.js"), outputFiles[0]?.text ?? "");
  // The page that is handed the token for calls (PARTNER-3).
  writeFileSync(join(dist, "sidebar.html"), '<div id="sidebar" data-locale=""></div>');
  writeFileSync(join(dist, "appsscript.json"), readFileSync(join(root, "appsscript.json")));
  return dist;
}

const planting = (file: string, { from, to }: Plant) => ({
  name: "plant",
  setup: ({ onLoad }: Parameters<NonNullable<BuildOptions["plugins"]>[number]["setup"]>[0]) => {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      if (path !== file) return undefined;
      const text = readFileSync(path, "utf8").replace(from, () => to);
      return { contents: text, loader: "ts" as const };
    });
  },
});

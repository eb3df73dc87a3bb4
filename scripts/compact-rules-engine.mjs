import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const HELPERS = "babel-helpers";
/** What Babel put at the head of each file: one helper a line. */
const helper =
  /^(?:var (_[a-zA-Z]+) = (?:function|typeof Symbol).*;|function (_[a-zA-Z]+)\(.*\})$/gm;
/** Statements that only ever write to a developer's console, and never in a spreadsheet. */
const debugging = /^\s*\(0, _debug2\.default\)\([^;]*\);$/gm;

/** The library's own operators, all replaced by ours (triggers/operators.ts), and their decorators, which rules may not use. */
const replaced = /engine-default-operator(?:s|-decorators)\.js$/;

const nameOf = (match) => match[1] ?? match[2];

/** Every helper once; throws where two files mean different things by one name. */
const sharedHelpers = async (folder) => {
  const shared = new Map();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith(".js"))) {
    for (const match of (await readFile(join(folder, file), "utf8")).matchAll(helper)) {
      const known = shared.get(nameOf(match)) ?? match[0];
      if (known !== match[0]) throw new Error(`${file} has a ${nameOf(match)} of its own`);
      shared.set(nameOf(match), known);
    }
  }
  const names = [...shared.keys()].map((name) => `exports.${name} = ${name};`);
  return [...shared.values(), ...names].join("\n");
};

/** An esbuild plugin: json-rules-engine with Babel's helpers once, not in each file, and without what we never reach. */
export const compactRulesEngine = {
  name: "compact-rules-engine",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^${HELPERS}$`) }, ({ path, resolveDir }) => ({
      path,
      namespace: HELPERS,
      pluginData: resolveDir,
    }));
    onLoad({ filter: /.*/, namespace: HELPERS }, async ({ pluginData: folder }) => ({
      contents: await sharedHelpers(folder),
      loader: "js",
    }));
    onLoad({ filter: /json-rules-engine[\\/]dist[\\/][\w-]+\.js$/ }, async ({ path }) => {
      if (replaced.test(path)) {
        return { contents: "exports.__esModule = true; exports.default = [];", loader: "js" };
      }
      const text = await readFile(path, "utf8");
      // Some helpers are functions declared below their first use: here they must stand above it.
      const names = [...text.matchAll(helper)].map(nameOf);
      const shared = names.map((name) => `var ${name} = require("${HELPERS}").${name};`);
      const rest = text.replace(debugging, "").replace(helper, "");
      const contents = ['"use strict";', ...shared, rest].join("\n");
      return { contents, loader: "js", resolveDir: dirname(path) };
    });
  },
};

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");

/**
 * The properties that only the sidebar itself knows (isBusy, onChoose, …), as a pattern for esbuild's
 * mangleProps: what crosses to the script (src/engine, src/sheets), what the browser or Preact names, and
 * every event, keep their names.
 */
export const ownNames = (root) => {
  const browser = ["lib.dom.d.ts", "lib.es5.d.ts"]
    .map((name) => readFileSync(join(root, "node_modules/typescript/lib", name), "utf8"))
    .join("\n");
  const preact = ["preact", "preact/hooks"].map((name) =>
    readFileSync(require.resolve(name), "utf8"),
  );
  const others = [filesIn(join(root, "src/engine")), filesIn(join(root, "src/sheets")), browser];
  const taken = new Set([...others, ...preact].join("\n").match(/\w+/g));
  const events = new Set(browser.match(/(?<=^\s+")\w+(?=": \w*Event;)/gm));
  const own = new Set(filesIn(join(root, "src/ui")).match(/\b(is|has|on)[A-Z]\w*/g));
  const names = [...own].filter(
    (name) => !taken.has(name) && !events.has(name.slice(2).toLowerCase()),
  );
  return new RegExp(`^(${names.join("|")})$`);
};

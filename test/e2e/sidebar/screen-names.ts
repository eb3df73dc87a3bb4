import { readFileSync } from "node:fs";
import { join } from "node:path";

const registry = readFileSync(join(__dirname, "../../../src/ui/screens/index.ts"), "utf8");

/** The sidebar's screens, as its registry names them. */
export const screenNames: readonly string[] = [...registry.matchAll(/^ {2}"?([\w-]+)"?: \{/gm)].map(
  ([, name = ""]) => name,
);

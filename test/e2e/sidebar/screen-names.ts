import { readFileSync } from "node:fs";
import { join } from "node:path";

const registry = readFileSync(join(__dirname, "../../../src/ui/screens/index.ts"), "utf8");
const entries = registry.split(/^ {2}(?=\S+: \{)/m).slice(1);

/** The sidebar's screens, as its registry names them. */
export const screenNames: readonly string[] = entries.map(
  (entry) => /^"?([\w-]+)/.exec(entry)?.[1] ?? "",
);

/** For each screen the key, given by tab, that it is opened for; undefined where it needs no record. */
export const aboutByScreen = (
  keys: Readonly<Record<string, string>>,
): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    entries.map((entry, at) => [screenNames[at], keys[/\bof: "(\w+)"/.exec(entry)?.[1] ?? ""]]),
  );

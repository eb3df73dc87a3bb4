import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ExamplesJson } from "./format";

const folder = join(__dirname, "../../../docs/spec/examples");

/** The examples of the specification, by file. */
export const exampleFiles: readonly (readonly [file: string, examples: ExamplesJson])[] =
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => [
      name.replace(".json", ""),
      JSON.parse(readFileSync(join(folder, name), "utf8")),
    ]);

import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Manifest } from "../realm/manifest";

/** A program as `clasp push` would send it. */
export interface Program {
  readonly code: string;
  readonly html: ReadonlyMap<string, string>;
  readonly manifest: Manifest;
}

/** The dist/ folder beside the folder that this host was built into. */
const ownDist = (): string => join(dirname(dirname(fileURLToPath(import.meta.url))), "dist");

/**
 * Reads a program: every .js in the order of its name as one global scope (PLATFORM-9), the
 * pages by their names, the manifest. Throws when there is no script.
 */
export const loadProgram = async (dist: string = ownDist()): Promise<Program> => {
  const names: readonly string[] = await readdir(dist).catch(() => []);
  const scripts = [...names].sort().filter((name) => name.endsWith(".js"));
  if (scripts.length === 0) {
    throw new Error(`There is no script in ${dist}. Run "npm run build" first.`);
  }
  const read = (name: string): Promise<string> => readFile(join(dist, name), "utf8");
  const pages = names.filter((name) => name.endsWith(".html"));
  return {
    code: (await Promise.all(scripts.map(read))).join("\n"),
    html: new Map(
      await Promise.all(
        pages.map(async (name) => [basename(name, ".html"), await read(name)] as const),
      ),
    ),
    manifest: names.includes("appsscript.json")
      ? (JSON.parse(await read("appsscript.json")) as Manifest)
      : {},
  };
};

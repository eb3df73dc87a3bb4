import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { betweenFolders, filesOf, importsOf } from "../support/imports-of";

const root = join(__dirname, "../..");
const engine = join(root, "src/engine");

/** The engine's folders, lowest floor first: a folder imports only those on the floors below it (ARCHITECTURE.md). */
const architecture = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
const floorTable = architecture
  .split("\n## ")
  .find((part) => part.startsWith("The engine's floors"));
const floors: readonly (readonly string[])[] = (floorTable ?? "")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) =>
    [...(line.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, folder = ""]) => folder),
  );
const floorOf = (folder: string): number => floors.findIndex((floor) => floor.includes(folder));

const files = filesOf(engine);
const imports = importsOf(engine);
const between = betweenFolders(imports);

describe("the floors of the engine", () => {
  test("every file is in a folder of the list", () => {
    expect(floors.length).toBeGreaterThan(20);
    expect(files.filter((file) => floorOf(dirname(file)) < 0)).toEqual([]);
  });

  test("every file that ARCHITECTURE names exists", () => {
    const named = [...architecture.matchAll(/`([\w/.-]+\/[\w.-]+\.ts)`/g)].map(
      ([, path = ""]) => path,
    );
    expect(named.length).toBeGreaterThan(20);
    expect(
      named.filter((path) => ![engine, root].some((at) => existsSync(join(at, path)))),
    ).toEqual([]);
  });

  test("every import is found, type-only ones included", () => {
    expect(imports.length).toBeGreaterThan(files.length);
    expect(imports.filter(({ to }) => to.startsWith("missing"))).toEqual([]);
  });

  test("a folder imports only folders on lower floors, so that no two import each other", () => {
    const upward = between.filter(({ from, to }) => floorOf(dirname(to)) >= floorOf(dirname(from)));
    expect(upward).toEqual([]);
  });
});

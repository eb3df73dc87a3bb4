import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const root = join(__dirname, "../..");
const CODE = /\.(ts|tsx|mjs|cjs|css)$/;

function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(path) : CODE.test(entry.name) ? [path] : [];
  });
}
const textOf = (path: string): string => readFileSync(join(root, path), "utf8");
const code = ["src", "host", "demo", "scripts"].flatMap(filesUnder);
const src = filesUnder("src");

describe("the shape of the code", () => {
  test("no file is longer than 250 lines, and the median is at most 60", () => {
    const lengths = code.map((path) => ({ path, lines: textOf(path).split("\n").length - 1 }));
    expect(lengths.filter(({ lines }) => lines > 250)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(60);
  });

  test("file names are kebab-case", () => {
    const odd = code.filter(
      (path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.[a-z]+$/.test(path.split("/").pop() ?? ""),
    );
    expect(odd).toEqual([]);
  });

  test("only src/sheets names a Google service, and only one file of the sidebar google.script.run", () => {
    const services =
      /\b(SpreadsheetApp|PropertiesService|LockService|MailApp|HtmlService|ScriptApp|CacheService|Utilities|Session)\./;
    const strangers = src.filter(
      (path) => !path.startsWith("src/sheets/") && services.test(textOf(path)),
    );
    expect(strangers).toEqual([]);
    const callers = src.filter((path) =>
      /^(?!\s*(\*|\/\/|\/\*)).*google\.script\.run/m.test(textOf(path)),
    );
    expect(callers).toEqual(["src/ui/state/call.ts"]);
  });

  test("the program remembers nothing from one execution to the next (test/support/keeps-program.ts)", () => {
    const script = src.filter((path) => /^src\/(?:engine|sheets)\//.test(path));
    expect(script.filter((path) => /^(?:export )?(?:let|var) /m.test(textOf(path)))).toEqual([]);
  });

  test("no code suppresses a check or leaves work undone", () => {
    const marks = /biome-ignore|@ts-ignore|@ts-expect-error|@ts-nocheck|TODO|FIXME|XXX/;
    expect(code.filter((path) => marks.test(textOf(path)))).toEqual([]);
  });
});

describe("every registry holds every file beside it", () => {
  test.each([
    ["src/engine/tables", ["common", "is-archived", "parse-row", "setting-definitions", "table"]],
    ["src/engine/actions", ["action", "percent-base", "preview", "price"]],
    ["src/ui/screens", []],
  ])("%s", (folder, others) => {
    const index = filesUnder(folder).find((path) => /\/index\.tsx?$/.test(path)) ?? "";
    const imported = new Set(
      [...textOf(index).matchAll(/from "\.\/([\w-]+)"/g)].map(([, name]) => name),
    );
    const missing = readdirSync(join(root, folder))
      .filter((name) => /\.tsx?$/.test(name) && !name.startsWith("index."))
      .map((name) => name.replace(/\.tsx?$/, ""))
      .filter((name) => !imported.has(name) && !(others as readonly string[]).includes(name));
    expect(missing).toEqual([]);
  });

  test("every file of src/engine/usecases that makes a use case is in the index", () => {
    const index = textOf("src/engine/usecases/index.ts");
    const makers = filesUnder("src/engine/usecases").filter((path) =>
      /= useCase\(/.test(textOf(path)),
    );
    const names = makers.map((path) =>
      relative("src/engine/usecases", path).split(sep).join("/").replace(/\.ts$/, ""),
    );
    expect(names.filter((name) => !index.includes(`"./${name}"`))).toEqual([]);
  });
});

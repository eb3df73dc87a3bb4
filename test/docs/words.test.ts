import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tableNames, tableOf } from "../../src/engine/tables";
import { tablesIn } from "./tables-in";

const root = join(__dirname, "../..");
const textOf = (path: string) => readFileSync(join(root, path), "utf8");
const glossary = tablesIn(textOf("docs/spec/glossary.md"));
const oneLine = (text: string) => text.replace(/\s+/g, " ");

/** The tables of the glossary with so many columns whose first word is this one. */
const tableFrom = (word: string, columns: number) =>
  glossary.find(([first]) => first?.[0]?.startsWith(word) && first.length === columns) ?? [];
const firstMet = tableFrom("processed", 4);
/** Words of code and spec that people never read, as beginnings of words. */
const inner = tableFrom("judge", 2).flatMap(([words = ""]) => words.split(", "));
const innerWord = new RegExp(`\\b(${inner.map((word) => word.replace(/e?$/, "")).join("|")})`, "i");

const filesIn = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true })
    .map((path) => join(folder, String(path)))
    .filter((path) => ending.test(path));
/** What a page of the guide says: without code, images, and headers that it names. */
const prose = (text: string) =>
  text.replace(/`[^`]*`|!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|\*Judged\*/g, "");
/** The sentences in code: texts that begin with a capital letter or a value and have a space, and texts between tags. */
const sentences = (code: string): readonly string[] => {
  const bare = code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "").replace(/\$\{[^{}]*\}/g, "X");
  const quoted = bare.match(/(["`])[A-Z][^"`\n]* [^"`\n]*\1/g) ?? [];
  return [...quoted, ...(bare.match(/>[^<>{}=;]*[a-z][^<>{}=;]*</g) ?? [])];
};

test("the glossary has both tables of words that people read", () => {
  expect(firstMet.length).toBeGreaterThanOrEqual(4);
  expect(inner).toContain("judged");
});

test.each(firstMet)(
  "%s is explained where a person meets it first, on the screen and in the guide",
  (...[word = "", said = "", screen = "", page = ""]) => {
    expect(oneLine(textOf(`src/ui/${screen}`))).toContain(said);
    expect(oneLine(textOf(`docs/guide/${page}`))).toMatch(
      new RegExp(`\\b${word.slice(0, -2)}`, "i"),
    );
  },
);

test.each([...filesIn("docs/guide", /\.md$/), "README.md"])("%s says no inner word", (path) => {
  const lines = prose(textOf(path)).split("\n");
  expect(lines.filter((line) => innerWord.test(line))).toEqual([]);
});

test("no screen, no message and no note of a column says an inner word", () => {
  const found = [...filesIn("src/ui", /\.tsx?$/), ...filesIn("src/engine", /\.ts$/)].flatMap(
    (path) =>
      sentences(textOf(path))
        .filter((each) => innerWord.test(each))
        .map((each) => `${path}: ${each}`),
  );
  const headers = tableNames.flatMap((name) =>
    Object.values(tableOf(name).columns).map(({ header }) => header),
  );
  expect(found.filter((each) => !headers.some((header) => each.endsWith(`"${header}"`)))).toEqual(
    [],
  );
});

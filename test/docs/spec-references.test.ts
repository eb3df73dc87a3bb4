import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const root = join(__dirname, "../..");
const SPEC = "docs/spec";
const TEXT = /\.(ts|tsx|mjs|cjs|css|html|md|json|mmd)$/;
const ROOMS = ["src", "host", "demo", "bench", "scripts", "test", "docs"];

function textsUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? textsUnder(path) : TEXT.test(entry.name) ? [path] : [];
  });
}
const pages = readdirSync(root).filter((name) => name.endsWith(".md") && name !== "CHANGELOG.md");
const texts = [...pages, ...ROOMS.flatMap(textsUnder)].map(
  (path) => [path, readFileSync(join(root, path), "utf8")] as const,
);
const inSpec = texts.filter(([path]) => path.startsWith(`${SPEC}/`) && path.endsWith(".md"));

/** A rule's number where it is defined: bold, at the start of a line or of a table's row. */
const DEFINITION = /^(?:- |\| )\*\*([A-Z]+-\d+[a-z]?|E\d+)\*\*/gm;
const defined = inSpec.flatMap(([, text]) =>
  [...text.matchAll(DEFINITION)].map(([, id = ""]) => id),
);
const records = readdirSync(join(root, "docs/adr")).map(
  (name) => `ADR-${Number(name.slice(0, 4))}`,
);
const known = new Set([...defined, ...records]);

/** Words in capitals, a dash and a number that are no rules: encodings, time zones, and keys of examples. */
const OTHERS = ["UTF", "ISO", "SHA", "GMT", "INV", "USD", "PAY", "EU", "BANK"];
const REFERENCE = /\b([A-Z]{2,})-\d+[a-z]?\b/g;
const EDGE_CASE = /\bE\d{1,2}\b/g;
/** Elsewhere only in brackets: much else is an E and digits. */
const IN_BRACKETS = /(?<=\()E\d{1,2}(?=[,)])/g;

function unknownIn(path: string, text: string): readonly string[] {
  const rules = [...text.matchAll(REFERENCE)]
    .filter(([, prefix = ""]) => !OTHERS.includes(prefix))
    .map(([reference]) => reference);
  const namesCases = path.startsWith("test/edge-cases/") || path.startsWith(`${SPEC}/`);
  const cases = [...text.matchAll(namesCases ? EDGE_CASE : IN_BRACKETS)].map(([each]) => each);
  return [...rules, ...cases].filter((reference) => !known.has(reference));
}

/** Pages that rules were once written on, and that the repository does not have. */
const OUTSIDE =
  /\b(?:product|decisions|architecture|field-notes|toolchain)\.md\b|\bplatform\.md §|\bissue (?:“|of the )/g;

describe("the specification and the files that cite it", () => {
  test("every rule's number is defined once", () => {
    expect(defined.length).toBeGreaterThan(350);
    expect(defined.filter((id, at) => defined.indexOf(id) !== at)).toEqual([]);
  });

  test("every rule's number that is cited anywhere is defined", () => {
    const unknown = texts.flatMap(([path, text]) =>
      unknownIn(path, text).map((reference) => `${path}: ${reference}`),
    );
    expect(unknown).toEqual([]);
  });

  test("no file cites a page that the repository does not have", () => {
    const strangers = texts.flatMap(([path, text]) =>
      [...text.matchAll(OUTSIDE)].map(([page]) => `${path}: ${page}`),
    );
    expect(strangers.filter((line) => !line.startsWith("test/docs/spec-references"))).toEqual([]);
  });

  test("every edge case has a test under its number", () => {
    const tested = texts
      .filter(([path]) => path.startsWith("test/edge-cases/"))
      .flatMap(([, text]) => [...text.matchAll(EDGE_CASE)].map(([id]) => id));
    const cases = defined.filter((id) => /^E\d+$/.test(id));
    expect(cases.length).toBe(79);
    expect(cases.filter((id) => !tested.includes(id))).toEqual([]);
  });

  test("every link from one page to another leads somewhere", () => {
    const LINK = /\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g;
    const dead = texts
      .filter(([path]) => path.endsWith(".md"))
      .flatMap(([path, text]) =>
        [...text.matchAll(LINK)]
          .filter(([, to = ""]) => !existsSync(join(root, dirname(path), to)))
          .map(([, to]) => `${path}: ${to}`),
      );
    expect(dead).toEqual([]);
  });
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");
const page = readFileSync(join(root, "dist/import.html"), "utf8");
const plain = /<!--([\s\S]*)-->\n$/.exec(page)?.[1] ?? "";

/** The packages that the source imports for more than types. */
const imported = (): string[] => {
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(join(root, "src", path), "utf8"));
  const names = sources.flatMap((text) =>
    [...text.matchAll(/^(?:import|export)(?! type\b)[^;]*?from "([^".][^"]*)"/gm)].map(
      ([, name = ""]) => /^(?:@[^/]+\/)?[^/:]+/.exec(name)?.[0] ?? "",
    ),
  );
  return [...new Set(names)].filter((name) => existsSync(join(root, "node_modules", name))).sort();
};

it("names each package that is bundled, with its version and the whole text of its licence", () => {
  const names = imported();
  expect(names).toEqual(expect.arrayContaining(["dinero.js", "json-rules-engine", "preact"]));
  for (const name of names) {
    const home = join(root, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
    expect(plain).toContain(`\n${name} ${version} (${license})\n`);
    const file = readdirSync(home).find((each) => /^licen[cs]e(\.|$)/i.test(each));
    const text =
      file === undefined
        ? "Permission is hereby granted, free of charge"
        : readFileSync(join(home, file), "utf8").trim();
    expect(plain).toContain(text);
  }
});

it("names no package that is not bundled, and names the program's own licence", () => {
  const named = [...plain.matchAll(/^(\S+) \d\S* \(\S+\)$/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual(imported());
  expect(plain).toContain(readFileSync(join(root, "LICENSE"), "utf8").trim());
});

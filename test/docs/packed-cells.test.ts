import { readFileSync } from "node:fs";
import { join } from "node:path";
import { tableNames, tableOf } from "../../src/engine/tables";
import { context } from "../support/shapes";

const page = readFileSync(join(__dirname, "../../docs/spec/packed-cells.md"), "utf8");

/** The page's sections by tab and header, such as "Rewards: Terms"; a heading may name several tabs. */
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const [heading = ""] = section.split("\n");
      const [tabs = "", header] = heading.split(": ");
      return header === undefined
        ? []
        : tabs.split(", ").map((tab) => [`${tab}: ${header}`, section] as const);
    }),
);

const packedColumns = tableNames.flatMap((name) => {
  const { sheet, columns } = tableOf(name);
  return Object.values(columns)
    .filter(({ field }) => field.kind === "packed")
    .map(({ header, field }) => [`${sheet}: ${header}`, field] as const);
});

/** The texts of a section's blocks in this language. */
const blocksOf = (section: string, language: string): readonly string[] =>
  [...section.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)\\n\`\`\``, "gm"))].map(
    ([, text = ""]) => text,
  );

describe("the page on packed cells", () => {
  test("it has a section for each packed column, and for no other", () => {
    expect([...sections.keys()].sort()).toEqual(packedColumns.map(([name]) => name).sort());
  });

  test.each(packedColumns)(
    "%s: its example is read, and written as it stands there",
    (name, field) => {
      const examples = blocksOf(sections.get(name) ?? "", "json");
      expect(examples.length).toBeGreaterThan(0);
      for (const text of examples) {
        const read = field.parse(text, context);
        expect(read).toMatchObject({ ok: true });
        if (read.ok) expect(field.print(read.value, context)).toBe(text);
      }
    },
  );

  test.each(packedColumns)("%s: its earlier forms are still read", (name, field) => {
    for (const text of blocksOf(sections.get(name) ?? "", "text"))
      expect(field.parse(text, context)).toMatchObject({ ok: true });
  });
});

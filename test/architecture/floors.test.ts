import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const engine = join(__dirname, "../../src/engine");

/** The engine's rooms, lowest floor first: a room imports only rooms on the floors below it (ARCHITECTURE.md). */
const floors: readonly (readonly string[])[] = [
  ["kernel"],
  ["tables/packed"],
  ["tables"],
  ["program"],
  ["activity", "sales", "rules"],
  ["rewards"],
  ["drips"],
  ["invoices"],
  ["invoices/files"],
  ["actions"],
  ["triggers"],
  ["judging"],
  ["edits"],
  ["undo"],
  ["timeline"],
  ["simulate"],
  ["health"],
  ["run"],
  ["reports/statements"],
  ["reports/forecast"],
  ["intake/import", "intake/sample"],
  ["intake"],
  ["usecases/shared"],
  ["usecases/people"],
  [
    "usecases/sales",
    "usecases/triggers",
    "usecases/events",
    "usecases/rewards",
    "usecases/drips",
    "usecases/payouts",
    "usecases/statements",
  ],
  ["usecases/invoices", "usecases/program"],
  ["usecases"],
  ["contract"],
];
const floorOf = (room: string): number => floors.findIndex((rooms) => rooms.includes(room));

interface Import {
  readonly from: string;
  readonly to: string;
}
const files = (readdirSync(engine, { recursive: true }) as string[])
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"));
const imports: readonly Import[] = files.flatMap((from) =>
  [...readFileSync(join(engine, from), "utf8").matchAll(/\bfrom "(\.[^"]+)"/g)].map(
    ([, path = ""]) => {
      const base = join(dirname(from), path).replaceAll("\\", "/");
      const to = [`${base}.ts`, `${base}/index.ts`].find((each) => existsSync(join(engine, each)));
      return { from, to: to ?? `missing: ${base}` };
    },
  ),
);
const between = imports.filter(({ from, to }) => dirname(from) !== dirname(to));

describe("the floors of the engine", () => {
  test("every file stands in a room of the list", () => {
    expect(files.filter((file) => floorOf(dirname(file)) < 0)).toEqual([]);
  });

  test("every import is found, type-only ones included", () => {
    expect(imports.length).toBeGreaterThan(files.length);
    expect(imports.filter(({ to }) => to.startsWith("missing"))).toEqual([]);
  });

  test("a room imports only rooms on lower floors, so that no two rooms import each other", () => {
    const upward = between.filter(({ from, to }) => floorOf(dirname(to)) >= floorOf(dirname(from)));
    expect(upward).toEqual([]);
  });
});

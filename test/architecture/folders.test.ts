import { join } from "node:path";
import { foldersInCircles, importsOf } from "../support/imports-of";

const root = join(__dirname, "../..");

describe.each(["src/ui", "src/sheets", "host", "demo"])("the folders of %s", (folder) => {
  const imports = importsOf(join(root, folder));

  test("every import is found, type-only ones included", () => {
    expect(imports.length).toBeGreaterThan(0);
    expect(imports.filter(({ to }) => to.startsWith("missing"))).toEqual([]);
  });

  test("no two folders import each other, and there is no cycle of folders", () => {
    expect(foldersInCircles(imports)).toEqual([]);
  });
});

test("a cycle of folders is found, without folders that only lead to it or away from it", () => {
  const imports = [
    { from: "a/one.ts", to: "b/two.ts" },
    { from: "b/two.ts", to: "c/three.ts" },
    { from: "c/three.ts", to: "a/four.ts" },
    { from: "main.ts", to: "a/one.ts" },
    { from: "c/three.ts", to: "d/five.ts" },
    { from: "d/five.ts", to: "d/six.ts" },
  ];

  expect(foldersInCircles(imports)).toEqual(["a", "b", "c"]);
});

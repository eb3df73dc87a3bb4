import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

export interface Import {
  readonly from: string;
  readonly to: string;
}

const endings = ["", ".ts", ".tsx", ".d.ts", "/index.ts", "/index.tsx"];
const relative = /\b(?:from |import |import\()"(\.[^"]+)"/g;

/** The TypeScript files of a folder, as paths below it. */
export const filesOf = (folder: string): readonly string[] =>
  (readdirSync(folder, { recursive: true }) as string[])
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.tsx?$/.test(path));

/** All imports between the files of a folder, of types too; `to` says "missing" where there is no such file. */
export const importsOf = (folder: string): readonly Import[] =>
  filesOf(folder).flatMap((from) =>
    [...readFileSync(join(folder, from), "utf8").matchAll(relative)].flatMap(([, path = ""]) => {
      const base = join(dirname(from), path).replaceAll("\\", "/");
      if (base.startsWith("..")) return [];
      const to = endings
        .map((end) => base + end)
        .find((each) => /\.\w+$/.test(each) && existsSync(join(folder, each)));
      return [{ from, to: to ?? `missing: ${base}` }];
    }),
  );

/** The imports that lead from one folder to another; the files at the root are in the folder ".". */
export const betweenFolders = (imports: readonly Import[]): readonly Import[] =>
  imports.filter(({ from, to }) => dirname(from) !== dirname(to));

/**
 * The folders that stand in a circle of imports, pairs that import each other included: those left when a folder that
 * imports none of the others, or is imported by none of them, is taken away again and again. None is good.
 */
export function foldersInCircles(imports: readonly Import[]): readonly string[] {
  let arrows = betweenFolders(imports).map(({ from, to }) => [dirname(from), dirname(to)] as const);
  for (;;) {
    const importing = new Set(arrows.map(([from]) => from));
    const imported = new Set(arrows.map(([, to]) => to));
    const left = arrows.filter(([from, to]) => imported.has(from) && importing.has(to));
    if (left.length === arrows.length) return [...importing].sort();
    arrows = left;
  }
}

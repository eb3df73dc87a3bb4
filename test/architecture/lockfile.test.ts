import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Package {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly resolved?: string;
}
const lock = JSON.parse(readFileSync(join(__dirname, "../../package-lock.json"), "utf8")) as {
  readonly packages: Readonly<Record<string, Package>>;
};
const paths = Object.keys(lock.packages);

describe("the lockfile", () => {
  test("has the binaries of every platform for each package that has binaries, so that npm ci works everywhere", () => {
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !paths.some((each) => each.endsWith(`node_modules/${name}`)))
        .map((name) => `${path} wants ${name}`),
    );
    expect(missing).toEqual([]);
    expect(paths.some((path) => path.includes("darwin-arm64"))).toBe(true);
    expect(paths.some((path) => path.includes("win32-x64"))).toBe(true);
  });

  test("names no download addresses", () => {
    expect(paths.filter((path) => lock.packages[path]?.resolved !== undefined)).toEqual([]);
  });
});

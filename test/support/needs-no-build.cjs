const { existsSync, readFileSync } = require("node:fs");
const { dirname, join } = require("node:path");

/** What a test says that needs the built program, host or sidebar, or bundles something itself. */
const built =
  /["'`/](?:build|dist)\/|\/support\/(?:host|outside-jest|run-command)"|\bbuild(?:-|[A-Z]\w*\()/;
const imported = /\bfrom "(\.[^"]+)"/g;

/** Whether a file of the tests, or one of the tests' own that it imports, needs anything built. */
function needsBuild(path, seen = new Set()) {
  if (seen.has(path)) return false;
  seen.add(path);
  const text = readFileSync(path, "utf8");
  if (built.test(text)) return true;
  return [...text.matchAll(imported)]
    .map(([, to]) => `${join(dirname(path), to)}.ts`)
    .filter((to) => /[\\/]test[\\/]/.test(to) && existsSync(to))
    .some((to) => needsBuild(to, seen));
}

/** Jest's filter for the quick tests: those that need nothing built. */
module.exports = (paths) => ({
  filtered: paths.filter((path) => !needsBuild(path)),
});

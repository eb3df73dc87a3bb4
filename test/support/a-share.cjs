const { statSync } = require("node:fs");
const { dirname } = require("node:path");
const commit = require("./commit.cjs");
const LongestFirst = require("./longest-first.cjs");

/** Test files that play whole programs or drive a browser: nearly all of the time. */
const driving = /[\\/]test[\\/](e2e|faults|sheets|simulation|demo|install)[\\/]/;
const SHARES = 5;

/**
 * Of the test files that take long, the fifth whose turn it is by the commit, as many of each folder; all where some are
 * asked for by name. `npm run test:all` runs them all.
 */
module.exports = class extends LongestFirst {
  constructor(options) {
    super(options);
    const { testPathPatterns, shard } = options.globalConfig;
    this.isAsked = testPathPatterns.isSet() || shard !== undefined;
  }

  sort(tests) {
    if (this.isAsked) return super.sort(tests);
    const turn = commit() % SHARES;
    // In order of size, so that each share has long and short ones of each folder.
    const long = tests
      .filter(({ path }) => driving.test(path))
      .map((test) => ({ test, folder: dirname(test.path), size: statSync(test.path).size }))
      .sort((a, b) => (a.folder < b.folder ? -1 : a.folder > b.folder ? 1 : a.size - b.size));
    const left = new Set(long.filter((_, i) => i % SHARES !== turn).map(({ test }) => test));
    if (long.length === 0) return super.sort(tests);
    const run = `${long.length - left.size} of ${long.length}`;
    process.stderr.write(
      `${run} test files that drive a whole program, by the commit. All: npm run test:all\n`,
    );
    return super.sort(tests.filter((test) => !left.has(test)));
  }
};

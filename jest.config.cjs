const { availableParallelism } = require("node:os");
const commit = require("./test/support/commit.cjs");

/** The long modes of CONTRIBUTING.md; on a busy machine one test of theirs takes more than an hour. */
const longModes = ["KILLS", "REFUSALS", "LAWS_RUNS", "ANY_CELL", "PLANTS", "LIVES", "SCREENS"];
const isLong = longModes.some((name) => process.env[name] !== undefined);
// A commit that was green stays so; the long modes draw other cases each time, as `LAWS_SEED= npm test` does.
if (!isLong) process.env.LAWS_SEED ??= String(commit());

module.exports = {
  testEnvironment: "<rootDir>/test/support/environment.cjs",
  globalSetup: "<rootDir>/test/support/global-setup.cjs",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  transform: {
    "\\.tsx?$": "<rootDir>/scripts/esbuild-transform.cjs",
    "node_modules/(json-rules-engine|eventemitter2)/.*\\.js$": "<rootDir>/scripts/bind-promise.cjs",
    "node_modules/dinero\\.js/.*\\.js$": "<rootDir>/scripts/esbuild-transform.cjs",
  },
  transformIgnorePatterns: [],
  // A timing never decides a test: this only ends one that hangs.
  testTimeout: isLong ? 10_800_000 : 300_000,
  moduleNameMapper: {
    "^fast-check$": "<rootDir>/test/support/fast-check.cjs",
    "^fast-check/itself$": require.resolve("fast-check"),
  },
  testSequencer: isLong
    ? "<rootDir>/test/support/longest-first.cjs"
    : "<rootDir>/test/support/a-share.cjs",
  // Tests in a browser wait for it most of the time, so there are more workers than cores.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
};

const { availableParallelism } = require("node:os");

/** The long modes of CONTRIBUTING.md; on a busy machine one test of theirs takes more than an hour. */
const longModes = ["KILLS", "REFUSALS", "LAWS_RUNS", "ANY_CELL", "PLANTS", "LIVES", "SCREENS"];
const isLong = longModes.some((name) => process.env[name] !== undefined);

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
  testSequencer: "<rootDir>/test/support/longest-first.cjs",
  // Tests in a browser wait for it most of the time, so there are more workers than cores.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
};

module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  transform: {
    "\\.tsx?$": "<rootDir>/scripts/esbuild-transform.cjs",
    "node_modules/dinero\\.js/.*\\.js$": "<rootDir>/scripts/esbuild-transform.cjs",
  },
  transformIgnorePatterns: [],
  testTimeout: 60000,
};

const { globalSetup: _build, ...all } = require("./jest.config.cjs");

/** `npm run test:quick`: the engine and the units. Nothing is built, no browser starts, and the laws wait for `npm test`. */
module.exports = {
  ...all,
  testPathIgnorePatterns: ["/node_modules/", "/test/(laws|e2e|faults|sheets|demo|simulation)/"],
  filter: "<rootDir>/test/support/needs-no-build.cjs",
};

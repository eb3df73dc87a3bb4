/** `npm run test:all`: every test file, not only this commit's share of those that drive a whole program. */
module.exports = {
  ...require("./jest.config.cjs"),
  testSequencer: "<rootDir>/test/support/longest-first.cjs",
};

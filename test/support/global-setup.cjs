/** Builds once before the tests: the host, whose in-realm half is made by bundling, and the program in dist/. */
module.exports = async () => {
  const { buildHost } = await import("../../scripts/build-host.mjs");
  const { buildBundle } = await import("../../scripts/build-bundle.mjs");
  await Promise.all([buildHost(), buildBundle()]);
};

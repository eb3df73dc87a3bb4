/** Builds the host once before the tests: its in-realm half is made by bundling. */
module.exports = async () => {
  const { buildHost } = await import("../../scripts/build-host.mjs");
  await buildHost();
};

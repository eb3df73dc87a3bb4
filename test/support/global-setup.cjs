/** Builds once before the tests: dist/, the host, its page and the commands. */
module.exports = async () => {
  const { buildAll } = await import("../../scripts/build.mjs");
  await buildAll();
};

/** Builds once before the tests: dist/, the host, its page, the commands, and a bundle with the calls still to come. */
module.exports = async () => {
  const { buildAll } = await import("../../scripts/build.mjs");
  const { buildBundle } = await import("../../scripts/build-bundle.mjs");
  await buildAll();
  await buildBundle({ outdir: "build/coming", coming: true });
};

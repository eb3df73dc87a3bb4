const { default: Sequencer } = require("@jest/test-sequencer");

/** Folders whose tests take longest, the longest first: a whole program over and over, or a browser. */
const folders = ["faults", "e2e/sidebar", "e2e", "simulation", "demo", "sheets", "laws"];

const rank = ({ path }) => {
  const at = folders.findIndex((folder) => path.replaceAll("\\", "/").includes(`/test/${folder}/`));
  return at < 0 ? folders.length : at;
};

/**
 * Where nothing is known of how long the tests took, as on a fresh clone, the longest come first, so that no core waits
 * at the end for one of them. Jest goes by the size of their files there, and the longest are small.
 */
module.exports = class extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    return [...sorted].sort((a, b) => rank(a) - rank(b));
  }
};

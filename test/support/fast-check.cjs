const fc = require("fast-check/itself");

/** fast-check as the tests get it: it draws by `LAWS_SEED`, where there is one. */
const seed = process.env.LAWS_SEED;
if (seed) fc.configureGlobal({ seed: Number(seed) });

module.exports = fc;

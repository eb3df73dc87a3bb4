/** The architecture as rules: layers look one way only (ARCHITECTURE.md). */
const only = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    only(
      "no-cycles",
      "A cycle hides which part needs which; one of types does, too.",
      {},
      { circular: true },
    ),
    only(
      "engine-knows-no-layer",
      "The engine imports itself, json-rules-engine and its date and money libraries.",
      { path: "^src/engine" },
      { pathNot: "^src/engine|^node_modules/(json-rules-engine|date-fns|@date-fns|dinero\\.js)/" },
    ),
    only(
      "one-judge",
      "Only judge.ts imports json-rules-engine.",
      { path: "^src", pathNot: "^src/engine/rules/judge\\.ts$" },
      { path: "json-rules-engine", dependencyTypesNot: ["type-only"] },
    ),
    only(
      "sheets-to-engine",
      "The adapter knows the engine only.",
      { path: "^src/sheets" },
      { pathNot: "^src/(sheets|engine)" },
    ),
    only(
      "ui-knows-the-contract",
      "The sidebar knows the contract's types and the pure leaves.",
      { path: "^src/ui" },
      {
        pathNot:
          "^src/ui|^src/engine/(kernel/(vocabulary|message|cells|csv|field|fields|date-fields|money|day|keys|zoned)|contract/contract|intake/import/(?!plan-import|made-rows|take-back)[\\w-]+|usecases/shared/(find-by-text|page))\\.ts$|^node_modules/(preact|@preact)/|^virtual:",
        dependencyTypesNot: ["type-only"],
      },
    ),
    only(
      "host-runs-dist",
      "The host runs dist/ and nothing of src.",
      { path: "^host" },
      { path: "^src" },
    ),
    only(
      "src-knows-no-host",
      "What ships knows nothing of the laptop.",
      { path: "^src" },
      { path: "^(host|demo|test|bench|scripts)" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
    },
  },
};

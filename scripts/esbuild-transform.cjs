const { transformSync } = require("esbuild");
const { createHash } = require("node:crypto");

/** The jest transform: TypeScript to CommonJS by esbuild, cached by content. */
module.exports = {
  getCacheKey: (source, path) => createHash("sha1").update(source).update(path).digest("hex"),
  process: (source, path) =>
    transformSync(source, {
      loader: path.endsWith("x") ? "tsx" : path.endsWith(".js") ? "js" : "ts",
      format: "cjs",
      target: "es2022",
      jsx: "automatic",
      jsxImportSource: "preact",
      sourcemap: "inline",
      sourcefile: path,
    }),
};

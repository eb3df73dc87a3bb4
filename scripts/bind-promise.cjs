const { createHash } = require("node:crypto");
const { readFile } = require("node:fs/promises");
const { join } = require("node:path");

const root = join(__dirname, "..");
const standIn = join(root, "src/engine/rules/settled-promise.ts");
const library = "json-rules-engine";
/** The library's own files, and those of what it answers through. */
const files = /[\\/]node_modules[\\/](?:json-rules-engine|eventemitter2)[\\/].*\.js$/;

const helpers = join(root, "scripts/stubs/class-helpers.cjs");
const shared = Object.keys(require(helpers));
/** A helper that the library's compiler wrote into a file, on a line of its own. */
const ownHelper = new RegExp(
  `^(?:function (?:${shared.join("|")})\\(|var (?:_createClass|_slicedToArray|_typeof) = ).*\n`,
  "gm",
);

/** What the library says to those who work on it, if they ask for it. */
const ownTalk = /^ *\(0, _debug2\.default\)\([\s\S]*?\);\n/gm;

/** How it would write its objects as JSON, which nobody asks of it. */
const ownJson = /, \{\n {4}key: 'toJSON',\n[\s\S]*?\n {2}\}(?=[,\]])/g;

/**
 * The library's code with our stand-in as its `Promise`: no built-in is replaced for it (REFUSAL-4). The helpers that each
 * file brings are shared, and it says nothing.
 */
function bound(source) {
  const own = source.replace(ownHelper, "").replace(ownTalk, "").replace(ownJson, "");
  const used = shared.filter((name) => own.includes(name));
  const helping = used.length > 0 ? `var { ${used} } = require(${JSON.stringify(helpers)});` : "";
  const answering = own.includes("Promise")
    ? `var Promise = require(${JSON.stringify(standIn)}).SettledPromise;`
    : "";
  return answering + helping + own;
}

const at = (name, from) => require.resolve(name, { paths: [from] });

/**
 * An esbuild plugin: where the engine imports json-rules-engine it gets the library with the stand-in bound, also in builds
 * that leave packages outside. Whoever else imports it gets it as it is.
 */
const bindPromise = {
  name: "bind-promise",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^json-rules-engine$/ }, ({ importer }) =>
      importer.startsWith(join(root, "src")) ? { path: at(library, root) } : undefined,
    );
    // What the library itself needs: the program uses little of it, and has small stand-ins.
    onResolve(
      { filter: /^(?:eventemitter2|clone|hash-it|jsonpath-plus)$/ },
      ({ importer, path }) =>
        files.test(importer) ? { path: join(root, `scripts/stubs/${path}.mjs`) } : undefined,
    );
    // All operators are the program's own (FACT-11); none is decorated.
    onResolve(
      {
        filter:
          /^\.\/(?:engine-default-operators|engine-default-operator-decorators|operator-decorator)$/,
      },
      ({ importer }) =>
        files.test(importer) ? { path: join(root, "scripts/stubs/nothing.mjs") } : undefined,
    );
    onLoad({ filter: files }, async ({ path }) => ({
      contents: bound(await readFile(path, "utf8")),
      loader: "js",
    }));
  },
};

module.exports = {
  bindPromise,
  /** The jest transform of the same files. */
  getCacheKey: (source, path) =>
    createHash("sha1")
      .update(bound.toString() + ownHelper + ownTalk)
      .update(source)
      .update(path)
      .digest("hex"),
  process: (source) => ({ code: bound(source) }),
};

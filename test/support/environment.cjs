const { setFlagsFromString } = require("node:v8");
const vm = require("node:vm");
const { TestEnvironment } = require("jest-environment-node");

/**
 * V8 optimizes a function later than it would. Each test file, and each realm of the host, has its functions anew: what is
 * optimized for them is thrown away before it pays, a fifth of the time.
 */
setFlagsFromString("--interrupt-budget=300000");

const { compileFunction, createContext } = vm;
const plainContext = () => createContext(vm.constants.DONT_CONTEXTIFY);

const scripts = new Map();
/**
 * Compiles a module for jest once a worker. Jest would do so for each test file anew, with its own modules too, which is
 * most of what loading them takes.
 */
vm.compileFunction = (source, parameters, options) => {
  const { filename, parsingContext } = options;
  if (parsingContext === undefined) return compileFunction(source, parameters, options);
  const known = scripts.get(filename);
  if (known?.source === source) return known.script.runInContext(parsingContext);
  const head = `(function (${parameters}) {`;
  const script = new vm.Script(`${head}${source}\n})`, { filename, columnOffset: -head.length });
  scripts.set(filename, { source, script });
  return script.runInContext(parsingContext);
};

const made = new Map();
/** Node's own `import`, for a package of ES modules: jest has none. */
const bring = (name) => import(name);

/**
 * What is made once for all test files of a worker, with Node's own `require` and `import`: jest's would load a package anew
 * for each of them.
 */
const oncePerWorker = (name, make) => {
  if (!made.has(name)) made.set(name, make(require, bring));
  return made.get(name);
};

/**
 * Node's environment with an ordinary global. Jest makes a contextified one, where every use of a global name, such as
 * `Map` or `Object`, goes through an interceptor: laws and whole programs then take up to four times as long.
 */
module.exports = class extends TestEnvironment {
  constructor(...args) {
    vm.createContext = plainContext;
    try {
      super(...args);
    } finally {
      vm.createContext = createContext;
    }
    this.global.oncePerWorker = oncePerWorker;
  }
};

const v8 = require("node:v8");
const vm = require("node:vm");
const { TestEnvironment } = require("jest-environment-node");

const { createContext } = vm;
/** Tests that spend their time in executions of the built program. */
const hosted = /[\\/]test[\\/](?:sheets|e2e|faults|host)[\\/]/;
const plainContext = () => createContext(vm.constants.DONT_CONTEXTIFY);

const made = new Map();
/**
 * What is made once for all test files of a worker, with Node's own `require`: jest's would load a package anew for each
 * of them.
 */
const oncePerWorker = (name, make) => {
  if (!made.has(name)) made.set(name, make(require));
  return made.get(name);
};

/**
 * Node's environment with an ordinary global. Jest makes a contextified one, where every use of a global name, such as
 * `Map` or `Object`, goes through an interceptor: laws and whole programs then take up to four times as long.
 */
module.exports = class extends TestEnvironment {
  constructor(...args) {
    // A realm of the host lives for one execution: code optimized for it is thrown away before it pays.
    v8.setFlagsFromString(hosted.test(args[1].testPath) ? "--no-opt" : "--opt");
    vm.createContext = plainContext;
    try {
      super(...args);
    } finally {
      vm.createContext = createContext;
    }
    this.global.oncePerWorker = oncePerWorker;
  }
};

const vm = require("node:vm");
const { TestEnvironment } = require("jest-environment-node");

const { createContext } = vm;
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
    vm.createContext = plainContext;
    try {
      super(...args);
    } finally {
      vm.createContext = createContext;
    }
    this.global.oncePerWorker = oncePerWorker;
  }
};

const vm = require("node:vm");
const { TestEnvironment } = require("jest-environment-node");

const { createContext } = vm;
const plainContext = () => createContext(vm.constants.DONT_CONTEXTIFY);

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
  }
};

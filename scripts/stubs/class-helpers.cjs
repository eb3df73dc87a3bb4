/**
 * What the library's compiler wrote into each of its files, once for all of them. As it stood there: without these the
 * program's one file is 5 kB smaller.
 */
exports._interopRequireDefault = (module) => (module?.__esModule ? module : { default: module });

exports._classCallCheck = (instance, Constructor) => {
  if (!(instance instanceof Constructor)) throw new TypeError("Cannot call a class as a function");
};

function define(target, properties = []) {
  for (const { key, value, get } of properties) {
    Object.defineProperty(
      target,
      key,
      get ? { get, configurable: true } : { value, configurable: true, writable: true },
    );
  }
}
exports._createClass = (Constructor, own, ofClass) => {
  define(Constructor.prototype, own);
  define(Constructor, ofClass);
  return Constructor;
};

exports._possibleConstructorReturn = (self, call) =>
  call && (typeof call === "object" || typeof call === "function") ? call : self;

exports._inherits = (subClass, superClass) => {
  subClass.prototype = Object.create(superClass.prototype, {
    constructor: { value: subClass, writable: true, configurable: true },
  });
  Object.setPrototypeOf(subClass, superClass);
};

/** The library takes apart nothing but lists. */
exports._slicedToArray = (list) => list;

exports._typeof = (value) => typeof value;

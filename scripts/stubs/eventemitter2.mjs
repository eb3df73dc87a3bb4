import { SettledPromise } from "../../src/engine/rules/settled-promise";

/**
 * Stands in for eventemitter2 in the bundle: of its 19 kB json-rules-engine uses these two methods. A function and not a
 * class, since the library's compiled classes call their base without `new`.
 */
export function EventEmitter2() {}
EventEmitter2.prototype.on = function on(name, listener) {
  this.listenersByName ??= new Map();
  this.listenersByName.set(name, [...(this.listenersByName.get(name) ?? []), listener]);
  return this;
};
EventEmitter2.prototype.emitAsync = function emitAsync(name, ...values) {
  const listeners = this.listenersByName?.get(name) ?? [];
  return SettledPromise.all(listeners.map((listener) => listener.apply(this, values)));
};

export { EventEmitter2 as default, EventEmitter2 as EventEmitter };

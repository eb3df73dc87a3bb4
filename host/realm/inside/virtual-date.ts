/** Makes `new Date()`, `Date()` and `Date.now()` show the host's virtual time (ms since 1970). */
export const virtualDate = (now: () => number): void => {
  const NativeDate = Date;
  const VirtualDate = new Proxy(NativeDate, {
    apply: () => new NativeDate(now()).toString(),
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
  });
  Object.defineProperty(NativeDate, "now", {
    value: () => now(),
    writable: true,
    configurable: true,
  });
  Object.defineProperty(NativeDate.prototype, "constructor", { value: VirtualDate });
  Object.defineProperty(globalThis, "Date", {
    value: VirtualDate,
    writable: true,
    configurable: true,
    enumerable: false,
  });
};

import { es2020 } from "./es2020";

const always = ["length", "name", "prototype", "constructor"];

const holderOf = (path: string): object | undefined => {
  const world = globalThis as unknown as Record<string, unknown>;
  if (path === "globalThis") return globalThis;
  const typed = Object.getPrototypeOf(Int8Array) as { readonly prototype: object };
  if (path === "TypedArray") return typed;
  if (path === "TypedArray.prototype") return typed.prototype;
  const [name = "", member] = path.split(".");
  const holder = world[name] as Record<string, object> | undefined;
  return member === undefined ? holder : holder?.[member];
};

/**
 * Takes from the realm all that ES2020 does not promise: timers, WebAssembly, WeakRef, newer
 * library methods (PLATFORM-7; the stricter reading of what is unknown).
 */
export const impoverish = (): void => {
  for (const path of Object.keys(es2020)) {
    const holder = holderOf(path);
    if (holder === undefined) continue;
    const kept = new Set([...always, ...(es2020[path] ?? "").split(" ")]);
    for (const key of Object.getOwnPropertyNames(holder)) {
      if (!kept.has(key)) Reflect.deleteProperty(holder, key);
    }
  }
  const generator = Object.getPrototypeOf(function* () {}.prototype) as object;
  const iterator = Object.getPrototypeOf(generator) as object;
  for (const key of Object.getOwnPropertyNames(iterator)) Reflect.deleteProperty(iterator, key);
};

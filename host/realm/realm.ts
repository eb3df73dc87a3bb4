/// <reference path="./virtual-modules.d.ts" />
import { constants, createContext, Script } from "node:vm";
import { source as insideSource } from "virtual:inside";
import type { Bridge } from "./inside/bridge";
import type { Box } from "./inside/entry";
import type { Inside } from "./inside/install";

/** A fresh world as poor as Apps Script, with the services in it. */
export interface Realm {
  readonly inside: Pick<Inside, "describe" | "faultOf">;
  /** Prepares a call of a top-level function, to be made by `enter`. */
  readonly prepare: (name: string, args: readonly unknown[]) => Box;
  /** Runs a compiled script and then the realm's microtasks. */
  readonly run: (script: Script) => unknown;
  /** Makes the prepared call. */
  readonly enter: () => void;
  readonly isOwnPromise: (value: unknown) => boolean;
}

const slot = "__hostEntry";
/** A call of import(): Node answers it with an error of the main realm, through which a script could break out. */
const dynamicImport = /(?<![.\w$])import\(/;

/** Compiles a script of the realm; a syntax error is thrown as Node gives it. */
export const compile = (source: string, filename: string): Script => {
  if (dynamicImport.test(source)) {
    throw new SyntaxError(`${filename} names import(), which Apps Script has not.`);
  }
  return new Script(source, { filename });
};

let scripts: { readonly services: Script; readonly enter: Script } | undefined;

const ownScripts = () => {
  scripts ??= {
    services: compile(insideSource, "services.js"),
    enter: compile(
      `(() => { const enter = globalThis.${slot}; delete globalThis.${slot}; enter(); })()`,
      "enter.js",
    ),
  };
  return scripts;
};

/**
 * Creates a realm (ADR-10): an ordinary global, not a contextified one, so that code runs at full speed. `limitMs` is
 * the real time after which a run is torn down.
 */
export const createRealm = (bridge: Bridge, limitMs: number): Realm => {
  const context = createContext(constants.DONT_CONTEXTIFY, { microtaskMode: "afterEvaluate" });
  const { services, enter } = ownScripts();
  const module = services.runInContext(context) as { install(bridge: Bridge): Inside };
  const promise = (context as unknown as typeof globalThis).Promise.prototype as object;
  const inside = module.install(bridge);
  const run = (script: Script): unknown => script.runInContext(context, { timeout: limitMs });
  return {
    inside,
    prepare: (name, args) => inside.prepare(slot, name, args),
    run,
    enter: () => void run(enter),
    isOwnPromise: (value) =>
      typeof value === "object" &&
      value !== null &&
      Object.prototype.isPrototypeOf.call(promise, value),
  };
};

import type { Bridge, Plain } from "./bridge";
import { defineClass, type Methods, type Properties, type ServiceClass } from "./define-class";
import type { Described } from "./described";
import { type EnumValue, enumerations } from "./enumerations";
import { exception } from "./exception";

/** What a method returns to hand back the very object it was called on. */
export const chain = Symbol("this");

/** All that the in-realm half of a service may use. */
export interface Kit {
  /** Asks the host's half; arrays arrive as copies born in this realm; its errors as Exceptions. */
  readonly ask: (op: string, ...args: readonly Plain[]) => Plain;
  readonly now: () => number;
  /** Defines an Apps Script class; every method passes the gate and has its parameters checked. */
  readonly define: <State>(
    className: string,
    methods: Methods<State>,
    options?: { readonly properties?: Properties; readonly plain?: (state: State) => unknown },
  ) => ServiceClass<State>;
  /** An enum of Apps Script by its name, "ProtectionType"; its values know their names. */
  readonly enumeration: (name: string) => Readonly<Record<string, EnumValue>>;
  /** The class name of a service's object, undefined for any other value. */
  readonly classOf: (value: unknown) => string | undefined;
  /** Puts a part of one service at the others' disposal, as Ui is at SpreadsheetApp's. */
  readonly provide: (name: string, part: (...args: readonly unknown[]) => unknown) => void;
  /** What another service provides; an Exception when none does. */
  readonly provided: (name: string, ...args: readonly unknown[]) => unknown;
  /** Says how a host's argument `{ $make: name, … }` becomes a service's object. */
  readonly onRevive: (name: string, make: (argument: Record<string, unknown>) => unknown) => void;
}

/** The in-realm half of a service: makes the global names that it stands for. */
export type InsideService = (kit: Kit) => Readonly<Record<string, unknown>>;

const copyIn = (value: Plain): Plain => {
  if (typeof value === "object" && value !== null) {
    const copy: Plain[] = new Array(value.length);
    for (let at = 0; at < value.length; at++) {
      const each = value[at];
      copy[at] = typeof each === "string" || typeof each === "number" ? each : copyIn(each);
    }
    return copy;
  }
  if (typeof value === "function") throw exception("A host function was about to leak.");
  return value;
};

const asOwn = (fault: unknown): Error => {
  const { name, message } = fault as { readonly name: unknown; readonly message: unknown };
  return exception(String(message), String(name));
};

/** Builds the kit around the bridge, which stays in this closure. */
export const createKit = (bridge: Bridge) => {
  const described = new WeakMap<object, () => Described>();
  const revivers = new Map<string, (argument: Record<string, unknown>) => unknown>();
  const parts = new Map<string, (...args: readonly unknown[]) => unknown>();
  const gate = (call: string): void => {
    try {
      bridge.gate(call);
    } catch (fault) {
      throw asOwn(fault);
    }
  };
  const ask = (op: string, ...args: readonly Plain[]): Plain => {
    try {
      return copyIn(bridge.ask(op, ...args));
    } catch (fault) {
      throw asOwn(fault);
    }
  };
  const describe = (value: unknown): Described | undefined =>
    typeof value === "object" && value !== null ? described.get(value)?.() : undefined;
  const kit: Kit = {
    ask,
    now: () => bridge.now(),
    define: (className, methods, options = {}) =>
      defineClass({ className, methods, gate, described, chain, ...options }),
    enumeration: enumerations(),
    provide: (name, part) => void parts.set(name, part),
    provided: (name, ...args) => {
      const part = parts.get(name);
      if (part === undefined) throw exception(`not in the local host: ${name}`);
      return part(...args);
    },
    classOf: (value) => describe(value)?.className,
    onRevive: (name, make) => void revivers.set(name, make),
  };
  return { kit, describe, revivers };
};

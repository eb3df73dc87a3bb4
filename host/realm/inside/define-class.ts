import { exception } from "./exception";
import type { Described } from "./kit";
import { accepts, mismatch, signatureOf } from "./signature";

export type Methods<State> = Readonly<Record<string, (state: State, ...args: never[]) => unknown>>;
export type Properties = Readonly<Record<string, unknown>>;

/** One Apps Script class: makes its objects and reads the state behind them. */
export interface ServiceClass<State> {
  readonly make: (state: State) => object;
  /** The state of an object of this class; undefined for any other value. */
  readonly stateOf: (value: unknown) => State | undefined;
}

interface ClassPlan<State> {
  readonly className: string;
  readonly methods: Methods<State>;
  readonly properties?: Properties;
  readonly plain?: (state: State) => unknown;
  readonly gate: (call: string) => void;
  readonly described: WeakMap<object, () => Described>;
  readonly chain: symbol;
}

const member = (value: unknown): PropertyDescriptor => ({
  value,
  enumerable: true,
  configurable: true,
  writable: true,
});

/**
 * Builds the prototype on first use: gated and checked methods, and for each name that Apps Script
 * has and the host has not, one that throws "not in the local host: Range.foo".
 */
const prototypeOf = <State>(plan: ClassPlan<State>, states: WeakMap<object, State>): object => {
  const { className, methods, properties = {}, gate, described, chain } = plan;
  const short = className.slice(className.lastIndexOf(".") + 1);
  const signature = signatureOf(className);
  const classOf = (value: object): string | undefined => described.get(value)?.().className;
  const prototype: object = Object.create(Object.prototype) as object;
  const missing = (name: string): PropertyDescriptor => ({
    get: () => {
      throw exception(`not in the local host: ${short}.${name}`);
    },
    configurable: true,
  });
  for (const name of [...Object.keys(signature?.methods ?? {}), ...(signature?.properties ?? [])]) {
    Object.defineProperty(prototype, name, missing(name));
  }
  Object.defineProperty(prototype, "toString", { ...member(() => short), enumerable: false });
  for (const name of Object.keys(methods)) {
    const overloads = signature?.methods[name];
    const method = methods[name] as (state: State, ...args: unknown[]) => unknown;
    const call = `${short}.${name}`;
    const wrapped = function (this: object, ...args: unknown[]): unknown {
      gate(call);
      if (!states.has(this)) throw new TypeError(`${call} was called without its object.`);
      if (overloads !== undefined && !accepts(overloads, args)) {
        throw exception(mismatch(`${className}.${name}`, args, classOf));
      }
      const result = method(states.get(this) as State, ...args);
      return result === chain ? this : result;
    };
    Object.defineProperty(prototype, name, member(wrapped));
  }
  for (const name of Object.keys(properties)) {
    Object.defineProperty(prototype, name, member(properties[name]));
  }
  return prototype;
};

/** Defines one Apps Script class whose objects hide their state. */
export const defineClass = <State>(plan: ClassPlan<State>): ServiceClass<State> => {
  const states = new WeakMap<object, State>();
  let prototype: object | undefined;
  return {
    make: (state) => {
      prototype ??= prototypeOf(plan, states);
      const made = Object.create(prototype) as object;
      states.set(made, state);
      plan.described.set(made, () => ({
        className: plan.className,
        plain: plan.plain === undefined ? null : plan.plain(state),
      }));
      return made;
    },
    stateOf: (value) =>
      typeof value === "object" && value !== null ? states.get(value) : undefined,
  };
};

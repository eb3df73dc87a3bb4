import type { Described } from "./described";
import { exception } from "./exception";
import { accepts, type ClassSignature, mismatch, signatureOf } from "./signature";

export type Methods<State> = Readonly<Record<string, (state: State, ...args: never[]) => unknown>>;
export type Properties = Readonly<Record<string, unknown>>;

/** One Apps Script class: creates its objects and reads the state behind them. */
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

type AnyMethod<State> = (state: State, ...args: unknown[]) => unknown;

/** The method as a script calls it: gated, with its parameters checked and its state found. */
const wrap = <State>(
  plan: ClassPlan<State>,
  states: WeakMap<object, State>,
  name: string,
  signature: ClassSignature | undefined,
) => {
  const { className, methods, gate, described, chain } = plan;
  const call = `${shortOf(className)}.${name}`;
  const overloads = signature?.methods[name];
  const method = methods[name] as AnyMethod<State>;
  const classOf = (value: object): string | undefined => described.get(value)?.().className;
  return function (this: object, ...args: unknown[]): unknown {
    gate(call);
    if (!states.has(this)) throw new TypeError(`${call} was called without its object.`);
    if (overloads !== undefined && !accepts(overloads, args)) {
      throw exception(mismatch(`${className}.${name}`, args, classOf));
    }
    const result = method(states.get(this) as State, ...args);
    return result === chain ? this : result;
  };
};

const shortOf = (className: string): string => className.slice(className.lastIndexOf(".") + 1);

/**
 * The prototype of a class. A member is created when it is first used, since most realms use few of them; a name that
 * Apps Script has but the host lacks throws "not in the local host: Range.foo".
 */
const prototypeOf = <State>(plan: ClassPlan<State>, states: WeakMap<object, State>): object => {
  const { className, methods, properties = {} } = plan;
  const short = shortOf(className);
  let known: { readonly signature: ClassSignature | undefined } | undefined;
  const signature = (): ClassSignature | undefined => {
    known ??= { signature: signatureOf(className) };
    return known.signature;
  };
  const has = (holder: object, name: PropertyKey): boolean =>
    Reflect.getOwnPropertyDescriptor(holder, name) !== undefined;
  const memberOf = (name: string): unknown => {
    if (has(methods, name)) return wrap(plan, states, name, signature());
    if (has(properties, name)) return properties[name];
    return name === "toString" ? () => short : undefined;
  };
  const isMissing = (name: string): boolean =>
    has(signature()?.methods ?? {}, name) || (signature()?.properties ?? []).includes(name);
  const finder = new Proxy(Object.create(Object.prototype) as object, {
    has: (target, name) => has(methods, name) || has(properties, name) || Reflect.has(target, name),
    get: (target, name, receiver) => {
      if (typeof name === "symbol") return Reflect.get(target, name, receiver) as unknown;
      const value = memberOf(name);
      if (value !== undefined) {
        const enumerable = name !== "toString";
        Object.defineProperty(prototype, name, {
          value,
          enumerable,
          configurable: true,
          writable: true,
        });
        return value;
      }
      if (isMissing(name)) throw exception(`not in the local host: ${short}.${name}`);
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
  const prototype = Object.create(finder) as object;
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

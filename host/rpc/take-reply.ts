import { types } from "node:util";
import type { Described } from "../realm/inside/described";
import { ScriptError } from "../realm/script-error";

type Describe = (value: unknown) => Described | undefined;

const refused = (): ScriptError =>
  new ScriptError({
    name: "ScriptError",
    message: "We're sorry, a server error occurred. Please wait a bit and try again.",
    stack: "",
    code: undefined,
  });

/** Marks an answer that does not arrive at all. */
class Nothing extends Error {}

const entriesOf = (value: object): readonly (readonly [string, unknown])[] =>
  types.isMap(value) || types.isSet(value) || types.isRegExp(value) || types.isPromise(value)
    ? []
    : Object.entries(value);

const copyOf = (value: unknown, describe: Describe, around: readonly unknown[]): unknown => {
  switch (typeof value) {
    case "undefined":
      return null;
    case "function":
      return Function.prototype.toString.call(value);
    case "symbol":
    case "bigint":
      throw refused();
    case "number":
      return Number.isFinite(value) ? value + 0 : null;
    case "object":
      break;
    default:
      return value;
  }
  if (value === null) return null;
  if (types.isDate(value) || describe(value) !== undefined) throw new Nothing();
  if (around.includes(value)) throw refused();
  if (types.isTypedArray(value) && !types.isInt8Array(value)) throw refused();
  const within = [...around, value];
  if (Array.isArray(value)) return Array.from(value, (each) => copyOf(each, describe, within));
  const copy: Record<string, unknown> = {};
  for (const [key, each] of entriesOf(value)) {
    if (each !== undefined) copy[key] = copyOf(each, describe, within);
  }
  return copy;
};

/**
 * The copy of a server function's answer that reaches the page (PLATFORM-25): a Date or a
 * service's object anywhere makes the whole answer null; Map, Set, RegExp, ArrayBuffer and boxed
 * numbers arrive as {}, a function as its source; other typed arrays than Int8Array, circles, and
 * what is unknown there, fail.
 */
export const takeReply = (value: unknown, describe: Describe): unknown => {
  try {
    return copyOf(value, describe, []);
  } catch (thrown) {
    if (thrown instanceof Nothing) return null;
    throw thrown;
  }
};

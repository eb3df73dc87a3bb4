import { plainText } from "../../kernel/cells";
import { type Day, type Month, parseDay, parseMonth } from "../../kernel/day";
import type { Key } from "../../kernel/keys";
import { type Currency, type Percent, parseCurrency } from "../../kernel/money";

/**
 * What a packed cell may hold, as data: `take` checks JSON against it, `give` turns a value into JSON, and tests draw
 * values from it. `T` is the type of its values.
 */
export interface Shape<T = unknown> {
  readonly node: Node;
  /** Never there: it carries the type. */
  readonly type?: T;
}
export type Node =
  | {
      readonly kind:
        | "text"
        | "key"
        | "integer"
        | "day"
        | "month"
        | "currency"
        | "flag"
        | "anything";
    }
  | { readonly kind: "word"; readonly words: readonly string[] }
  | { readonly kind: "list" | "map" | "optional"; readonly of: Shape }
  | { readonly kind: "record"; readonly fields: Fields }
  | { readonly kind: "tuple"; readonly items: readonly Shape[] }
  | { readonly kind: "union"; readonly by: string; readonly cases: Cases };
export type Fields = Readonly<Record<string, Shape>>;
type Cases = Readonly<Record<string, Fields>>;

/** The values of a shape. */
export type Shaped<S> = S extends Shape<infer T> ? T : never;
type ShapedFields<F> = { readonly [K in keyof F]: Shaped<F[K]> };
type ShapedUnion<B extends string, C> = {
  readonly [K in keyof C]: { readonly [T in B]: K } & ShapedFields<C[K]>;
}[keyof C];

export const text: Shape<string> = { node: { kind: "text" } };
/** A key that a person typed, compared as its cell is (CELL-4). */
export const typedKey: Shape<Key> = { node: { kind: "key" } };
export const key: Shape<Key> = { node: { kind: "text" } };
/** A whole number; amounts are in minor units. */
export const integer: Shape<number> = { node: { kind: "integer" } };
/** In ten-thousandths of a percent. */
export const percent = integer as Shape<Percent>;
export const day: Shape<Day> = { node: { kind: "day" } };
export const month: Shape<Month> = { node: { kind: "month" } };
export const currency: Shape<Currency> = { node: { kind: "currency" } };
/** Yes or no, in a record, which leaves no out of its text. */
export const flag: Shape<boolean> = { node: { kind: "flag" } };
/** Any JSON, such as the value that a condition wants. */
export const anything: Shape<unknown> = { node: { kind: "anything" } };
export const word = <const W extends string>(words: readonly W[]): Shape<W> => ({
  node: { kind: "word", words },
});
export const list = <T>(of: Shape<T>): Shape<readonly T[]> => ({ node: { kind: "list", of } });
/** Values by any names. */
export const map = <T>(of: Shape<T>): Shape<Readonly<Record<string, T>>> => ({
  node: { kind: "map", of },
});
/** A value or `null`, which a record leaves out of its text. */
export const optional = <T>(of: Shape<T>): Shape<T | null> => ({ node: { kind: "optional", of } });
export const record = <F extends Fields>(fields: F): Shape<ShapedFields<F>> => ({
  node: { kind: "record", fields },
});
/** Values told apart by their place, so that a long list of them is short; given as they are. */
export const tuple = <const S extends readonly Shape[]>(
  ...items: S
): Shape<{ readonly [I in keyof S]: Shaped<S[I]> }> => ({ node: { kind: "tuple", items } });
/** Records told apart by the literal in the field `by`. */
export const union = <const B extends string, C extends Cases>(
  by: B,
  cases: C,
): Shape<ShapedUnion<B, C>> => ({ node: { kind: "union", by, cases } });

export type Json = Readonly<Record<string, unknown>>;
export const isJson = (json: unknown): json is Json =>
  typeof json === "object" && json !== null && !Array.isArray(json);

/** The value that JSON holds, or undefined where it is of another shape. Fields that the shape does not name are dropped. */
export function take({ node }: Shape, json: unknown): unknown {
  switch (node.kind) {
    case "anything":
      return json;
    case "text":
      return typeof json === "string" ? json : undefined;
    case "key":
      return typeof json === "string" ? plainText(json) : undefined;
    case "integer":
      return Number.isSafeInteger(json) ? json : undefined;
    case "flag":
      return json === undefined ? false : typeof json === "boolean" ? json : undefined;
    case "day":
      return typeof json === "string" ? parseDay(json) : undefined;
    case "month":
      return typeof json === "string" ? parseMonth(json) : undefined;
    case "currency":
      return typeof json === "string" ? parseCurrency(json) : undefined;
    case "word":
      return node.words.find((each) => each === json);
    case "optional":
      return json === undefined || json === null ? null : take(node.of, json);
    case "list":
      return Array.isArray(json) ? allOf(json.map((each) => take(node.of, each))) : undefined;
    case "map":
      return isJson(json) ? takeFields(json, Object.keys(json), () => node.of) : undefined;
    case "tuple":
      return Array.isArray(json)
        ? allOf(node.items.map((of, at) => take(of, json[at])))
        : undefined;
    case "record":
      return isJson(json) ? takeRecord(node.fields, json) : undefined;
    case "union": {
      const found = isJson(json) ? json[node.by] : undefined;
      const name = Object.keys(node.cases).find((each) => each === found);
      const fields = name === undefined ? undefined : takeRecord(caseOf(node, name), json as Json);
      return fields && { [node.by]: name, ...fields };
    }
    default:
      return node satisfies never;
  }
}

const caseOf = ({ cases }: { readonly cases: Cases }, name: string): Fields => cases[name] ?? {};
const allOf = (values: readonly unknown[]) => (values.includes(undefined) ? undefined : values);
const takeRecord = (fields: Fields, json: Json) =>
  takeFields(json, Object.keys(fields), (name) => fields[name] as Shape);

function takeFields(
  json: Json,
  names: readonly string[],
  shapeOf: (name: string) => Shape,
): Json | undefined {
  const taken: [string, unknown][] = [];
  for (const name of names) {
    const value = take(shapeOf(name), json[name]);
    if (value === undefined) return undefined;
    taken.push([name, value]);
  }
  return Object.fromEntries(taken);
}

/** A value as JSON: what is left out is not there, and fields stand in the shape's order. */
export function give({ node }: Shape, value: unknown): unknown {
  switch (node.kind) {
    case "flag":
      return value === true ? true : undefined;
    case "optional":
      return value === null || value === undefined ? undefined : give(node.of, value);
    case "list":
      return (value as readonly unknown[]).map((each) => give(node.of, each) ?? null);
    case "map":
      return giveFields(value as Json, Object.keys(value as Json), () => node.of);
    case "record":
      return giveFields(
        value as Json,
        Object.keys(node.fields),
        (name) => node.fields[name] as Shape,
      );
    case "union": {
      const name = String((value as Json)[node.by]);
      const fields = caseOf(node, name);
      const given = giveFields(value as Json, Object.keys(fields), (each) => fields[each] as Shape);
      return { [node.by]: name, ...given };
    }
    default:
      return value;
  }
}

const giveFields = (
  value: Json,
  names: readonly string[],
  shapeOf: (name: string) => Shape,
): Json => Object.fromEntries(names.map((name) => [name, give(shapeOf(name), value[name])]));

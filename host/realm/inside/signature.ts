/// <reference path="../virtual-modules.d.ts" />
import { signatures } from "virtual:signatures";

/**
 * One class of Apps Script: its methods with the parameters of each overload, its properties.
 * Codes: n number, s string, b boolean, d Date, f function, o anything, # an enum value, Foo an
 * object of class Foo; [] after a code is an array of it, a leading … takes all that remain.
 */
export interface ClassSignature {
  readonly methods: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly properties: readonly string[];
}

/** The signature of a class, e.g. "SpreadsheetApp.Range"; undefined for one Apps Script lacks. */
export const signatureOf = (className: string): ClassSignature | undefined => {
  const text = signatures[className];
  return text === undefined ? undefined : (JSON.parse(text) as ClassSignature);
};

const isDate = (value: unknown): boolean =>
  Object.prototype.toString.call(value) === "[object Date]";

const fits = (code: string, value: unknown): boolean => {
  if (code === "o") return true;
  if (code.endsWith("[]")) {
    const inner = code.slice(0, -2);
    return Array.isArray(value) && (inner === "o" || value.every((each) => fits(inner, each)));
  }
  switch (code) {
    case "n":
      return typeof value === "number";
    case "b":
      return typeof value === "boolean";
    case "s":
      return typeof value === "string" || value === null || value === undefined;
    case "d":
      return isDate(value);
    case "f":
      return typeof value === "function";
    default:
      return typeof value === "object" || value === undefined;
  }
};

const takes = (codes: readonly string[], values: readonly unknown[]): boolean => {
  const last = codes[codes.length - 1];
  if (last?.startsWith("…")) {
    const fixed = codes.slice(0, -1);
    const rest = values.slice(fixed.length);
    return (
      values.length >= fixed.length &&
      fixed.every((code, at) => fits(code, values[at])) &&
      rest.every((value) => fits(last.slice(1), value))
    );
  }
  return codes.length === values.length && codes.every((code, at) => fits(code, values[at]));
};

/** Whether some overload accepts these values; PLATFORM-12: undefined counts as null. */
export const accepts = (
  overloads: readonly (readonly string[])[],
  values: readonly unknown[],
): boolean => overloads.some((codes) => takes(codes, values));

const nameOf = (value: unknown, classOf: (value: object) => string | undefined): string => {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return "String";
  if (typeof value === "function") return "Function";
  if (typeof value !== "object") return typeof value === "boolean" ? "Boolean" : typeof value;
  if (Array.isArray(value)) return value.length === 0 ? "Array" : `${nameOf(value[0], classOf)}[]`;
  return classOf(value) ?? (isDate(value) ? "Date" : "Object");
};

/** Google's text for parameters that fit no overload. */
export const mismatch = (
  member: string,
  values: readonly unknown[],
  classOf: (value: object) => string | undefined,
): string => {
  const names = values.map((value) => nameOf(value, classOf)).join(",");
  return `The parameters (${names}) don't match the method signature for ${member}.`;
};

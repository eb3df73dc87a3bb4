import { types } from "node:util";
import type { Described } from "../realm/inside/described";

/**
 * A copy, in the main realm, of a script's return value: Dates, arrays and plain objects; a service's object becomes
 * its class's description of it; functions and symbols are left out.
 */
export const takeOut = (
  value: unknown,
  describe: (value: unknown) => Described | undefined,
  seen: ReadonlySet<unknown> = new Set(),
): unknown => {
  if (typeof value === "function" || typeof value === "symbol") return undefined;
  if (typeof value !== "object" || value === null) return value;
  if (types.isDate(value)) return new Date(Number(value));
  if (seen.has(value)) throw new TypeError("The answer of the function holds itself.");
  const within = new Set([...seen, value]);
  if (Array.isArray(value)) return value.map((each) => takeOut(each, describe, within));
  const described = describe(value);
  if (described !== undefined) {
    return { className: described.className, plain: takeOut(described.plain, describe, within) };
  }
  const copy: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value)) copy[key] = takeOut(each, describe, within);
  return copy;
};

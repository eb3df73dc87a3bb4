/// <reference path="../virtual-modules.d.ts" />
import { enums } from "virtual:signatures";

/** A value of an Apps Script enum. */
export interface EnumValue {
  readonly name: () => string;
  readonly ordinal: () => number;
  readonly toString: () => string;
}

const enumValue = (name: string, ordinal: number): EnumValue =>
  Object.freeze({ name: () => name, ordinal: () => ordinal, toString: () => name });

/** Creates each enum once per realm, so that its values can be compared by identity. */
export const enumerations = (): ((name: string) => Readonly<Record<string, EnumValue>>) => {
  const made = new Map<string, Readonly<Record<string, EnumValue>>>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const members = enums[name];
    if (members === undefined) throw new TypeError(`Apps Script has no enum ${name}.`);
    const values: Record<string, EnumValue> = {};
    members.forEach((member, at) => {
      values[member] = enumValue(member, at);
    });
    made.set(name, Object.freeze(values));
    return values;
  };
};

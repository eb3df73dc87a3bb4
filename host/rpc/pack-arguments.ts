/** A part of a form as a page has it. */
interface Field {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly checked?: boolean;
  readonly disabled?: boolean;
}

const tagOf = (value: unknown): string => Object.prototype.toString.call(value);

const isPlainObject = (value: object): boolean => {
  if (tagOf(value) !== "[object Object]") return false;
  const proto: unknown = Object.getPrototypeOf(value);
  return proto === null || Object.getPrototypeOf(proto) === null;
};

/** Allowed are null, texts, finite numbers, booleans, and arrays and plain objects of them. */
const isLegal = (value: unknown, around: readonly unknown[]): boolean => {
  if (value === undefined || value === null) return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value !== "object" || around.includes(value)) return false;
  if (!Array.isArray(value) && !isPlainObject(value)) return false;
  const within = [...around, value];
  // A loop, so that deep nesting takes one stack frame per level.
  for (const each of Object.values(value)) if (!isLegal(each, within)) return false;
  return true;
};

const fieldsOf = (elements: ArrayLike<Field>): Record<string, unknown> => {
  const fields: Record<string, unknown> = {};
  for (const { name, type, value, checked, disabled } of Array.from(elements)) {
    if (name === "" || disabled || /^(submit|button|reset|image)$/.test(type)) continue;
    if (/^(checkbox|radio)$/.test(type) && !checked) continue;
    if (type === "file") throw new TypeError("not in the local host: files of a form");
    const known = fields[name];
    fields[name] = known === undefined ? value : [known, value].flat();
  }
  return fields;
};

/**
 * The arguments of a call as JSON, which is the copy that the server gets. An illegal one throws at the call, with
 * the text of PLATFORM-24. A form element may be passed alone and becomes its fields; undefined becomes null. Of the
 * cases that are unknown there, NaN and infinities are refused here.
 */
export const packArguments = (args: readonly unknown[]): string => {
  const [first] = args;
  if (args.length === 1 && tagOf(first) === "[object HTMLFormElement]") {
    return JSON.stringify([fieldsOf((first as { readonly elements: ArrayLike<Field> }).elements)]);
  }
  const illegal = args.findIndex((each) => !isLegal(each, []));
  if (illegal !== -1) throw new TypeError(`Failed due to illegal value in property: ${illegal}`);
  return JSON.stringify(args);
};

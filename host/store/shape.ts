/** Whether a value from outside, as JSON parses it, has a shape. */
export type Shape = (value: unknown) => boolean;

export const text: Shape = (value) => typeof value === "string";
export const flag: Shape = (value) => typeof value === "boolean";
export const missing: Shape = (value) => value === undefined;
/** An object that is no list and not null. */
export const record: Shape = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A whole number from `least` to `most`. */
export const whole =
  (least: number, most = Number.MAX_SAFE_INTEGER): Shape =>
  (value) =>
    Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;
export const list =
  (of: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(of);
export const or =
  (...shapes: readonly Shape[]): Shape =>
  (value) =>
    shapes.some((shape) => shape(value));
/** A record with these fields; further ones may be there. */
export const fields =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  (value) =>
    record(value) &&
    Object.entries(shapes).every(([name, shape]) =>
      shape((value as Record<string, unknown>)[name]),
    );

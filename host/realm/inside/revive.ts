/** Brings an argument of the host into the realm: copies of arrays, Dates and plain objects born here. */
export const revive = (
  value: unknown,
  revivers: ReadonlyMap<string, (argument: Record<string, unknown>) => unknown>,
): unknown => {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => revive(each, revivers));
  if (Object.prototype.toString.call(value) === "[object Date]") return new Date(Number(value));
  const source = value as Record<string, unknown>;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(source)) copy[key] = revive(source[key], revivers);
  const make = typeof copy.$make === "string" ? revivers.get(copy.$make) : undefined;
  return make === undefined ? copy : make(copy);
};

/** Copies an argument of the host into the realm: arrays, Dates and plain objects created here. */
export const revive = (
  value: unknown,
  revivers: ReadonlyMap<string, (argument: Record<string, unknown>) => unknown>,
): unknown => {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    // The argument's own map would create an array of the host's realm.
    const copy: unknown[] = [];
    for (let at = 0; at < value.length; at += 1) copy[at] = revive(value[at], revivers);
    return copy;
  }
  if (Object.prototype.toString.call(value) === "[object Date]") return new Date(Number(value));
  const source = value as Record<string, unknown>;
  const copy: Record<string, unknown> = {};
  // Defined rather than assigned: a property may be called "__proto__".
  for (const key of Object.keys(source)) {
    const part = { value: revive(source[key], revivers), enumerable: true };
    Object.defineProperty(copy, key, { ...part, writable: true, configurable: true });
  }
  const make = typeof copy.$make === "string" ? revivers.get(copy.$make) : undefined;
  return make === undefined ? copy : make(copy);
};

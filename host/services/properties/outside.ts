import { dailyQuota } from "../../realm/daily-quota";
import type { OutsideService } from "../../realm/outside-service";
import { ServiceError } from "../../workbook/base/service-error";

/** Limits in bytes of UTF-8 (PLATFORM-71): documented value and store, measured key. */
const limits = { value: 9 * 1024, store: 500 * 1024, key: 8066 } as const;
/** Reads and writes per user and day. */
const perDay = 50_000;

type Pairs = readonly (readonly [string, string])[];

const bytes = (text: string): number => Buffer.byteLength(text, "utf8");

const check = (key: string, value: unknown): void => {
  if (key === "") throw new ServiceError("Invalid argument: key");
  if (typeof value !== "string") throw new ServiceError("Invalid argument: value");
  if (bytes(key) > limits.key) throw new ServiceError("Argument too large: key");
  if (bytes(value) > limits.value) throw new ServiceError("Argument too large: value");
};

/** The store with the changes, unless it would be too large. */
const changed = (store: ReadonlyMap<string, string>, pairs: Pairs): Map<string, string> => {
  const next = new Map(store);
  for (const [key, value] of pairs) {
    check(key, value);
    next.set(key, value);
  }
  let size = 0;
  for (const [key, value] of next) size += bytes(key) + bytes(value);
  if (size <= limits.store) return next;
  throw new ServiceError(
    "You have exceeded the property storage quota. Please remove some properties and try again.",
  );
};

/** The host's half of PropertiesService; the first argument of each operation names the store. */
export const properties: OutsideService = (host) => {
  /** By name of the store: "script", "document", "user ada@example.com"; saved in the workbook's file. */
  const stores = host.kept<Record<string, Pairs>>("properties", () => ({}));
  const quota = dailyQuota(host, "properties", perDay);
  const nameOf = (scope: unknown): string => (scope === "user" ? `user ${host.user}` : `${scope}`);
  const spend = (): void => {
    if (quota.take(1)) return;
    throw new ServiceError("Service invoked too many times for one day: properties.");
  };
  const read = (scope: unknown): ReadonlyMap<string, string> => {
    spend();
    return new Map(stores[nameOf(scope)] ?? []);
  };
  return {
    "properties.get": (scope, key) => read(scope).get(String(key)) ?? null,
    "properties.all": (scope) => [...read(scope)],
    "properties.set": (scope, pairs, deleteOthers) => {
      const before = read(scope);
      const base = deleteOthers === true ? new Map<string, string>() : before;
      stores[nameOf(scope)] = [...changed(base, pairs as unknown as Pairs)];
    },
    "properties.remove": (scope, key) => {
      const next = new Map(read(scope));
      next.delete(String(key));
      stores[nameOf(scope)] = [...next];
    },
    "properties.clear": (scope) => {
      spend();
      delete stores[nameOf(scope)];
    },
  };
};

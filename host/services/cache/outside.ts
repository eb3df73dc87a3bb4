import type { Plain } from "../../realm/inside/bridge";
import type { OutsideService } from "../../realm/outside-service";
import { ServiceError } from "../../workbook/base/service-error";

/** Limits of CacheService (PLATFORM-72): letters, bytes, seconds, items. */
const limits = { key: 250, value: 102_400, maxSeconds: 21_600, items: 1000, dropped: 100 } as const;

/** Epoch milliseconds of the virtual clock until which a value is available. */
type Cached = { readonly value: string; readonly until: number };

const keyOf = (key: Plain): string => {
  if (typeof key !== "string" || key === "") throw new ServiceError("Invalid argument: key");
  if (key.length > limits.key) throw new ServiceError("Argument too large: key");
  return key;
};

const checkedValue = (value: Plain): string => {
  if (typeof value !== "string") throw new ServiceError("Invalid argument: value");
  if (Buffer.byteLength(value) > limits.value) throw new ServiceError("Argument too large: value");
  return value;
};

const secondsOf = (seconds: Plain): number => {
  if (typeof seconds === "number" && seconds >= 1 && seconds <= limits.maxSeconds) return seconds;
  throw new ServiceError("Invalid argument: expirationInSeconds");
};

/** The host's half of CacheService: it runs on virtual time and drops the oldest items first. */
export const cache: OutsideService = (host) => {
  const caches = host.slot("cache", () => new Map<string, Map<string, Cached>>());
  const cacheOf = (scope: Plain): Map<string, Cached> => {
    const name = scope === "user" ? `user ${host.user}` : String(scope);
    const known = caches.get(name) ?? new Map<string, Cached>();
    caches.set(name, known);
    return known;
  };
  const get = (items: Map<string, Cached>, key: string): string | null => {
    const found = items.get(key);
    if (found !== undefined && host.clock.now() < found.until) return found.value;
    items.delete(key);
    return null;
  };
  const put = (items: Map<string, Cached>, key: string, cached: Cached): void => {
    items.delete(key);
    items.set(key, cached);
    if (items.size <= limits.items) return;
    for (const old of [...items.keys()].slice(0, limits.dropped)) items.delete(old);
  };
  return {
    "cache.get": (scope, keys) =>
      (keys as readonly Plain[]).map((key) => get(cacheOf(scope), keyOf(key))),
    "cache.put": (scope, pairs, seconds) => {
      const until = host.clock.now() + secondsOf(seconds) * 1000;
      const checked = (pairs as readonly (readonly Plain[])[]).map(
        ([key, value]) => [keyOf(key), checkedValue(value)] as const,
      );
      for (const [key, value] of checked) put(cacheOf(scope), key, { value, until });
    },
    "cache.remove": (scope, keys) => {
      for (const key of keys as readonly Plain[]) cacheOf(scope).delete(keyOf(key));
    },
  };
};

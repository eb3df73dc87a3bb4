import type { InsideService } from "../../realm/inside/kit";

/** Ten minutes, the default. */
const defaultSeconds = 600;

/** CacheService as a script sees it; a cached value may disappear at any time (PLATFORM-72). */
export const cache: InsideService = (kit) => {
  const getAll = (scope: string, keys: readonly string[]): Record<string, string> => {
    const values = kit.ask("cache.get", scope, keys) as readonly (string | null)[];
    const found: Record<string, string> = {};
    keys.forEach((key, at) => {
      const value = values[at];
      if (typeof value === "string") found[key] = value;
    });
    return found;
  };
  const put = (scope: string, pairs: readonly (readonly string[])[], seconds = defaultSeconds) => {
    kit.ask("cache.put", scope, pairs, seconds);
  };
  const caches = kit.define<string>("CacheService.Cache", {
    get: (scope, key: string) => (kit.ask("cache.get", scope, [key]) as unknown[])[0],
    getAll,
    put: (scope, key: string, value: string, seconds?: number) =>
      put(scope, [[key, value]], seconds),
    putAll: (scope, values: Readonly<Record<string, string>>, seconds?: number) =>
      put(scope, Object.entries(values), seconds),
    remove: (scope, key: string) => {
      kit.ask("cache.remove", scope, [key]);
    },
    removeAll: (scope, keys: string[]) => {
      kit.ask("cache.remove", scope, keys);
    },
  });
  const service = kit.define<undefined>("CacheService", {
    getDocumentCache: () => caches.make("document"),
    getScriptCache: () => caches.make("script"),
    getUserCache: () => caches.make("user"),
  });
  return { CacheService: service.make(undefined) };
};

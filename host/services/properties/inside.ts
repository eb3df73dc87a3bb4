import { exception } from "../../realm/inside/exception";
import { chain, type InsideService } from "../../realm/inside/kit";

type Pair = readonly [string, string];

/** PropertiesService as a script sees it: three stores of texts (PLATFORM-71). */
export const properties: InsideService = (kit) => {
  const all = (scope: string): readonly Pair[] =>
    kit.ask("properties.all", scope) as unknown as readonly Pair[];
  const stores = kit.define<string>("PropertiesService.Properties", {
    deleteAllProperties: (scope) => {
      kit.ask("properties.clear", scope);
      return chain;
    },
    deleteProperty: (scope, key: string) => {
      kit.ask("properties.remove", scope, key);
      return chain;
    },
    getKeys: (scope) => all(scope).map(([key]) => key),
    getProperties: (scope) => Object.fromEntries(all(scope)),
    getProperty: (scope, key: string) => kit.ask("properties.get", scope, key),
    setProperties: (scope, values: Readonly<Record<string, string>>, deleteOthers = false) => {
      if (typeof values !== "object" || values === null) {
        throw exception("Invalid argument: properties");
      }
      kit.ask("properties.set", scope, Object.entries(values), deleteOthers);
      return chain;
    },
    setProperty: (scope, key: string, value: string) => {
      kit.ask("properties.set", scope, [[key ?? "", value]], false);
      return chain;
    },
  });
  const service = kit.define<undefined>("PropertiesService", {
    getDocumentProperties: () => stores.make("document"),
    getScriptProperties: () => stores.make("script"),
    getUserProperties: () => stores.make("user"),
  });
  return { PropertiesService: service.make(undefined) };
};

import { openCode } from "../../support/host";
import { runScript } from "./run-script";

describe("PropertiesService", () => {
  const program = `
    function put(key, value) { PropertiesService.getScriptProperties().setProperty(key, value); }
    function get(key) { return PropertiesService.getScriptProperties().getProperty(key); }
    function fill(count) {
      const values = {};
      for (let n = 0; n < count; n++) values["k" + n] = "x".repeat(9000);
      PropertiesService.getDocumentProperties().setProperties(values);
    }
    function keys() { return PropertiesService.getDocumentProperties().getKeys(); }`;

  it("keeps texts between executions, apart in each store", async () => {
    const host = await openCode(program);
    await host.call("put", "state", "ready");
    expect((await host.call("get", "state")).result).toBe("ready");
    expect((await host.call("keys")).result).toEqual([]);
    expect((await host.call("get", "other")).result).toBeNull();
  });

  it("accepts a value of 9 kB and no byte more, counted in UTF-8", async () => {
    const host = await openCode(program);
    await host.call("put", "most", "x".repeat(9216));
    await expect(host.call("put", "more", "x".repeat(9217))).rejects.toThrow(
      "Argument too large: value",
    );
    await expect(host.call("put", "more", "ä".repeat(4609))).rejects.toThrow(
      "Argument too large: value",
    );
  });

  it("refuses what would make a store larger than 500 kB, and does not change it", async () => {
    const host = await openCode(program);
    await host.call("fill", 10);
    await expect(host.call("fill", 60)).rejects.toThrow(
      "You have exceeded the property storage quota.",
    );
    expect((await host.call("keys")).result).toHaveLength(10);
  });

  it("refuses a number as a text", async () => {
    const host = await openCode(program);
    await expect(host.call("put", "n", 5)).rejects.toThrow("don't match the method signature");
  });

  it("deletes one, deletes others, deletes all", async () => {
    expect(
      await runScript(`
        const p = PropertiesService.getUserProperties();
        p.setProperties({ a: "1", b: "2" }).deleteProperty("a");
        const one = p.getProperties();
        p.setProperties({ c: "3" }, true);
        const two = p.getProperties();
        return [one, two, p.deleteAllProperties().getKeys()];`),
    ).toEqual([{ b: "2" }, { c: "3" }, []]);
  });
});

describe("CacheService", () => {
  it("forgets after its time on the virtual clock", async () => {
    expect(
      await runScript(`
        const cache = CacheService.getScriptCache();
        cache.put("short", "s", 10);
        cache.put("usual", "u");
        Utilities.sleep(9999);
        const before = cache.getAll(["short", "usual"]);
        Utilities.sleep(1);
        return [before, cache.get("short"), cache.get("usual")];`),
    ).toEqual([{ short: "s", usual: "u" }, null, "u"]);
  });

  it("drops the hundred oldest of more than a thousand", async () => {
    expect(
      await runScript(`
        const cache = CacheService.getScriptCache();
        for (let n = 0; n <= 1000; n++) cache.put("k" + n, "v");
        return [cache.get("k0"), cache.get("k99"), cache.get("k100"), cache.get("k1000")];`),
    ).toEqual([null, null, "v", "v"]);
  });

  it.each([
    ['put("", "v")', "Invalid argument: key"],
    ['put("k".repeat(251), "v")', "Argument too large: key"],
    ['put("k", "v".repeat(102401))', "Argument too large: value"],
    ['put("k", "v", 0)', "Invalid argument: expirationInSeconds"],
    ['put("k", "v", 21601)', "Invalid argument: expirationInSeconds"],
  ])("refuses %s", async (call, message) => {
    await expect(runScript(`CacheService.getUserCache().${call};`)).rejects.toThrow(message);
  });
});

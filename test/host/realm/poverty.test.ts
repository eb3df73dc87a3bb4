import { openCode } from "../../support/host";

const evaluate = async (expression: string): Promise<unknown> => {
  const host = await openCode(`function main() { return ${expression}; }`);
  return (await host.call("main")).result;
};

const absent = [
  "setTimeout setInterval clearTimeout clearInterval setImmediate queueMicrotask structuredClone",
  "fetch Headers Request Response FormData File URL URLSearchParams DOMException Event EventTarget",
  "AbortController atob btoa TextEncoder TextDecoder crypto performance navigator window process",
  "require module exports Buffer self document global WebAssembly WeakRef FinalizationRegistry",
  "AggregateError Iterator Temporal SharedArrayBuffer Atomics AsyncDisposableStack",
]
  .join(" ")
  .split(" ");

const newerThanES2020 = [
  "[].at",
  "[].findLast",
  "[].findLastIndex",
  "[].toSorted",
  "[].toReversed",
  "[].toSpliced",
  "[].with",
  "''.at",
  "''.replaceAll",
  "''.isWellFormed",
  "''.toWellFormed",
  "Object.hasOwn",
  "Object.groupBy",
  "Map.groupBy",
  "Promise.any",
  "Promise.withResolvers",
  "Promise.try",
  "Array.fromAsync",
  "new Set().union",
  "new Uint8Array(1).at",
  "new Uint8Array(1).toSorted",
  "[].values().map",
  "/a/d.hasIndices",
  "new ArrayBuffer(1).transfer",
  "new ArrayBuffer(1).resizable",
];

const present = [
  "Object.fromEntries",
  "[].flatMap",
  "''.matchAll",
  "''.trimEnd",
  "Promise.allSettled",
  "BigInt.asIntN",
  "Intl.DateTimeFormat",
  "Reflect.ownKeys",
  "new WeakMap().set",
  "globalThis.eval",
  "Error.captureStackTrace",
  "/a/s.dotAll + 1",
  "(function* () {})().next",
  "new Map([[1, 2]]).entries().next",
  "Symbol.asyncIterator.description",
];

describe("the realm", () => {
  it("has none of the globals that Apps Script lacks", async () => {
    const found = await evaluate(`${JSON.stringify(absent)}.filter((name) => name in globalThis)`);
    expect(found).toEqual([]);
  });

  it("has no library method newer than ES2020", async () => {
    const list = newerThanES2020.map((expression) => `["${expression}", typeof (${expression})]`);
    const found = (await evaluate(`[${list.join(",")}]`)) as [string, string][];
    expect(found.filter(([, type]) => type !== "undefined")).toEqual([]);
  });

  it("has the library of ES2020", async () => {
    const list = present.map((expression) => `["${expression}", typeof (${expression})]`);
    const found = (await evaluate(`[${list.join(",")}]`)) as [string, string][];
    expect(found.filter(([, type]) => type === "undefined")).toEqual([]);
  });

  it("is fresh for each execution", async () => {
    const host = await openCode("var n = 0; function count() { return ++n; }");
    expect((await host.call("count")).result).toBe(1);
    expect((await host.call("count")).result).toBe(1);
  });

  it("loads several files as one global scope before the function is called", async () => {
    const host = await openCode(
      "const a = 1; let loaded = [a]; function main() { return loaded; }",
    );
    expect((await host.call("main")).result).toEqual([1]);
  });

  it("gives virtual time in the script's zone, in objects of its own Date", async () => {
    const host = await openCode(
      `function main(given) {
        const now = new Date();
        return [now.getTime(), Date.now(), now.getHours(), now instanceof Date, now.constructor === Date,
          given instanceof Date, new Date(2026, 6, 1).toISOString(), Date().slice(0, 15)];
      }`,
      { now: "2026-03-01T00:30:00Z", scriptTimeZone: "America/New_York" },
    );
    const at = Date.parse("2026-03-01T00:30:00Z");
    expect((await host.call("main", new Date())).result).toEqual([
      at,
      at,
      19,
      true,
      true,
      true,
      "2026-07-01T04:00:00.000Z",
      "Sat Feb 28 2026",
    ]);
  });

  it("does not change the time zone of the host", async () => {
    const before = new Date(2026, 0, 1).getTime();
    const host = await openCode("function main() {}", { scriptTimeZone: "Asia/Tokyo" });
    await host.call("main");
    expect(new Date(2026, 0, 1).getTime()).toBe(before);
  });
});

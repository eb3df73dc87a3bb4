import { createJudge } from "../../../src/engine/rules/judge";
import { resolveSynchronously } from "../../../src/engine/rules/resolve-synchronously";
import { SettledPromise } from "../../../src/engine/rules/settled-promise";

const native = globalThis.Promise;
/** What the library gets as its `Promise` when the program is built. */
const Settled = SettledPromise as unknown as PromiseConstructor;
afterEach(() => expect(globalThis.Promise).toBe(native));

describe("settling synchronously", () => {
  test("an answer through then, all, new and nesting is there when the call returns", () => {
    const answer = resolveSynchronously(() =>
      Settled.all([Settled.resolve(1), new Settled<number>((resolve) => resolve(2)), 3]).then(
        (parts) => Settled.resolve(parts.reduce((sum, each) => sum + each, 0)),
      ),
    );
    expect(answer).toBe(6);
  });

  test("a rejection is thrown, and can be caught on the way", () => {
    expect(() => resolveSynchronously(() => Settled.reject(new Error("no")))).toThrow("no");
    expect(resolveSynchronously(() => Settled.reject(new Error("no")).catch(() => "well"))).toBe(
      "well",
    );
    expect(
      resolveSynchronously(() => Settled.all([1, Settled.reject(7)]).catch((each) => each)),
    ).toBe(7);
  });

  test("what throws inside a handler or an executor rejects", () => {
    const broken = () => {
      throw new Error("broken");
    };
    expect(() => resolveSynchronously(() => Settled.resolve(1).then(broken))).toThrow("broken");
    expect(() => resolveSynchronously(() => new Settled(broken))).toThrow("broken");
  });

  test("only the first settling of a promise counts", () => {
    const answer = resolveSynchronously(
      () =>
        new Settled((resolve, reject) => {
          resolve("first");
          reject(new Error("second"));
        }),
    );
    expect(answer).toBe("first");
  });

  test("what would answer later is refused", () => {
    const later = native.resolve(1);
    expect(() => resolveSynchronously(() => Settled.resolve(later))).toThrow(/may not wait/);
    expect(() => resolveSynchronously(() => later)).toThrow(/may not wait/);
    expect(() => resolveSynchronously(() => new Settled(() => undefined))).toThrow(/may not wait/);
  });

  test("the library judges at once without a replaced global, one judge inside another too", () => {
    const on = "2026-03-10" as never;
    const context = { decimalMark: ".", currency: "USD" as never } as const;
    Object.defineProperty(globalThis, "Promise", {
      configurable: true,
      get: () => {
        throw new Error("the global Promise was asked for");
      },
    });
    try {
      const inner = createJudge({ all: [{ fact: "a", operator: "equal", value: 1 }] });
      const outer = createJudge({ any: [{ fact: "b", operator: "equal", value: true }] });
      const innerHolds = () => inner({ on, context, valueOf: () => 1 }).holds;
      expect(outer({ on, context, valueOf: () => innerHolds() }).holds).toBe(true);
    } finally {
      Object.defineProperty(globalThis, "Promise", {
        configurable: true,
        writable: true,
        value: native,
      });
    }
  });

  test("an executor that throws rejects", () => {
    const start = () => {
      throw new Error("before any promise");
    };
    expect(() => resolveSynchronously(start)).toThrow("before any promise");
  });
});

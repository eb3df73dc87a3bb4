import { settleAtOnce } from "../../../src/engine/rules/settle-at-once";

const native = Promise;
afterEach(() => expect(Promise).toBe(native));

describe("settling at once", () => {
  test("an answer through then, all, new and nesting is there when the call returns", () => {
    const answer = settleAtOnce(() =>
      Promise.all([Promise.resolve(1), new Promise<number>((resolve) => resolve(2)), 3]).then(
        (parts) => Promise.resolve(parts.reduce((sum, each) => sum + each, 0)),
      ),
    );
    expect(answer).toBe(6);
  });

  test("a rejection is thrown, and can be caught on the way", () => {
    expect(() => settleAtOnce(() => Promise.reject(new Error("no")))).toThrow("no");
    expect(settleAtOnce(() => Promise.reject(new Error("no")).catch(() => "well"))).toBe("well");
    expect(settleAtOnce(() => Promise.all([1, Promise.reject(7)]).catch((each) => each))).toBe(7);
  });

  test("what throws inside a handler or an executor rejects", () => {
    const broken = () => {
      throw new Error("broken");
    };
    expect(() => settleAtOnce(() => Promise.resolve(1).then(broken))).toThrow("broken");
    expect(() => settleAtOnce(() => new Promise(broken))).toThrow("broken");
  });

  test("only the first settling of a promise counts", () => {
    const answer = settleAtOnce(
      () =>
        new Promise((resolve, reject) => {
          resolve("first");
          reject(new Error("second"));
        }),
    );
    expect(answer).toBe("first");
  });

  test("what would answer later is refused", () => {
    const later = native.resolve(1);
    expect(() => settleAtOnce(() => Promise.resolve(later))).toThrow(/may not wait/);
    expect(() => settleAtOnce(() => later)).toThrow(/may not wait/);
    expect(() => settleAtOnce(() => new Promise(() => undefined))).toThrow(/may not wait/);
  });

  test("the real Promise is back after a throw, and after one run inside another", () => {
    expect(() =>
      settleAtOnce(() => {
        throw new Error("before any promise");
      }),
    ).toThrow("before any promise");
    const outer = settleAtOnce(() => {
      const inner = settleAtOnce(() => Promise.resolve(1));
      return Promise.resolve(inner + 1);
    });
    expect(outer).toBe(2);
  });
});

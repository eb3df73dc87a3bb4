import { call } from "../../src/ui/state/call";

const arrived: unknown[][] = [];
const runner = {
  withSuccessHandler(answer: (reply: unknown) => void) {
    return { ...runner, answer };
  },
  withFailureHandler() {
    return this;
  },
  rpc(...args: unknown[]) {
    arrived.push(args);
    (this as unknown as { answer: (reply: unknown) => void }).answer({ ok: true, output: null });
  },
};
beforeAll(() => Object.assign(globalThis, { google: { script: { run: runner } } }));
afterAll(() => Reflect.deleteProperty(globalThis, "google"));

test("a call sends only JSON, whatever it is given: what Google would refuse or drop never gets there", async () => {
  const strange = {
    left: undefined,
    day: new Date("2026-03-01T00:00:00Z"),
    none: Number.NaN,
    map: new Map([["a", 1]]),
    list: [undefined, () => 1],
    plain: { deep: ["x", 1, true, null] },
  };
  expect(await call("home", strange as never)).toEqual({ ok: true, output: null });
  const [name, input] = arrived.pop() ?? [];
  expect(name).toBe("home");
  expect(Object.keys(input as object)).toEqual(["day", "none", "map", "list", "plain"]);
  expect(input).toStrictEqual({
    day: "2026-03-01T00:00:00.000Z",
    none: null,
    map: {},
    list: [null, null],
    plain: { deep: ["x", 1, true, null] },
  });
});

test("input that is no JSON at all is an error that is shown, and no call", async () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  expect(await call("home", circle as never)).toMatchObject({ ok: false });
  expect(arrived).toEqual([]);
});

import { call } from "../../src/ui/state/call";

const arrived: unknown[][] = [];
/** What the script answers next; what is not said is answered with null. */
const answers: object[] = [];
const runner = {
  withSuccessHandler(answer: (reply: unknown) => void) {
    return { ...runner, answer };
  },
  withFailureHandler() {
    return this;
  },
  rpc(...args: unknown[]) {
    arrived.push(args);
    const { answer } = this as unknown as { answer: (reply: unknown) => void };
    answer(answers.shift() ?? { ok: true, output: null });
  },
};
const sidebar = { dataset: { token: "handed" } };
beforeAll(() => {
  const document = { getElementById: () => sidebar };
  Object.assign(globalThis, { google: { script: { run: runner } }, document });
});
beforeEach(() => {
  arrived.length = 0;
});
afterAll(() => {
  Reflect.deleteProperty(globalThis, "google");
  Reflect.deleteProperty(globalThis, "document");
});

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

describe("the token of the door (PARTNER-3)", () => {
  const tokens = () => arrived.map(([, , token]) => token);
  const old = (token?: string) => ({
    ok: false,
    error: { code: "TOKEN_OLD", message: "Too long." },
    ...(token && { token }),
  });

  test("is the one that the page was handed, then the one of the last answer that brought one", async () => {
    answers.push({ ok: true, output: 1, token: "next" }, { ok: true, output: 2 });
    expect(await call("home", {})).toEqual({ ok: true, output: 1 });
    await call("home", {});
    await call("home", {});
    expect(tokens()).toEqual(["handed", "next", "next"]);
  });

  test("that is too old is replaced, and the call repeated once, so that nobody notices", async () => {
    answers.push(old("new"), { ok: true, output: "done" });
    expect(await call("run", { kind: "by hand" })).toEqual({ ok: true, output: "done" });
    expect(tokens()).toEqual(["next", "new"]);
  });

  test("is not replaced for ever: a second refusal is shown", async () => {
    answers.push(old("a"), old("b"));
    expect(await call("home", {})).toMatchObject({ ok: false, error: { code: "TOKEN_OLD" } });
    expect(tokens()).toEqual(["new", "a"]);
  });

  test("that is unknown to the script is not tried again", async () => {
    answers.push({ ok: false, error: { code: "TOKEN_UNKNOWN", message: "Open it again." } });
    expect(await call("home", {})).toMatchObject({ ok: false, error: { code: "TOKEN_UNKNOWN" } });
    expect(arrived).toHaveLength(1);
  });
});

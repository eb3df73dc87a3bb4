import { createRunner, type Transport } from "../../../host/rpc/create-runner";
import type { Reply } from "../../../host/rpc/reply";

/** A server that answers when told to. */
const slowServer = () => {
  const calls: { readonly name: string; readonly args: string; answer: (reply: Reply) => void }[] =
    [];
  const transport: Transport = (name, args) =>
    new Promise((answer) => void calls.push({ name, args, answer }));
  return { calls, transport };
};

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("google.script.run", () => {
  it("returns nothing, and hands the answer and the user object to its own handler", async () => {
    const { calls, transport } = slowServer();
    const heard: unknown[] = [];
    const run = createRunner(transport).withUserObject("button");
    const returned = run
      .withSuccessHandler((...all: unknown[]) => heard.push(all))
      .save?.(...([1, { a: undefined, b: [undefined] }, undefined] as never[]));
    calls[0]?.answer({ status: "answered", value: "saved" });
    await settled();
    expect(returned).toBeUndefined();
    expect(calls[0]).toMatchObject({ name: "save", args: '[1,{"b":[null]},null]' });
    expect(heard).toEqual([["saved", "button"]]);
  });

  it("reports a failure as a ScriptError", async () => {
    const { calls, transport } = slowServer();
    const heard: Error[] = [];
    const failing = createRunner(transport).withFailureHandler((error: Error) => heard.push(error));
    failing.save?.();
    calls[0]?.answer({ status: "failed", message: "Error: no room" });
    await settled();
    expect(heard.map(String)).toEqual(["ScriptError: Error: no room"]);
  });

  it("has at most ten calls in flight; the eleventh starts when one returns", async () => {
    const { calls, transport } = slowServer();
    const run = createRunner(transport);
    for (let n = 0; n < 12; n += 1) run.save?.(...([n] as never[]));
    await settled();
    expect(calls).toHaveLength(10);
    calls[4]?.answer({ status: "answered", value: null });
    await settled();
    expect(calls.map(({ args }) => args).slice(10)).toEqual(["[10]"]);
  });

  it.each([
    ["a Date", new Date(0)],
    ["a Date in a list", [new Date(0)]],
    ["a function", () => 1],
    ["a RegExp", /a/],
    ["a Map", new Map()],
    ["a Set", new Set()],
    ["a Promise", Promise.resolve()],
    ["bytes", new Uint8Array(1)],
    ["a buffer", new ArrayBuffer(1)],
    ["a boxed number", Object(1)],
    ["not a number", Number.NaN],
    ["a BigInt", 1n],
    ["an object of a class", new (class Money {})()],
  ])("refuses %s at the call", (_what, value) => {
    const { calls, transport } = slowServer();
    expect(() => createRunner(transport).save?.(...(["fine", value] as never[]))).toThrow(
      "Failed due to illegal value in property: 1",
    );
    expect(calls).toHaveLength(0);
  });

  it("refuses a circular object", () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    const run = createRunner(slowServer().transport);
    expect(() => run.save?.(...([circle] as never[]))).toThrow(
      "Failed due to illegal value in property: 0",
    );
  });

  it("has no functions whose names end in an underscore", () => {
    expect(createRunner(slowServer().transport).save_).toBeUndefined();
  });
});

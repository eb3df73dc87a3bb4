import { openCode } from "../../support/host";

const answer = async (body: string): Promise<unknown> => {
  const host = await openCode(`function rpc(name, input) { ${body} }`);
  return host.rpc("name", { list: [1, "two", null] });
};

describe("an answer that goes through google.script.run", () => {
  it("is a copy of plain values", async () => {
    expect(
      await answer("return { name, input, at: -1.5, no: undefined, list: [undefined] };"),
    ).toEqual({ name: "name", input: { list: [1, "two", null] }, at: -1.5, list: [null] });
  });

  it.each([
    ["a Date", "new Date()", null],
    ["a Date deep inside", "{ ok: true, rows: [[1, new Date()]] }", null],
    ["a service's object", "[SpreadsheetApp.getActive()]", null],
    ["undefined", "undefined", null],
    ["a Map", "new Map([[1, 2]])", {}],
    ["a Set", "new Set([1])", {}],
    ["a RegExp", "/a/g", {}],
    ["a buffer", "new ArrayBuffer(2)", {}],
    ["a boxed number", "new Number(1)", {}],
    ["a boxed string", 'new String("s")', { 0: "s" }],
    ["a function", "function () { return 1; }", "function () { return 1; }"],
    ["signed bytes", "new Int8Array([-1, 2])", { 0: -1, 1: 2 }],
    ["a blob's bytes", 'Utilities.newBlob("ä").getBytes()', [-61, -92]],
    ["a promise", 'Promise.resolve("later")', "later"],
    ["not a number", "[NaN, Infinity]", [null, null]],
  ])("that is %s arrives as the platform has it", async (_what, value, expected) => {
    expect(await answer(`return ${value};`)).toEqual(expected);
  });

  it.each([
    ["unsigned bytes", "new Uint8Array(1)"],
    ["a BigInt", "1n"],
    ["a circle", "(() => { const a = {}; a.a = a; return a; })()"],
  ])("that is %s fails", async (_what, value) => {
    await expect(answer(`return ${value};`)).rejects.toMatchObject({
      name: "ScriptError",
      message: expect.stringContaining("a server error occurred"),
    });
  });

  it.each([
    ['throw new TypeError("boom");', "TypeError: boom"],
    ['throw Object.assign(new Error("boom"), { code: 7 });', "Error: boom"],
    ["SpreadsheetApp.getActive().getRange(1);", "Exception: The parameters (number) don't match"],
    ['return Promise.reject(new Error("late"));', "Error: late"],
  ])("that failed by %s is told as a ScriptError without more", async (body, message) => {
    const error: unknown = await answer(body).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "ScriptError", message: expect.stringContaining(message) });
    expect(error).not.toHaveProperty("code");
  });

  it("comes from a top-level function alone", async () => {
    const host = await openCode("const api = { rpc() {} };");
    await expect(host.rpc("name")).rejects.toThrow("google.script.run.rpc is not a function");
  });

  it("runs as an execution of its own, with the Ui at hand", async () => {
    const host = await openCode(
      'let n = 0; function rpc() { n += 1; SpreadsheetApp.getUi().createMenu("M"); return n; }',
    );
    expect([await host.rpc("a"), await host.rpc("b")]).toEqual([1, 1]);
    expect(host.executions().map(({ kind }) => kind)).toEqual(["rpc", "rpc"]);
  });

  it("refuses an illegal argument", async () => {
    const host = await openCode("function rpc() {}");
    await expect(host.rpc("a", new Date())).rejects.toThrow(
      "Failed due to illegal value in property: 1",
    );
  });
});

describe("a call of google.script.run", () => {
  it.each(["constructor", "toString", "valueOf", "hasOwnProperty"])(
    "finds no function “%s”, which every object has",
    async (name) => {
      const host = await openCode("function rpc() { return 1; }");
      await expect(host.run(name, [])).rejects.toThrow("is not a function");
    },
  );

  it("passes a property of any name, and nothing inherited", async () => {
    const host = await openCode(
      "function rpc(name, input) { return [Object.keys(input), input.bad === undefined]; }",
    );
    const input = JSON.parse('{ "__proto__": { "bad": 1 }, "constructor": 2 }') as unknown;

    expect(await host.rpc("name", input)).toEqual([["__proto__", "constructor"], true]);
  });
});

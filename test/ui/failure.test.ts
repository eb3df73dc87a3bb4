import { failureError, isReplyShape } from "../../src/ui/state/failure";

const scriptError = (message: string) => Object.assign(new Error(message), { name: "ScriptError" });

describe("a failed call", () => {
  test.each([
    ["Authorization is required to perform that action.", /Open it again from the Tributary menu/],
    ["Error code PERMISSION_DENIED", /signed in to one account only/],
    ["Exceeded maximum execution time", /The next run finishes what was started/],
    ["Service invoked too many times for one day: email.", /Try again in a few minutes/],
  ])("%s says what to do", (message, sentence) => {
    expect(failureError(scriptError(message)).message).toMatch(sentence);
  });

  test("a lost connection says so", () => {
    const lost = Object.assign(new Error("Connection failure due to HTTP 0"), {
      name: "NetworkError",
    });
    expect(failureError(lost).message).toMatch(/No connection/);
  });

  test("anything else shows no raw exception", () => {
    const { code, message } = failureError(
      scriptError("TypeError: x is undefined at f_(Code:71:15)"),
    );
    expect(code).toBe("UNEXPECTED");
    expect(message).not.toMatch(/TypeError|Code:71/);
  });
});

describe("the shape of a reply", () => {
  test.each([
    [{ ok: true, output: { a: 1 } }, true],
    [{ ok: true, output: null }, true],
    [{ ok: false, error: { code: "RUN_BUSY", message: "Busy." } }, true],
    [{ ok: true }, false],
    [{ ok: false, error: {} }, false],
    [null, false],
    ["ok", false],
  ])("%j is a reply: %p", (value, expected) => {
    expect(isReplyShape(value)).toBe(expected);
  });
});

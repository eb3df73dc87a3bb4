import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { type Arrived, kill, openCode, withProgram } from "../../support/host";

/** Writes three times before a flush and twice after it, and fights its end in catch and finally. */
const program = `
function work() {
  const sheet = SpreadsheetApp.getActive().getSheets()[0];
  try {
    sheet.getRange("A1:B1").setValues([["key", "value"]]);
    sheet.getRange("A2:B2").setValues([["one", 1]]);
    sheet.getRange("A3:B3").setValues([["two", 2]]);
    SpreadsheetApp.flush();
    sheet.getRange("A4:B4").setValues([["three", 3]]);
    sheet.appendRow(["four", 4]);
  } catch (error) {
    for (let n = 0; n < 3; n++) try { sheet.getRange("A9").setValue("caught"); } catch (again) {}
  } finally {
    try { sheet.appendRow(["finally", 0]); SpreadsheetApp.flush(); } catch (again) {}
  }
  return "done";
}`;

const calls = 14;

const keysAfter = async (number: number, arrived?: Arrived): Promise<unknown[]> => {
  const host = await openCode(program);
  host.onServiceCall((_call, at) => {
    if (at === number) throw kill(arrived);
  });
  await expect(host.call("work")).rejects.toMatchObject({ name: "Killed" });
  return host.rows("Sheet1").map(({ key }) => key);
};

/**
 * The same kill done by V8's own termination, which no catch or finally sees. On a busy machine the limit may pass
 * before the call is reached; then it is done again with a longer one.
 */
const keysAfterTermination = async (
  number: number,
  arrived: Arrived,
  realLimitMs = 60,
): Promise<unknown[]> => {
  const host = await openCode(program, { realLimitMs, arrived });
  let isReached = false;
  host.onServiceCall((_call, at) => {
    if (at !== number) return;
    isReached = true;
    while (true);
  });
  await expect(host.call("work")).rejects.toMatchObject({
    name: "Killed",
    message: "Exceeded maximum execution time",
  });
  if (!isReached) return keysAfterTermination(number, arrived, realLimitMs * 4);
  return host.rows("Sheet1").map(({ key }) => key);
};

describe("a killed execution", () => {
  it("leaves none, some or all of what was not flushed, always a prefix", async () => {
    const last = 13;
    expect(await keysAfter(last, "none")).toEqual(["one", "two"]);
    expect(await keysAfter(last, "some")).toEqual(["one", "two", "three"]);
    expect(await keysAfter(last, 1)).toEqual(["one", "two", "three"]);
    expect(await keysAfter(last, "all")).toEqual(["one", "two", "three", "four"]);
  });

  it("shows no effect of its catch or finally blocks, at any call", async () => {
    for (let number = 1; number <= calls; number += 1) {
      for (const arrived of ["none", "some", "all"] as const) {
        const keys = await keysAfter(number, arrived);
        expect(["one", "two", "three", "four", "finally"].slice(0, keys.length)).toEqual(keys);
        expect(keys).not.toContain("caught");
        if (number <= 12) expect(keys).not.toContain("finally");
      }
    }
  });

  it("leaves the same sheets as a true termination of V8, at every call", async () => {
    for (let number = 1; number <= 12; number += 1) {
      for (const arrived of ["none", "all"] as const) {
        expect(await keysAfterTermination(number, arrived)).toEqual(
          await keysAfter(number, arrived),
        );
      }
    }
  });

  it("uses the host's default when the kill does not say what has arrived", async () => {
    const host = await openCode(program, { arrived: "all" });
    host.onServiceCall((call) => {
      if (call === "SpreadsheetApp.flush") throw new Error("stop");
    });
    await expect(host.call("work")).rejects.toMatchObject({ name: "Killed", message: "stop" });
    expect(host.rows("Sheet1")).toHaveLength(2);
  });

  it("is over when its virtual time is up, wherever it is", async () => {
    const host = await openCode(program, { callCost: 60_000 });
    await expect(host.call("work")).rejects.toThrow("Exceeded maximum execution time");
    expect(host.usage().last.calls["Range.setValues"]).toBe(2);
    const quick = await openCode(
      `function onOpen() { for (let n = 0; n < 9; n++) SpreadsheetApp.getActive(); }`,
      {
        callCost: 5_000,
      },
    );
    await expect(quick.call("onOpen")).rejects.toThrow("Exceeded maximum execution time");
  });

  it("does not pay for the time of another execution that a hook runs meanwhile", async () => {
    const host = await openCode(`
      function slow() { Utilities.sleep(200000); Utilities.sleep(100000); return "slow"; }
      function outer() { Utilities.sleep(100000); Utilities.sleep(100000); return "outer"; }`);
    const inner: Promise<unknown>[] = [];
    host.onServiceCall((_call, number, { name }) => {
      if (name === "outer" && number === 2) inner.push(host.call("slow"));
    });
    expect((await host.call("outer")).result).toBe("outer");
    await expect(inner[0]).resolves.toMatchObject({ result: "slow" });
    const long = await openCode(
      "function main() { Utilities.sleep(300000); Utilities.sleep(61000); }",
    );
    await expect(long.call("main")).rejects.toThrow("Exceeded maximum execution time");
  });

  it("is torn down when it never ends", async () => {
    const host = await openCode("function spin() { for (;;); }", { realLimitMs: 50 });
    await expect(host.call("spin")).rejects.toMatchObject({ name: "Killed" });
  });

  it("is torn down when it awaits without end", async () => {
    // In a Node of its own: a test runner's async hooks do not survive the end of a microtask.
    const code = "async function wait() { for (;;) await null; }";
    const print = `(host) => host.call("wait").catch((error) => console.log(error.name))`;
    await withProgram({ "Code.js": code }, async (dist) => {
      const open = `{ dist: ${JSON.stringify(dist)}, realLimitMs: 50 }`;
      const built = JSON.stringify(join(__dirname, "../../../build/host.cjs"));
      const script = `require(${built}).openHost(${open}).then(${print})`;
      expect(execFileSync(process.execPath, ["-e", script], { encoding: "utf8" })).toBe("Killed\n");
    });
  });

  it("does not affect the next execution", async () => {
    const host = await openCode(program);
    host.onServiceCall((_call, at) => {
      if (at === 5) throw kill();
    });
    await expect(host.call("work")).rejects.toThrow();
    host.onServiceCall(null);
    expect((await host.call("work")).result).toBe("done");
  });
});

describe("an execution that fails", () => {
  it("still brings in what it wrote before", async () => {
    const host = await openCode(`function main() {
      SpreadsheetApp.getActive().getSheets()[0].getRange("A1:A2").setValues([["key"], ["kept"]]);
      throw new Error("after");
    }`);
    await expect(host.call("main")).rejects.toThrow("after");
    expect(host.rows("Sheet1")).toEqual([{ key: "kept" }]);
  });
});

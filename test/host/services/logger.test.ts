import { openCode } from "../../support/host";

const logged = async (body: string): Promise<unknown> => {
  const host = await openCode(`function main() { ${body} }`, { now: "2026-01-01T00:00:00Z" });
  return (await host.call("main")).logs.map(({ level, text }) => `${level} ${text}`);
};

describe("console and Logger", () => {
  it("keep their lines with the execution, by level", async () => {
    expect(
      await logged('console.log("a"); console.info("b"); console.warn("c"); console.error("d");'),
    ).toEqual(["log a", "info b", "warn c", "error d"]);
  });

  it("format values as Google does", async () => {
    expect(
      await logged(`
        console.log({ a: 1, b: ["x"] }, null, 5);
        console.log("%s is %d", "n", 3, "more");
        Logger.log({ a: 1, b: ["x"] });
        Logger.log(5);
        Logger.log("%s has %s", "n", [1, 2]);`),
    ).toEqual([
      "log { a: 1, b: [ 'x' ] } null 5",
      "log n is 3 more",
      "info {a=1.0, b=[x]}",
      "info 5.0",
      "info n has [1.0, 2.0]",
    ]);
  });

  it("measure by the virtual clock", async () => {
    expect(await logged('console.time("t"); Utilities.sleep(250); console.timeEnd("t");')).toEqual([
      "debug t: 250ms",
    ]);
  });

  it("show a circular object without looping", async () => {
    expect(await logged("const a = {}; a.a = a; console.log(a); Logger.log(a);")).toEqual([
      "log { a: [Circular] }",
      "info {a=...}",
    ]);
  });

  it("give the log back as text", async () => {
    const host = await openCode(
      'function main() { Logger.log("one"); const log = Logger.getLog(); Logger.clear(); return [log, Logger.getLog()]; }',
      { now: "2026-01-01T00:00:00Z" },
    );
    expect((await host.call("main")).result).toEqual([
      "Thu Jan 01 2026 00:00:00 GMT+0000 INFO: one\n",
      "",
    ]);
  });
});

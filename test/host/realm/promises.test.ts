import { openCode } from "../../support/host";

const run = async (code: string, name = "main"): Promise<unknown> =>
  (await (await openCode(code)).call(name)).result;

describe("promises", () => {
  it("an async function answers with what it settles to", async () => {
    await expect(run("async function main() { await null; return 3; }")).resolves.toBe(3);
  });

  it("a rejected answer is the execution's error", async () => {
    const failing = run("async function main() { await null; throw new TypeError('late'); }");
    await expect(failing).rejects.toMatchObject({ name: "TypeError", message: "late" });
  });

  it("a promise that nothing settles is an error", async () => {
    await expect(run("function main() { return new Promise(() => {}); }")).rejects.toThrow(
      "main answered with a promise that nothing will ever settle.",
    );
  });

  it("a rejection that nobody handles fails the execution, though Google would keep silent", async () => {
    const floating = "function main() { Promise.reject(new Error('adrift')); return 1; }";
    await expect(run(floating)).rejects.toThrow("adrift");
    const inFlight =
      "async function later() { await null; throw new Error('adrift'); } function main() { later(); }";
    await expect(run(inFlight)).rejects.toThrow("adrift");
  });

  it("a rejection that is handled in time is not reported", async () => {
    const handled =
      "function main() { Promise.reject(new Error('caught')).catch(() => {}); return 1; }";
    await expect(run(handled)).resolves.toBe(1);
  });

  it("microtasks run after the stack clears, never during a service call", async () => {
    const order = `async function main() {
      const seen = [];
      Promise.resolve().then(() => seen.push("micro"));
      SpreadsheetApp.getActive().getSheets()[0].getRange("A1").getValue();
      seen.push("sync");
      await null;
      return seen;
    }`;
    await expect(run(order)).resolves.toEqual(["sync", "micro"]);
  });

  it.each(["onOpen", "doGet", "doPost"])("%s may not answer with a promise", async (name) => {
    await expect(run(`async function ${name}() {}`, name)).rejects.toThrow(
      "answered with a promise",
    );
  });

  it("two executions at once do not get each other's rejections", async () => {
    const host = await openCode(`
      function bad() { Promise.reject(new Error("mine")); }
      function good() { return "fine"; }`);
    const both = await Promise.allSettled([host.call("bad"), host.call("good")]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
  });
});

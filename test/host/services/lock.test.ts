import { kill, openCode } from "../../support/host";

const program = `
function hold() {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(1000)) return "busy";
  SpreadsheetApp.getActive().getName();
  return lock.hasLock() ? "held" : "lost";
}
function wait() { LockService.getScriptLock().waitLock(2000); return Date.now(); }
function other() { return LockService.getDocumentLock().tryLock(0); }
function twice() {
  const one = LockService.getScriptLock();
  const two = LockService.getScriptLock();
  const got = [one.tryLock(0), one.tryLock(0), two.tryLock(0)];
  two.releaseLock();
  one.releaseLock();
  return [...got, two.tryLock(0)];
}
function negative() {
  const lock = LockService.getScriptLock();
  const tried = lock.tryLock(-100);
  let said = "";
  try { lock.waitLock(-100); } catch (error) { said = error.message; }
  return [tried, said, lock.hasLock(), lock.tryLock(0), lock.tryLock(-100)];
}`;

/** Runs a second function while the first is inside SpreadsheetApp.getActive, under its lock. */
const during = async (second: string) => {
  const host = await openCode(program, { now: "2026-01-01T00:00:00Z" });
  const seconds: Promise<unknown>[] = [];
  host.onServiceCall((call, _number, execution) => {
    if (execution.name === "hold" && call === "SpreadsheetApp.getActive") {
      seconds.push(
        host.call(second).then(
          ({ result }) => result,
          (error: Error) => `${error.name}: ${error.message}`,
        ),
      );
    }
  });
  const first = (await host.call("hold")).result;
  return { host, first, second: await seconds[0] };
};

describe("LockService", () => {
  it("keeps a second execution out while the first holds the lock, and frees it at the end", async () => {
    const { host, first, second } = await during("hold");
    expect([first, second]).toEqual(["held", "busy"]);
    host.onServiceCall(null);
    expect((await host.call("hold")).result).toBe("held");
  });

  it("lets another lock pass", async () => {
    expect((await during("other")).second).toBe(true);
  });

  it("waits for its timeout and then throws Google's text", async () => {
    const { host, second } = await during("wait");
    expect(second).toBe(
      "Exception: Lock timeout: another process was holding the lock for too long.",
    );
    expect(host.clock.now()).toEqual(new Date("2026-01-01T00:00:02Z"));
  });

  it("is free again after its holder was killed", async () => {
    const host = await openCode(program);
    host.onServiceCall((call) => {
      if (call === "Lock.hasLock") throw kill();
    });
    await expect(host.call("hold")).rejects.toMatchObject({ name: "Killed" });
    host.onServiceCall(null);
    expect((await host.call("hold")).result).toBe("held");
  });

  it("is not granted to a second Lock object of the same execution", async () => {
    const host = await openCode(program);
    expect((await host.call("twice")).result).toEqual([true, true, false, true]);
  });

  it("is not granted in negative time, unless already held", async () => {
    const host = await openCode(program);
    expect((await host.call("negative")).result).toEqual([
      false,
      "Lock timeout: another process was holding the lock for too long.",
      false,
      true,
      true,
    ]);
  });
});

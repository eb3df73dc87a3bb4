import { kill, openCode } from "../../support/host";

const code = `
  let times = 0;
  function count() { return ++times; }
  function fail() { times++; throw new Error("no"); }
  function forget() { times++; Promise.reject(new Error("nobody waits")); }
  function read() { times++; SpreadsheetApp.getActive().getSheets()[0].getRange("A1").getValue(); return times; }
  function hour() { return new Date(0).getHours(); }`;

const countOf = async (host: Awaited<ReturnType<typeof openCode>>) =>
  (await host.call("count")).result;

test("each execution loads the program anew", async () => {
  const host = await openCode(code);

  expect([await countOf(host), await countOf(host)]).toEqual([1, 1]);
});

test("a host that keeps its program goes on with it as the last execution left it, in a fork too", async () => {
  const host = await openCode(code, { keepsProgram: true });

  expect([await countOf(host), await countOf(host)]).toEqual([1, 2]);
  expect([await countOf(host.fork()), await countOf(host)]).toEqual([3, 4]);
});

test.each(["fail", "forget", "no such function"])(
  "it loads the program anew after an execution that did not end well: %s",
  async (name) => {
    const host = await openCode(code, { keepsProgram: true });
    await countOf(host);
    await expect(host.call(name)).rejects.toThrow();

    expect(await countOf(host)).toBe(1);
  },
);

test("it loads the program anew after a kill, and for an execution while another one runs", async () => {
  const host = await openCode(code, { keepsProgram: true });
  await countOf(host);
  host.onServiceCall(() => {
    throw kill();
  });
  await expect(host.call("read")).rejects.toThrow("Killed");
  host.onServiceCall(null);
  expect(await countOf(host)).toBe(1);

  let within: Promise<unknown> = Promise.resolve();
  host.onServiceCall(() => {
    host.onServiceCall(null);
    within = countOf(host);
  });
  const around = (await host.call("read")).result;
  expect([around, await within]).toEqual([2, 1]);
});

test("each execution has its own host's sheet, clock and calls, and no other program's or zone's world", async () => {
  const bytes = `${code} function see() { return [new Date().toISOString(), SpreadsheetApp.getActive().getName()].join(); }`;
  const first = await openCode(bytes, { keepsProgram: true, now: "2026-01-10" });
  const second = await openCode(bytes, { keepsProgram: true, now: "2026-02-10" });
  await first.call("see");
  first.workbook.name = "Own";

  expect((await second.call("see")).result).toBe("2026-02-10T12:00:00.000Z,Untitled spreadsheet");
  expect((await first.call("see")).result).toBe("2026-01-10T12:00:00.000Z,Own");
  expect(second.usage().calls).toEqual(first.usage().last.calls);

  const there = await openCode(code, { keepsProgram: true, scriptTimeZone: "Asia/Tokyo" });
  expect((await there.call("hour")).result).toBe(9);
  const here = await openCode(code, { keepsProgram: true });
  expect((await here.call("hour")).result).toBe(0);
  expect(await countOf(here)).toBe(1);
});

import { checkActiveRecord, followReturns } from "../../src/ui/shell/active-record";

let asked: number[] = [];
let hasFocus = true;
let record = 1;
let comeBack: () => void = () => undefined;
const listen = (_: string, listener: () => void) => {
  comeBack = listener;
};
const runner = {
  withSuccessHandler: (answer: (reply: unknown) => void) => ({ ...runner, answer }),
  withFailureHandler() {
    return this;
  },
  rpc() {
    asked.push(Date.now());
    const output = { table: "partners", key: `ptn_${record}` };
    (this as unknown as { answer: (reply: unknown) => void }).answer({ ok: true, output });
  },
};
const page = {
  google: { script: { run: runner } },
  document: {
    hasFocus: () => hasFocus,
    getElementById: () => null,
    documentElement: { addEventListener: listen },
  },
  window: { addEventListener: listen },
};
beforeAll(() => {
  Object.assign(globalThis, page);
  jest.useFakeTimers({ now: 0 });
});
afterAll(() => {
  jest.useRealTimers();
  for (const name of Object.keys(page)) Reflect.deleteProperty(globalThis, name);
});
const pass = (seconds: number) => jest.advanceTimersByTimeAsync(seconds * 1000);

test("the page asks for the selected record while it has the focus, ever slower while nothing changes, and at once on return", async () => {
  followReturns();
  await checkActiveRecord();
  await pass(3600);
  const waits = asked.slice(1).map((time, at) => (time - (asked[at] ?? 0)) / 1000);
  expect(waits[0]).toBeLessThan(3);
  expect(waits.every((wait, at) => at === 0 || wait >= (waits[at - 1] ?? 0))).toBe(true);
  expect(Math.max(...waits)).toBe(60);
  // At ten seconds, as before, an hour took 360.
  expect(asked.length).toBeLessThan(80);

  record = 2;
  asked = [];
  await pass(120);
  const [first = 0, second = 0] = asked;
  expect(second - first).toBeLessThan(3000);

  hasFocus = false;
  await pass(60);
  asked = [];
  await pass(3600);
  expect(asked).toEqual([]);

  hasFocus = true;
  comeBack();
  comeBack();
  await pass(1);
  expect(asked.length).toBe(1);
  await pass(3);
  expect(asked.length).toBe(2);
});

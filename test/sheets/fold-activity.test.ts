import type { Driver } from "../../host";
import { kill } from "../support/host";
import { openProgram } from "./support/program";

const DAY = 86_400_000;
const began = Date.UTC(2025, 0, 1, 9);

const act = (what: string, record: string) => ({
  What: what,
  Record: record,
  Data: JSON.stringify([1, { kind: "act", what, records: [record] }]),
});

let base: Driver;
beforeAll(async () => {
  const host = await openProgram();
  const lines = Array.from({ length: 920 }, (_, n) => ({
    Key: `log_${n}`,
    When: new Date(began + Math.floor(n / 10) * DAY),
    Who: "ann@example.com",
    ...act(
      n === 3 ? "Changed a setting" : `Set ${n} rewards to approved`,
      n === 3 ? "payout day" : "trx_1/trg_1",
    ),
  }));
  await host.rpc("run", { kind: "by hand" });
  host.append("Activity", lines);
  base = host;
});

const run = (host: Driver) => host.atSheet("rpc", "run", { kind: "by hand" });
/** The lines left, and how many lines those that are folded tell of. */
function told(host: Driver) {
  const rows = host.rows("Activity").filter(({ Key }) => Key !== "");
  const folded = rows.filter(({ Key }) => String(Key).startsWith("folded "));
  const counts = folded.map(({ What }) => Number(/(\d+) other lines?/.exec(String(What))?.[1]));
  const left = rows.filter(({ Key }) => String(Key).startsWith("log_")).length;
  return { rows: rows.length, left, folded: counts.reduce((sum, n) => sum + n, 0) };
}

test("a run over a full Activity leaves under 1,000 lines, and summarises the removed ones by month", async () => {
  const host = base.fork();
  await run(host);
  const { rows, left, folded } = told(host);
  expect(rows).toBeLessThan(1_000);
  expect([left + folded, left < 620]).toEqual([920, true]);
  const [january] = host.rows("Activity").filter(({ Key }) => Key === "folded 2025-01");
  expect(january?.To).toBe("2025-01-01 ann@example.com: Changed a setting · payout day");
  const before = told(host);
  await run(host);
  expect(told(host)).toEqual(before);
});

test("killed at any of its last calls, each line is summarised once after the next run", async () => {
  const whole = base.fork();
  let calls = 0;
  whole.onServiceCall((_: string, number: number) => {
    calls = number;
  });
  await run(whole);
  for (const arrived of ["none", "all"] as const) {
    for (let at = calls - 1; at > calls - 45; at -= 13) {
      const host = base.fork();
      host.onServiceCall((_: string, number: number) => {
        if (number === at) throw kill(arrived);
      });
      await run(host).catch(() => undefined);
      host.onServiceCall(null);
      await run(host);
      const { rows, left, folded } = told(host);
      expect([at, left + folded, rows < 1_000]).toEqual([at, 920, true]);
    }
  }
});

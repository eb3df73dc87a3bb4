import fc from "fast-check";
import type { Driver } from "../../host";
import { kill } from "../support/host";
import { programs } from "../support/laws";
import { openProgram } from "./support/program";

const run = (host: Driver) => host.rpc("run", { kind: "by hand" });
const isSaved = ({ workbook }: Driver): boolean =>
  workbook.sheets.some(
    ({ name, rows }) => name === "_journal" && String(rows[0]?.cells[0]).startsWith("journal"),
  );

/** Three executions are killed as they write, the first of them after some writes: the journal is held. */
async function hold(
  host: Driver,
  written: number,
  arrived: "none" | "some" | "all",
): Promise<boolean> {
  let kills = 0;
  for (const writes of [written, 0, 0]) {
    let left = writes;
    host.onServiceCall((call) => {
      if (call === "Range.setValues" && isSaved(host) && left-- <= 0) throw kill(arrived);
    });
    await run(host).catch((thrown: Error) => {
      if (!thrown.message.includes("Killed")) throw thrown;
      kills++;
    });
  }
  host.onServiceCall(null);
  return kills === 3;
}

const drawn = fc.record({
  written: fc.integer({ min: 0, max: 4 }),
  arrived: fc.constantFrom("none" as const, "some" as const, "all" as const),
  days: fc.subarray(["2026-04-12", "2026-05-01", "2026-05-12"], { minLength: 1 }),
  // What the sale of 100.00 has for a key once the journal is held.
  key: fc.constantFrom("trx_1", "T-9", ""),
});

test("a held journal that is tried again later doubles no reward, and puts none on an invoice that is final by then (REFUSAL-1d, REFUSAL-1h)", async () => {
  const base = await openProgram();
  // All sums stay below it, so that lines wait on no invoice once theirs is final.
  base.type("Settings", { Key: "minimum payout" }, "Value", "USD 1000, EUR 1000");
  let held = 0;
  await fc.assert(
    fc.asyncProperty(drawn, async ({ written, arrived, days, key }) => {
      const host = base.fork();
      if (await hold(host, written, arrived)) held++;
      host.type("Transactions", { Key: "trx_1" }, "Key", key);
      for (const day of days) {
        await host.clock.advanceTo(day);
        await run(host);
      }
      await host.rpc("settle-refused", { choice: "try again" });
      await run(host);

      const final = host.rows("Invoices").filter((row) => row["Finalized on"] !== "");
      const keys = new Set(final.map(({ Key }) => Key));
      const unpaid = host
        .rows("Rewards")
        .filter(({ Invoice, Payout }) => keys.has(Invoice) && Payout === "");
      expect(unpaid.map(({ Key }) => Key)).toEqual([]);
      const made = host.rows("Rewards").filter(({ Trigger }) => Trigger === "trg_1");
      expect(made.map(({ Amount }) => Amount).sort()).toEqual([20, 6, 9.1]);
      expect(host.rows("Drips").filter(({ Key }) => Key !== "")).toHaveLength(2);
      for (const { Key, Lines } of host.rows("Invoices")) {
        const lines = host.rows("Rewards").filter(({ Invoice }) => Key !== "" && Invoice === Key);
        expect([Key, Number(Lines)]).toEqual([Key, lines.length]);
      }
    }),
    {
      numRuns: programs,
      examples: [[{ written: 0, arrived: "none", days: ["2026-05-12"], key: "T-9" }]],
    },
  );
  expect(held).toBeGreaterThan(0);
}, 600_000);

import fc from "fast-check";
import type { Driver } from "../../host";
import { kill } from "../support/host";
import { programs } from "../support/laws";
import { refusesAll } from "../support/refusing-rule";
import { openProgram } from "./support/program";

const sales = ["trx_1", "1e5", "T-3", "T-4"] as const;
const more = [
  { Key: "T-3", Customer: "cus_1", Date: "2026-03-10", Amount: 64, Currency: "USD" },
  { Key: "T-4", Customer: "cus_2", Date: "2026-03-11", Amount: 7, Currency: "EUR" },
];
const refused = [
  "Transactions|Judged",
  "Transactions|Judged as",
  "Transactions|Outcome",
  "Rewards|Key",
  "Drips|Key",
] as const;

const drawn = fc.record({
  sale: fc.constantFrom(...sales),
  key: fc.constantFrom("T-9", "", "trx_1/trg_1", "other"),
  at: fc.integer({ min: 20, max: 160 }),
  while: fc.oneof(
    fc.constant("it runs" as const),
    fc.constantFrom("none" as const, "some" as const, "all" as const),
    fc.constantFrom(...refused),
  ),
});

const open = async (): Promise<Driver> => {
  const host = await openProgram();
  host.append("Transactions", more);
  return host;
};
const run = (host: Driver) => host.rpc("run", { kind: "by hand" });

/** What is owed, whatever the keys of its sales: each reward and drip by the amount of its sale. */
function owed(host: Driver): readonly string[] {
  const sales = host.rows("Transactions");
  const saleOf = (key: unknown) => sales.find(({ Key }) => Key === key)?.Amount ?? `none: ${key}`;
  const said = (tab: string, headers: readonly string[]) =>
    host
      .rows(tab)
      .filter(({ Key }) => Key !== "")
      .map((row) => [tab, saleOf(row.Transaction), ...headers.map((each) => row[each])].join(" "));
  return [
    ...said("Rewards", ["Partner", "Amount", "Currency", "Status", "Trigger", "Occurrence"]),
    ...said("Drips", ["Partner", "Amount", "Currency", "Status", "Trigger"]),
  ].sort();
}

/** What each invoice says it has, and what it has. */
const invoices = (host: Driver): readonly (readonly string[])[] =>
  host.rows("Invoices").map(({ Key, Lines, Total }) => {
    const lines = host
      .rows("Rewards")
      .filter(({ Invoice, Status }) => Invoice === Key && Status !== "declined");
    const total = lines.reduce((sum, { Amount }) => sum + Number(Amount), 0);
    return [`${Key}: ${Lines} of ${Total}`, `${Key}: ${lines.length} of ${+total.toFixed(2)}`];
  });

test("a sale whose key is changed before its mark is written earns once (REFUSAL-1h)", async () => {
  const base = await open();
  const unhurt = base.fork();
  await run(unhurt);
  await run(unhurt);
  const wanted = owed(unhurt);
  await fc.assert(
    fc.asyncProperty(drawn, async ({ sale, key, at, while: when }) => {
      const host = base.fork();
      let isChanged = false;
      const change = () => {
        isChanged = true;
        host.type("Transactions", { Key: sale }, "Key", key);
      };
      const [tab, header] = when.split("|") as [string, string];
      if (header) {
        host.validate(tab, header, refusesAll);
        await run(host);
        change();
        host.validate(tab, header, null);
      } else {
        host.onServiceCall((_, number) => {
          if (number !== at) return;
          if (when !== "it runs") throw kill(when as "none");
          change();
        });
        await run(host).catch((thrown: Error) => {
          if (!thrown.message.includes("Killed")) throw thrown;
        });
        host.onServiceCall(null);
        if (!isChanged) change();
      }
      await run(host);
      await run(host);
      await host.rpc("repair", { check: "changed-keys", id: "transactions", how: "put back" });
      expect(owed(host)).toEqual(wanted);
      for (const [said, is] of invoices(host)) expect(said).toBe(is);
    }),
    { numRuns: programs },
  );
}, 600_000);

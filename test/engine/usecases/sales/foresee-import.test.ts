import fc from "fast-check";
import type { Output } from "../../../../src/engine/contract/contract";
import { run } from "../../../../src/engine/usecases/program/run";
import { foreseeImport } from "../../../../src/engine/usecases/sales/foresee-import";
import { importRows } from "../../../../src/engine/usecases/sales/import-rows";
import { law, programs } from "../../../support/laws";
import { carryOut, envOn, programOf, recordsOf } from "../../../support/program";

const trigger = { state: "active", event: "transaction created" };
const given = programOf({
  settings: [
    { key: "program start", value: "2026-01-05" },
    { key: "lived until", value: "2026-01-09" },
  ],
  partners: [{ key: "ada", name: "Ada Berg", joinedOn: "2025-01-01" }],
  customers: [{ key: "c1", name: "Harbor", partner: "ada", createdOn: "2026-01-02" }],
  triggers: [
    { ...trigger, key: "rate", name: "Rate", order: 1, action: "grant a reward", percent: "20" },
    {
      ...trigger,
      key: "thanks",
      name: "Thanks",
      order: 2,
      action: "start a drip",
      amount: 5,
      occurrences: 3,
      cycle: 1,
    },
    {
      ...trigger,
      key: "hello",
      name: "Hello",
      order: 3,
      event: "customer created",
      action: "grant a reward",
      amount: 7,
      currency: "USD",
    },
  ],
});
const env = envOn("2026-02-20");
const row = fc.record({
  customer: fc.constantFrom("c1", "c2", "c3"),
  date: fc.integer({ min: 1, max: 28 }).map((n) => `2026-01-${String(n).padStart(2, "0")}`),
  amount: fc.integer({ min: 1, max: 20_000 }),
  currency: fc.constantFrom("USD", "EUR"),
  partner: fc.constantFrom("", "ada", "Bela"),
  refunded: fc.constantFrom(0, 0, 1),
});

law(
  "what an import is foreseen to make is what it makes once it is taken in and a run comes",
  fc.record({
    rows: fc.array(row, { maxLength: 8 }),
    startOn: fc.constantFrom(null, "2026-01-01"),
  }),
  ({ rows: drawn, startOn }) => {
    const lines = drawn.map((each, n) => ({ ...each, line: n + 2, key: `o${n}` }));
    const rows = JSON.stringify({ rows: lines });
    const foreseen = carryOut(given, foreseeImport, { rows, startOn }, env)
      .output as Output<"foresee-import">;
    const sent = { rows, startOn, file: "f.csv", formId: "f1", part: 1 };
    const taken = carryOut(given, importRows, sent, env).program;
    const after = carryOut(taken, run, { kind: "daily" }, env).program;

    const rewards = recordsOf(after, "rewards").filter(({ status }) => status !== "declined");
    const drips = recordsOf(after, "drips");
    const real = ["rate", "thanks", "hello"].flatMap((key) => {
      const own = rewards.filter((each) => each.trigger === key);
      const started = drips.filter((each) => each.trigger === key).length;
      const sum = (currency: string) =>
        own.reduce((total, each) => total + (each.currency === currency ? each.amount : 0), 0);
      return own.length + started === 0
        ? []
        : [{ key, rewards: own.length, drips: started, usd: sum("USD"), eur: sum("EUR") }];
    });
    const said = foreseen.triggers.map(({ trigger: key, rewards: count, drips: started, sums }) => {
      const sum = (currency: string) =>
        sums.find((each) => each.currency === currency)?.amount ?? 0;
      return { key, rewards: count, drips: started, usd: sum("USD"), eur: sum("EUR") };
    });
    const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
    expect(said.sort(byKey)).toEqual(real.sort(byKey));
  },
  programs * 2,
);

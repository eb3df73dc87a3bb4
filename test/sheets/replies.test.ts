import type { Driver } from "../../host";
import { cellWords } from "../../src/engine/kernel/cell-words";
import type { RunOutput } from "../../src/engine/usecases/program/run";
import { openHost } from "../support/host";
import { ask, smallProgram } from "../support/small-program";

/** Bytes of JSON: what one reply may carry, so that a sidebar stays quick. */
const LARGEST = 100_000;
const MANY = 2_000;
const numbers = Array.from({ length: MANY }, (_, n) => n);
const long = "A name of the length that real names have, with “quotes” ";

let host: Driver;
beforeAll(async () => {
  host = await openHost({ now: "2026-03-02", timeZone: "UTC" });
  await ask(host, "set-up", {});
  host.append(
    "Partners",
    numbers.map((n) => ({ Key: `p${n}`, Name: `${long}${n}`, "E-mail": `partner${n}@x.example` })),
  );
  host.append(
    "Customers",
    numbers.map((n) => ({
      Key: `c${n}`,
      Name: `${long}${n}`,
      Partner: "p1",
      "Created on": "2026-03-01",
    })),
  );
  host.append(
    "Rewards",
    numbers.map((n) => ({
      Key: `r${n}`,
      Partner: "p1",
      Customer: `c${n}`,
      Description: `${long}${n}`,
      Amount: n + 1,
      Currency: "USD",
      Status: "pending",
      Accepted: `pending ${n + 1}.00`,
      "Earned on": "2026-03-01",
      Source: "manual",
    })),
  );
});

test.each([
  ["home", {}],
  ["find-partners", {}],
  ["index-partners", {}],
  ["find-customers", {}],
  ["find-sales", {}],
  ["find-events", { event: "transaction created" }],
  ["list-triggers", {}],
  ["list-payouts", {}],
  ["list-rewards", {}],
  ["list-drips", {}],
  ["list-invoices", {}],
  ["list-activity", {}],
  ["list-changed", {}],
  ["show-partner", { partner: "p1" }],
  ["check-health", {}],
  ["forecast", {}],
])("the reply of %s stays under 100 kB, whatever the program holds", async (name, input) => {
  const reply = await host.rpc(name, input);

  expect(reply).toMatchObject({ ok: true });
  expect(Buffer.byteLength(JSON.stringify(reply))).toBeLessThan(LARGEST);
});

test.each(["", "constructor", "__proto__", "toString", "rpc", "perform"])(
  "the door knows no call “%s”",
  async (name) => {
    expect(await host.rpc(name, {})).toMatchObject({ error: { code: "CALL_UNKNOWN" } });
  },
);

test("a run says in plain words what it did", async () => {
  const small = await openHost({ now: "2026-03-02", timeZone: "UTC" });
  await ask(small, "set-up", {});
  await smallProgram(small);
  const { summary, sentence } = (await ask(small, "run", { kind: "by hand" })) as RunOutput;

  expect(summary).toMatch(/^\d+ rows processed, /);
  expect(summary).toBe(cellWords(sentence));
  expect(sentence).toMatchObject({ values: expect.anything() });
});

test("too large an input is refused before anything is read", async () => {
  const reply = await host.rpc("find-partners", { search: "x".repeat(1_000_001) });

  expect(reply).toMatchObject({ error: { code: "INPUT_INVALID" } });
  expect(host.usage().last.cellsRead).toBe(0);
});

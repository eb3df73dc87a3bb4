import type { Driver } from "../../host";

/** A small program with one of everything: a flat reward, a drip, a split, a percent, a bad cell, a blank key. */
export async function smallProgram(host: Driver): Promise<void> {
  await ask(host, "set-up", {});
  host.append("Partners", [
    { Key: "ptn_a", Name: "Ada Berg", Group: "Gold" },
    { Key: "ptn_b", Name: "Bela Castro", Group: "Standard" },
  ]);
  host.append("Customers", [
    { Key: "cus_1", Name: "Harbor", Partner: "ptn_a", "Created on": "2026-01-10" },
    { Key: "cus_2", Name: "Maple", Partner: "ptn_b", "Created on": "2026-01-12" },
  ]);
  const listens = { State: "active", Event: "transaction created" };
  host.append("Triggers", [
    {
      ...listens,
      Key: "trg_first",
      Name: "First sale",
      Order: 1,
      Action: "grant a reward",
      Amount: 50,
      Rules: rule("transaction.number", "equal", 1),
    },
    {
      ...listens,
      Key: "trg_rate",
      Name: "Rate",
      Order: 2,
      Action: "grant a reward",
      Percent: "20",
    },
    {
      ...listens,
      Key: "trg_drip",
      Name: "Monthly",
      Order: 3,
      Action: "start a drip",
      Amount: 20,
      Cycle: 1,
      "Cycle unit": "weeks",
      Occurrences: 6,
      Rules: rule("transaction.Product", "equal", "Yearly plan"),
    },
    {
      ...listens,
      Key: "trg_split",
      Name: "Split",
      Order: 4,
      Action: "start a drip",
      Amount: 20,
      Mode: "split a total",
      Cycle: 1,
      "Cycle unit": "months",
      Occurrences: 12,
      Rules: rule("transaction.Currency", "equal", "EUR"),
    },
  ]);
  host.append("Transactions", [
    {
      Key: "trx_1",
      Customer: "cus_1",
      Date: "2026-01-15",
      Amount: 1200,
      Currency: "USD",
      Product: "Yearly plan",
    },
    {
      Key: "trx_2",
      Customer: "cus_2",
      Date: "2026-01-16",
      Amount: 458.92,
      Currency: "EUR",
      Product: "Monthly plan",
    },
    {
      Key: "",
      Customer: "cus_2",
      Date: "2026-01-17",
      Amount: 30.31,
      Currency: "EUR",
      Product: "Monthly plan",
    },
    { Key: "trx_bad", Customer: "cus_1", Date: "2026-01-18", Amount: "12o.00", Currency: "USD" },
  ]);
}

const rule = (fact: string, operator: string, value: string | number): string =>
  JSON.stringify({ all: [{ fact, operator, value }] });

/** Calls the rpc door and gives the output; a refusal is thrown with its code. */
export async function ask(host: Driver, name: string, input: object): Promise<unknown> {
  const reply = (await host.rpc(name, input as never)) as
    | { ok: true; output: unknown }
    | { ok: false; error: { code: string; message: string } };
  if (reply.ok) return reply.output;
  throw Object.assign(new Error(`${reply.error.code}: ${reply.error.message}`), {
    code: reply.error.code,
  });
}

const VOLATILE = ["Run"];
/** All tabs as a person sees them, but Activity, the journal, and columns that hold a run's id (RUN-8). */
export function sheetsOf(host: Driver): Record<string, unknown> {
  const shown = host.sheetNames().filter((name) => name !== "Activity" && !name.startsWith("_"));
  return Object.fromEntries(
    shown.map((name) => [name, { rows: host.rows(name).map(stable), notes: host.notes(name) }]),
  );
}

const stable = (row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([header]) => !VOLATILE.includes(header)));

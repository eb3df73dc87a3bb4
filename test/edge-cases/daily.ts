import { apply } from "../../src/engine/program/changeset";
import type { Program } from "../../src/engine/program/program";

type Cells = Readonly<Record<string, string | number>>;

/** An active trigger that grants a reward for transactions, unless told otherwise. */
export const trigger = (key: string, more: Cells) => ({
  key,
  name: key,
  state: "active",
  event: "transaction created",
  action: "grant a reward",
  ...more,
});

/** A sale to Acme, whom Ada Reyes brought, on 10 January 2026. */
export const sale = (key: string, amount: number, more: Readonly<Record<string, string>> = {}) => ({
  key,
  customer: "cus_1",
  date: "2026-01-10",
  amount,
  ...more,
});

/** The same program with a row typed below the others of Transactions. */
export function withRow(program: Program, row: Cells): Program {
  const cells = Object.fromEntries(
    Object.keys(row).map((id) => [id, id === "date" ? { day: row[id], time: "" } : row[id]]),
  );
  const effect = { kind: "insert", table: "transactions", key: String(row.key), cells } as const;
  return apply(program, { effects: [effect as never] });
}

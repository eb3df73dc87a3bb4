import { createProgram, type Program, type RawTables } from "../../../src/engine/program/program";
import { tableNames } from "../../../src/engine/tables";
import { payInvoice } from "../../../src/engine/usecases/payouts/pay-invoice";
import { run } from "../../../src/engine/usecases/program/run";
import { setRewardStatus } from "../../../src/engine/usecases/rewards/set-reward-status";
import { act } from "../../engine/usecases/act";
import { carryOut, envOn, type Given, programOf } from "../../support/program";

/**
 * A program of two halves that share nothing but the program: Ada's in dollars and Bela's in euros, each with rewards
 * that are paid, final, declined and in review, drips, a refund and its adjusting line, and rows not yet judged.
 */
const half = (who: "ada" | "bela", currency: "USD" | "EUR"): Given => {
  const mine = JSON.stringify({
    all: [{ fact: "partner.Key", operator: "equal", value: who }],
  });
  const listens = { state: "active", event: "transaction created", rules: mine };
  const sale = (n: number, date: string, amount: number, more = {}) => ({
    key: `${who}_t${n}`,
    customer: `${who}_c`,
    date,
    amount,
    currency,
    product: "Plan",
    Region: "North",
    ...more,
  });
  return {
    partners: [
      {
        key: who,
        name: who,
        email: `${who}@example.com`,
        group: "Gold",
        joinedOn: "2026-01-01",
        paymentEmail: `${who}@pay.example`,
        payoutMethod: "PayPal",
        Level: 3,
      },
    ],
    customers: [
      {
        key: `${who}_c`,
        name: "Harbor",
        email: `x@${who}-customer.test`,
        partner: who,
        createdOn: "2026-01-05",
        Plan: "Pro",
      },
    ],
    transactions: [
      sale(1, "2026-01-10", 100),
      sale(2, "2026-01-12", 50.5),
      sale(3, "2026-02-11", 80),
      sale(4, "2026-02-12", -10, { refundOf: `${who}_t1`, customer: "" }),
      sale(5, "2026-03-05", 200),
      sale(6, "2026-03-21", 70),
      sale(7, "2026-03-22", 30, { refundOf: `${who}_t5` }),
    ],
    actions: [
      { key: `${who}_a1`, customer: `${who}_c`, kind: "demo", date: "2026-02-02", Seen: true },
      { key: `${who}_a2`, customer: `${who}_c`, kind: "demo", date: "2026-03-21" },
    ],
    triggers: [
      {
        ...listens,
        key: `${who}_rate`,
        name: "Rate",
        order: 1,
        action: "grant a reward",
        percent: "20",
      },
      {
        ...listens,
        key: `${who}_drip`,
        name: "Drip",
        order: 2,
        action: "start a drip",
        amount: 5,
        currency,
        cycle: 1,
        cycleUnit: "weeks",
        occurrences: 6,
        firstEvents: 2,
      },
      {
        ...listens,
        key: `${who}_demo`,
        name: "Demo",
        order: 3,
        event: "action recorded",
        action: "grant a reward",
        amount: 3,
        currency,
      },
    ],
  };
};

const both: Given = Object.fromEntries(
  tableNames.map((name) => [
    name,
    [...(half("ada", "USD")[name] ?? []), ...(half("bela", "EUR")[name] ?? [])],
  ]),
);

/** Runs on a day, to the end. */
export const runOn = (program: Program, today: string): Program =>
  carryOut(program, run, { kind: "by hand" }, envOn(today)).program;

/** The rows of both halves as they stand in the sheets on 20 March, with what is not yet judged. */
export function livedRows(): RawTables {
  let program = programOf({
    ...both,
    settings: [
      { key: "program start", value: "2026-01-01" },
      { key: "minimum payout", value: "none" },
    ],
  });
  for (const day of ["2026-01-11", "2026-01-20", "2026-02-01", "2026-02-10"]) {
    program = runOn(program, day);
  }
  for (const currency of ["USD", "EUR"]) {
    program = act(
      program,
      payInvoice,
      { invoice: `inv_2026-01_${currency}`, paidOn: "2026-02-10", neverSent: true } as never,
      "2026-02-10",
    ).program;
  }
  for (const day of ["2026-02-13", "2026-03-01", "2026-03-10"]) program = runOn(program, day);
  for (const who of ["ada", "bela"]) {
    const asked = { rewards: [`${who}_t5/${who}_rate`], status: "declined", reason: "not ours" };
    program = act(program, setRewardStatus, asked as never, "2026-03-10").program;
  }
  return rawsOf(runOn(program, "2026-03-20"));
}

export const rawsOf = (program: Program): RawTables =>
  Object.fromEntries(
    Object.entries(program.tables).map(([name, { rows, ownHeaders }]) => [
      name,
      { rows: rows.map(({ raw }) => raw), ownHeaders },
    ]),
  );

export const reread = (raws: RawTables): Program => createProgram(raws, ".");

/** All cells of Bela's rows, which nothing in Ada's half may change. */
export function belasRows(program: Program): Readonly<Record<string, unknown>> {
  const isBelas = (key: string) => key.includes("bela") || key.includes("_EUR");
  return Object.fromEntries(
    Object.entries(program.tables).map(([name, { rows }]) => [
      name,
      name === "activity" ? [] : rows.filter(({ key }) => isBelas(key)).map(({ raw }) => raw),
    ]),
  );
}

import { takeOverInRun } from "../../../src/engine/edits/take-over";
import { deriveAll } from "../../../src/engine/invoices/derive";
import { finalizeInvoices } from "../../../src/engine/invoices/finalize";
import { openInvoices } from "../../../src/engine/invoices/open";
import type { Problem } from "../../../src/engine/kernel/problem";
import { apply } from "../../../src/engine/program/changeset";
import type { Program } from "../../../src/engine/program/program";
import { begin, type Work } from "../../../src/engine/program/work";
import type { RecordOf, TableName } from "../../../src/engine/tables";
import { advance } from "../../../src/engine/timeline/advance";
import { settleAll } from "../../../src/engine/timeline/refunds";
import { envOn, type Given, programOf, recordsOf } from "../../support/program";

/** What a run of a day does with money. */
export function moneyRun(program: Program, today: string): Program {
  return moneyRunWith(program, today).program;
}

export function moneyRunWith(
  program: Program,
  today: string,
): { readonly program: Program; readonly problems: readonly Problem[] } {
  const work = begin(program);
  const env = envOn(today);
  const run = `run ${today} daily`;
  takeOverInRun(work, env, { run, isFirstPart: true });
  settleAll(work, { today: env.today, run });
  advance(work, env.today, env, { run });
  finalizeInvoices(work, env.today, run);
  openInvoices(work, env.today, run);
  deriveAll(work);
  return { program: apply(program, work.changes()), problems: work.problems() };
}

/** Changes some rows as a person would, and reads the program again. */
export function changed(program: Program, change: (work: Work) => void): Program {
  const work = begin(program);
  change(work);
  return apply(program, work.changes());
}

export const settingsRows = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([key, value]) => ({ key, value }));

/** A program that started on 1 January 2026 with two partners and a customer of the first. */
export function startedProgram(given: Given = {}, settings: Readonly<Record<string, string>> = {}) {
  return programOf({
    settings: settingsRows({ "program start": "2026-01-01", ...settings }),
    partners: [
      { key: "ptn_1", name: "Ada Reyes", email: "ada@reyes.example" },
      { key: "ptn_2", name: "Bela Bauer", email: "bela@bauer.example" },
    ],
    customers: [{ key: "cus_1", name: "Acme", partner: "ptn_1", createdOn: "2026-01-02" }],
    ...given,
  });
}

/** The cells of January's invoice in USD once it is final. */
export const finalJanuary = {
  key: "inv_2026-01_USD",
  month: "2026-01",
  currency: "USD",
  openedOn: "2026-02-01",
  reviewEndsOn: "2026-02-07",
  finalizedOn: "2026-02-08",
};

/** The cells of a reward as the program would have made it; amount as a cell shows it. */
export const rewardRow = (
  key: string,
  amount: number,
  more: Readonly<Record<string, string>> = {},
) => ({
  key,
  partner: "ptn_1",
  amount,
  currency: "USD",
  status: "pending",
  earnedOn: "2026-01-15",
  source: "trigger",
  description: key,
  accepted: JSON.stringify([
    1,
    { status: more.status ?? "pending", amount: Math.round(amount * 100) },
  ]),
  ...more,
});

export function byKey<N extends TableName>(program: Program, table: N, key: string): RecordOf<N> {
  const found = recordsOf(program, table).find((record) => record.key === key);
  if (!found) throw new Error(`${table} has no usable row ${key}`);
  return found;
}

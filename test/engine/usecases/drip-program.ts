import type { Cell } from "../../../src/engine/kernel/fields";
import type { Program } from "../../../src/engine/program/program";
import { type Given, recordsOf } from "../../support/program";
import { byKey, startedProgram } from "../invoices/money-run";

/** The cells of a running drip of the customer's: 20.00 USD × 6, each month from 15 January 2026. */
export const dripRow = (key: string, more: Readonly<Record<string, Cell>> = {}) => ({
  key,
  partner: "ptn_1",
  customer: "cus_1",
  description: "Yearly plan",
  occurrences: 6,
  currency: "USD",
  amount: 20,
  mode: "per occurrence",
  rounding: "half away from zero",
  eventDate: "2026-01-15",
  delayUnit: "months",
  cycle: 1,
  cycleUnit: "months",
  ...more,
});

export const dripProgram = (more: Readonly<Record<string, Cell>> = {}, given: Given = {}) =>
  startedProgram({ drips: [dripRow("d", more)], ...given });

/** A drip's rewards as "1: 2026-01-15 20.00 pending", in order. */
export const madeOf = (program: Program, drip = "d"): readonly string[] =>
  recordsOf(program, "rewards")
    .filter((reward) => reward.drip === drip)
    .sort((a, b) => (a.occurrence ?? 0) - (b.occurrence ?? 0))
    .map(
      ({ occurrence, earnedOn, amount, status }) =>
        `${occurrence}: ${earnedOn} ${(amount / 100).toFixed(2)} ${status}`,
    );

/** What a drip's row shows of its progress. */
export function shownOf(program: Program, drip = "d") {
  const { status, issued, toCome, lost, nextDate } = byKey(program, "drips", drip);
  return { status, issued, toCome, lost, nextDate };
}

export const actsOf = (program: Program): readonly string[] =>
  recordsOf(program, "activity")
    .filter(({ key }) => !key.startsWith("run "))
    .map(({ what, record, from, to }) => [what, record, from, to].join(" | "));

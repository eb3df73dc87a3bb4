import { noCounts } from "../../../src/engine/activity/run-line";
import { addToMonth, type Month } from "../../../src/engine/kernel/day";
import type { Cell } from "../../../src/engine/kernel/fields";
import { happenedField } from "../../../src/engine/tables/packed/happened";
import { listDrips } from "../../../src/engine/usecases/drips/list-drips";
import { showDrip } from "../../../src/engine/usecases/drips/show-drip";
import { findEvents } from "../../../src/engine/usecases/events/find-events";
import { listChanged } from "../../../src/engine/usecases/events/list-changed";
import { listInvoices } from "../../../src/engine/usecases/invoices/list-invoices";
import { showInvoice } from "../../../src/engine/usecases/invoices/show-invoice";
import { listPayouts } from "../../../src/engine/usecases/payouts/list-payouts";
import { findCustomers } from "../../../src/engine/usecases/people/find-customers";
import { findPartners } from "../../../src/engine/usecases/people/find-partners";
import { showPartner } from "../../../src/engine/usecases/people/show-partner";
import { checkHealth } from "../../../src/engine/usecases/program/check-health";
import { home } from "../../../src/engine/usecases/program/home";
import { listActivity } from "../../../src/engine/usecases/program/list-activity";
import { listRewards } from "../../../src/engine/usecases/rewards/list-rewards";
import { findSales } from "../../../src/engine/usecases/sales/find-sales";
import type { Page } from "../../../src/engine/usecases/shared/page";
import { listTriggers } from "../../../src/engine/usecases/triggers/list-triggers";
import { cellOf } from "../../support/shapes";
import { rewardRow, startedProgram } from "../invoices/money-run";
import { act } from "./act";
import { dripRow } from "./drip-program";

const TODAY = "2026-03-02";
const MANY = 60;
/** More than any reply shows of a cell, in letters of three bytes. */
const LONG = "語".repeat(2_000);
/** The longest key there may be. */
const key = (start: string, n: number): string => start + "語".repeat(245) + String(n);
const many = <T>(row: (n: number) => T): readonly T[] =>
  Array.from({ length: MANY }, (_, n) => row(n));
const USD = "inv_2026-01_USD";
/** The n-th month before December 2025. */
const monthBefore = (n: number): string => addToMonth("2025-12" as Month, -n);

/** As many problems as a run's line holds, the rest counted. */
const lastRun = {
  kind: "run",
  counts: { ...noCounts, problems: MANY },
  problems: many((n) => ({
    table: "Rewards",
    row: key("r", n),
    column: "Amount",
    message: LONG.slice(0, 900),
  })).slice(0, 20),
  more: MANY - 20,
  nothing: null,
  goesOn: false,
} as const;
const program = startedProgram({
  partners: many((n) => ({
    key: key("p", n),
    name: LONG,
    email: `${LONG}@x.example`,
    group: LONG,
    payoutMethod: "PayPal",
  })),
  customers: many((n) => ({
    key: key("c", n),
    name: LONG,
    email: `${LONG}@x.example`,
    partner: key("p", n),
    createdOn: "2026-01-01",
  })),
  transactions: many((n) => ({
    key: key("t", n),
    customer: key("c", n),
    date: "2026-01-02",
    amount: 5,
    product: LONG,
    judged: `${key("t", n)} | 2026-02-01 | #${n} | rate`,
    judgedAs: JSON.stringify({
      row: { Amount: "4", Product: LONG, Category: LONG, Customer: LONG },
    }),
  })),
  rewards: many((n) =>
    rewardRow(key("r", n), 1, {
      partner: key("p", n),
      customer: key("c", n),
      description: LONG,
      reason: LONG,
      status: "held",
      invoice: USD,
      adjusts: key("a", n),
      earnedOn: "2026-01-20",
    }),
  ),
  drips: many((n) =>
    dripRow(key("d", n), {
      partner: key("p", n),
      customer: key("c", n),
      description: LONG,
      occurrences: 600,
      endReason: LONG,
      endedBy: LONG,
      heldReason: LONG,
    }),
  ),
  invoices: [
    {
      key: USD,
      month: "2026-01",
      currency: "USD",
      openedOn: "2026-02-01",
      reviewEndsOn: "2026-02-07",
    },
    // An invoice's key says its month and currency: another one is a problem.
    ...many((n) => ({
      key: `inv_${monthBefore(n)}_USD`,
      month: monthBefore(n),
      currency: "USD",
      openedOn: "2026-02-01",
      reviewEndsOn: "2026-02-07",
    })),
  ],
  payouts: many((n) => ({
    key: key("y", n),
    invoice: USD,
    partner: key("p", n),
    amount: 1,
    currency: "USD",
    status: "sent",
    reference: LONG,
    reason: LONG,
    file: LONG + n,
  })),
  triggers: many((n) => ({
    key: key("g", n),
    name: LONG,
    state: LONG,
    event: LONG,
    action: LONG,
    set: LONG,
    offer: LONG,
    rules: LONG,
    problems: LONG,
  })),
  activity: many((n) => ({
    key: n === 0 ? "run 2026-02-01" : key("l", n),
    when: "2026-02-01",
    who: LONG,
    what: LONG,
    record: LONG,
    from: LONG,
    to: LONG,
    why: LONG,
    data: n === 0 ? cellOf(happenedField, lastRun) : "",
  })),
});

const lists = {
  "find-customers": (given: object) => act(program, findCustomers, given, TODAY).output,
  "find-partners": (given: object) => act(program, findPartners, given, TODAY).output,
  "find-sales": (given: object) => act(program, findSales, given, TODAY).output,
  "find-events": (given: object) =>
    act(program, findEvents, { event: "transaction created", ...given }, TODAY).output,
  "list-activity": (given: object) => act(program, listActivity, given, TODAY).output,
  "list-changed": (given: object) => act(program, listChanged, given, TODAY).output,
  "list-drips": (given: object) => act(program, listDrips, given, TODAY).output,
  "list-invoices": (given: object) => act(program, listInvoices, given, TODAY).output,
  "list-payouts": (given: object) => act(program, listPayouts, given, TODAY).output,
  "list-rewards": (given: object) => act(program, listRewards, given, TODAY).output,
  "list-triggers": (given: object) => act(program, listTriggers, given, TODAY).output,
  "check-health": (given: object) => act(program, checkHealth, given, TODAY).output,
} as const satisfies Readonly<Record<string, (given: object) => Page<unknown>>>;

const invoice = (given: object) =>
  act(program, showInvoice, { invoice: USD, ...given }, TODAY).output;
const pagesWithin = {
  ...lists,
  "show-drip": (given: object) =>
    act(program, showDrip, { drip: key("d", 1), ...given }, TODAY).output,
  "show-invoice, lines": (given: object) => invoice({ view: "lines", ...given }),
  "show-invoice, payouts": (given: object) => invoice({ view: "payouts", ...given }),
};
const pageIn = (output: object): Page<unknown> =>
  "shown" in output
    ? (output.shown as { readonly page: Page<unknown> }).page
    : "occurrenceLines" in output
      ? (output.occurrenceLines as Page<unknown>)
      : (output as Page<unknown>);
const bytes = (output: object): number => Buffer.byteLength(JSON.stringify(output));

describe("with the longest possible keys and cells", () => {
  test.each(Object.entries(pagesWithin))(
    "a reply of %s stays under 100 kB, and its parts hold every row of a page once",
    (_, list) => {
      const rows: unknown[] = [];
      const first = pageIn(list({}));
      const length = Math.min(50, first.total);
      while (rows.length < length) {
        const output = list({ skip: rows.length });
        expect(bytes(output)).toBeLessThan(100_000);
        rows.push(...pageIn(output).rows);
      }
      expect(first.total).toBeGreaterThanOrEqual(MANY);
      expect(rows).toHaveLength(length);
      expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(length);
    },
  );

  test("Home stays under 100 kB, and counts what it leaves out", () => {
    const { output } = act(program, home, {}, TODAY);
    expect(bytes(output)).toBeLessThan(100_000);
    expect(output.problems.length + output.moreProblems).toBe(MANY);
    expect(output.inReview.length + output.moreInReview).toBe(MANY + 1);
  });

  test("a partner stays under 100 kB", () => {
    expect(bytes(act(program, showPartner, { partner: key("p", 1) }, TODAY).output)).toBeLessThan(
      100_000,
    );
  });
});

/** The rows above are what the program can read: a test of replies of nothing would prove nothing. */
test("the program holds them all", () => {
  const of: Readonly<Record<string, Cell>> = {
    rewards: act(program, listRewards, {}, TODAY).output.total,
    payouts: act(program, listPayouts, {}, TODAY).output.total,
    triggers: act(program, listTriggers, {}, TODAY).output.total,
  };
  expect(of).toEqual({ rewards: MANY, payouts: MANY, triggers: MANY });
});

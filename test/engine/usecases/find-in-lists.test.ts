import { listChanged } from "../../../src/engine/usecases/events/list-changed";
import { listInvoices } from "../../../src/engine/usecases/invoices/list-invoices";
import { showInvoice } from "../../../src/engine/usecases/invoices/show-invoice";
import { listPayouts } from "../../../src/engine/usecases/payouts/list-payouts";
import { listActivity } from "../../../src/engine/usecases/program/list-activity";
import { envOn } from "../../support/program";
import { rewardRow, startedProgram } from "../invoices/money-run";
import { act } from "./act";

const TODAY = "2026-03-02";
const invoice = (month: string, currency: string, more: object = {}) => ({
  key: `inv_${month}_${currency}`,
  month,
  currency,
  openedOn: "2026-02-01",
  reviewEndsOn: "2026-02-07",
  ...more,
});
const reward = (key: string, partner: string, description: string) =>
  rewardRow(key, 10, { partner, description, invoice: "inv_2026-01_USD", earnedOn: "2026-01-20" });
const payout = (key: string, partner: string, more: object = {}) => ({
  key,
  invoice: "inv_2025-12_USD",
  partner,
  amount: 30.5,
  status: "open",
  currency: "USD",
  ...more,
});
const program = startedProgram({
  invoices: [
    invoice("2026-01", "USD"),
    invoice("2026-01", "EUR"),
    invoice("2025-12", "USD", { status: "Final", finalizedOn: "2026-01-08" }),
  ],
  rewards: [
    reward("a", "ptn_1", "Bonus for the Zoë demo"),
    reward("b", "ptn_2", "Spring bonus"),
    reward("c", "ptn_2", "Referral"),
  ],
  payouts: [
    payout("pay_inv_2025-12_USD/ptn_1", "ptn_1", {
      status: "paid",
      paidOn: "2026-01-12",
      reference: "SEPA 17",
    }),
    payout("pay_inv_2025-12_USD/ptn_2", "ptn_2", { amount: 12 }),
  ],
  transactions: [
    { key: "T1", customer: "cus_1", date: "2026-01-20", amount: 250, ...judged("T1", "100") },
    { key: "T2", customer: "cus_1", date: "2026-01-21", amount: 90, ...judged("T2", "80") },
  ],
  activity: [
    { key: "log_1", when: "2026-02-01", who: "zoë@x.example", what: "Approved 3 rewards" },
    { key: "log_2", when: "2026-02-02", who: "bob@x.example", what: "Held 1 reward" },
  ],
});

/** A row as it was judged when its amount was another. */
function judged(key: string, amount: string) {
  return {
    judged: `${key} | 2026-02-01 | #1 | rate`,
    judgedAs: JSON.stringify({ row: { Amount: amount } }),
  };
}

describe("the search of a list finds every word, whatever the case and the accents", () => {
  test.each([
    ["january", ["inv_2026-01_EUR", "inv_2026-01_USD"]],
    ["Jan 2026 usd", ["inv_2026-01_USD"]],
    ["2025-12", ["inv_2025-12_USD"]],
    ["final", ["inv_2025-12_USD"]],
    ["eur", ["inv_2026-01_EUR"]],
    ["december eur", []],
  ])("invoices by month in words or digits, currency, status and key: %j", (search, keys) => {
    const { rows, total } = act(program, listInvoices, { search }, TODAY).output;
    expect([rows.map(({ key }) => key), total]).toEqual([keys, keys.length]);
  });

  test("a month is found in the words of the spreadsheet's locale too", () => {
    const env = {
      ...envOn(TODAY),
      entry: () => ({ ...envOn(TODAY).entry(), months: ["Jänner", ..."x".repeat(11)] }),
    };
    const given = { search: "janner", status: null, currency: null, month: null };
    const { output } = listInvoices.decide(program, { ...given, page: null, skip: null }, env);
    expect(output.rows.map(({ month }) => month)).toEqual(["2026-01", "2026-01"]);
  });

  test.each([
    ["bauer bonus", ["b"]],
    ["ZOE", ["a"]],
    ["bauer", ["b", "c"]],
    ["nobody", []],
  ])("an invoice's lines by partner, customer, text and key: %j", (search, keys) => {
    const given = { invoice: "inv_2026-01_USD", search };
    const { shown } = act(program, showInvoice, given, TODAY).output;
    expect(shown.page.rows.map(({ key }) => key)).toEqual(keys);
  });

  test("a partner's group stays complete if only some of its lines are found", () => {
    const given = { invoice: "inv_2026-01_USD", search: "bonus" };
    expect(act(program, showInvoice, given, TODAY).output.shown).toMatchObject({
      page: { total: 2 },
      partners: [
        { partner: "ptn_1", lines: 1, listed: 1, from: 0, amount: "10.00" },
        { partner: "ptn_2", lines: 2, listed: 1, from: 1, amount: "20.00" },
      ],
    });
  });

  test.each([
    ["sepa", ["pay_inv_2025-12_USD/ptn_1"]],
    ["bauer open", ["pay_inv_2025-12_USD/ptn_2"]],
    ["30.50", ["pay_inv_2025-12_USD/ptn_1"]],
    ["2025-12", ["pay_inv_2025-12_USD/ptn_1", "pay_inv_2025-12_USD/ptn_2"]],
  ])("payouts by partner, month, amount, reference and status: %j", (search, keys) => {
    const all = act(program, listPayouts, { search }, TODAY).output;
    const given = { invoice: "inv_2025-12_USD", view: "payouts", search };
    const { shown } = act(program, showInvoice, given, TODAY).output;
    expect(all.rows.map(({ key }) => key)).toEqual(keys);
    expect(shown.page.rows.map(({ key }) => key)).toEqual(keys);
  });

  test.each([
    ["t1", ["T1"]],
    ["amount 80", ["T2"]],
    ["transactions 2026-01", ["T1", "T2"]],
    ["rewards", []],
  ])("changed rows by tab, key, day and what a cell says: %j", (search, keys) => {
    const { rows } = act(program, listChanged, { search }, TODAY).output;
    expect(rows.map(({ key }) => key)).toEqual(keys);
  });

  test("Activity by who and what", () => {
    const { rows } = act(program, listActivity, { search: "zoe approved" }, TODAY).output;
    expect(rows.map(({ key }) => key)).toEqual(["log_1"]);
  });
});

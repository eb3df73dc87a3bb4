import { addCustomer, previewCustomer } from "../../../src/engine/usecases/people/add-customer";
import { findCustomers } from "../../../src/engine/usecases/people/find-customers";
import { run } from "../../../src/engine/usecases/program/run";
import { findSales } from "../../../src/engine/usecases/sales/find-sales";
import { previewRefund, recordRefund } from "../../../src/engine/usecases/sales/record-refund";
import { previewSale, recordSale } from "../../../src/engine/usecases/sales/record-sale";
import { recordsOf } from "../../support/program";
import { byKey, startedProgram } from "../invoices/money-run";
import { act, refusal } from "./act";

const TODAY = "2026-02-10";
const listens = { state: "active", event: "transaction created" };
const firstSale = {
  ...listens,
  key: "trg_first",
  name: "First sale",
  order: 1,
  action: "grant a reward",
  amount: 50,
  rules: '{"all":[{"fact":"transaction.number","operator":"equal","value":1}]}',
};
const rate = {
  ...listens,
  key: "trg_rate",
  name: "Rate",
  order: 2,
  action: "grant a reward",
  percent: "20",
};
const split = {
  ...listens,
  key: "trg_split",
  name: "Split",
  order: 3,
  action: "start a drip",
  amount: 240,
  mode: "split a total",
  cycle: 1,
  cycleUnit: "months",
  occurrences: 12,
  rules: '{"all":[{"fact":"transaction.Product","operator":"equal","value":"Yearly"}]}',
};
const signUp = {
  key: "trg_up",
  name: "Sign-up",
  order: 4,
  state: "active",
  event: "customer created",
  action: "grant a reward",
  amount: 5,
};
const program = startedProgram({
  triggers: [firstSale, rate, split, signUp],
  transactions: [
    { key: "trx_1", customer: "cus_1", date: "2026-01-15", amount: 100, currency: "USD" },
    { key: "trx_j", customer: "cus_1", date: "2026-01-16", amount: 1500, currency: "JPY" },
  ],
});
const judged = act(program, run, { kind: "by hand" }, "2026-02-01").program;
const sale = { customer: "cus_1", amount: "80", date: "2026-02-09", product: "Yearly" };

describe("previewing a sale (REWARD-21)", () => {
  test("shows what it will trigger, in the order of the triggers, and writes nothing", () => {
    const { said: output, changes } = act(judged, previewSale, sale, TODAY);
    expect(changes.effects).toEqual([]);
    expect(output.triggers).toEqual([
      {
        trigger: "trg_first",
        name: "First sale",
        acts: false,
        why: [expect.stringContaining("found 3")],
      },
      { trigger: "trg_rate", name: "Rate", acts: true, why: ["“Rate” granted 16.00 USD"] },
      {
        trigger: "trg_split",
        name: "Split",
        acts: true,
        why: ["“Split” started a drip of 240.00 USD split in 12"],
      },
    ]);
    expect(output.notes).toEqual([]);
  });

  test("shows exactly what a run makes once it is recorded", () => {
    const foreseen = act(judged, previewSale, sale, TODAY).said;
    const recorded = act(judged, recordSale, sale, TODAY);
    const row = byKey(recorded.program, "transactions", recorded.output.key);
    expect(row).toMatchObject({ customer: "cus_1", amount: 8000, judged: null });
    expect(recordsOf(recorded.program, "activity").at(-1)).toMatchObject({
      who: "ann@example.com",
      what: "Recorded a sale",
      record: row.key,
      to: "80.00 USD of cus_1 on 2026-02-09",
    });
    const after = act(recorded.program, run, { kind: "by hand" }, TODAY).program;
    expect(byKey(after, "transactions", row.key).outcome).toBe(foreseen.outcome);
  });

  test.each([
    ["an unknown customer", { customer: "nobody" }, "CUSTOMER_UNKNOWN"],
    ["a key that is taken", { key: "trx_1" }, "INPUT_INVALID key"],
    ["a negative amount", { amount: "-5" }, "INPUT_INVALID amount"],
    ["an unknown currency", { currency: "XXY" }, "INPUT_INVALID currency"],
  ])("is refused for %s, in the preview too", (_, over, code) => {
    const given = { ...sale, ...over };
    expect(refusal(() => act(judged, previewSale, given, TODAY))).toBe(code);
    expect(refusal(() => act(judged, recordSale, given, TODAY))).toBe(code);
  });

  test("warns of a similar sale", () => {
    const given = { customer: "cus_1", amount: "100", date: "2026-01-15" };
    expect(act(judged, previewSale, given, TODAY).said.notes).toEqual([
      "A sale of 100.00 USD on that day is already there for this customer: “trx_1”.",
    ]);
  });

  test("waits if dated after today, and earns nothing before the program's start", () => {
    const later = act(judged, previewSale, { ...sale, date: "2026-03-01" }, TODAY).said;
    expect(later).toMatchObject({ outcome: "waits until 2026-03-01", triggers: [] });
    const before = act(judged, previewSale, { ...sale, date: "2025-12-31" }, TODAY).said;
    expect(before.outcome).toBe("before program start");
    expect(before.triggers.every(({ acts }) => !acts)).toBe(true);
  });
});

describe("previewing a customer", () => {
  const given = { partner: "ptn_1", name: "Zoë Tea", email: "zoe@tea.example" };

  test("shows what it will trigger, and the customer is then found", () => {
    const { said: output } = act(judged, previewCustomer, given, TODAY);
    expect(output.triggers).toMatchObject([
      { name: "Sign-up", acts: true, why: ["“Sign-up” granted 5.00 USD"] },
    ]);
    const added = act(judged, addCustomer, given, TODAY);
    const find = (search: object) =>
      act(added.program, findCustomers, search, TODAY).output.rows.map(({ name }) => name);
    expect(find({ search: "zoe", partner: "ptn_1" })).toEqual(["Zoë Tea"]);
    expect(find({ search: "zoe", partner: "ptn_2" })).toEqual([]);
    expect(find({})).toEqual(["Acme", "Zoë Tea"]);
    expect(recordsOf(added.program, "activity").at(-1)?.what).toBe("Added a customer");
  });

  test("with the partner's own e-mail says that rewards will be held", () => {
    const self = { ...given, email: "ADA@reyes.example" };
    expect(act(judged, previewCustomer, self, TODAY).said.triggers[0]?.why).toEqual([
      "“Sign-up” granted 5.00 USD; held: possible self-referral",
    ]);
  });

  test("is refused without a known partner or with a used key", () => {
    const attempt = (over: object) => () => act(judged, addCustomer, { ...given, ...over }, TODAY);
    expect(refusal(attempt({ partner: "" }))).toBe("INPUT_INVALID partner");
    expect(refusal(attempt({ partner: "nobody" }))).toBe("PARTNER_UNKNOWN");
    expect(refusal(attempt({ key: "cus_1" }))).toBe("INPUT_INVALID key");
  });

  test("warns of a known e-mail", () => {
    const twice = act(judged, addCustomer, given, TODAY).program;
    expect(act(twice, previewCustomer, given, TODAY).said.notes).toEqual([
      "A customer with this e-mail is already there: “Zoë Tea”.",
    ]);
  });
});

describe("previewing a refund (REFUND-1)", () => {
  const yearly = act(judged, recordSale, { ...sale, key: "trx_y", amount: "1200" }, TODAY).program;
  const ran = act(yearly, run, { kind: "by hand" }, TODAY).program;

  test("shows what it will change, and writes nothing", () => {
    const given = { refundOf: "trx_y", amount: "300", date: TODAY };
    const { said: output, changes } = act(ran, previewRefund, given, TODAY);
    expect(changes.effects).toEqual([]);
    expect(output.outcome).toBe("refund of 300.00 USD");
    expect(output.rewards).toMatchObject([
      { before: "240.00", reward: { key: "trx_y/trg_rate", amount: "180.00", status: "pending" } },
    ]);
    expect(output.drips).toEqual([]);
  });

  test("in full declines what is not final and ends the drips", () => {
    const { said: output } = act(ran, previewRefund, { refundOf: "trx_y", date: TODAY }, TODAY);
    expect(output.rewards.map(({ reward }) => [reward.status, reward.reason])).toEqual([
      ["declined", "refunded"],
      ["declined", "refunded"],
    ]);
    expect(output.drips).toMatchObject([{ ends: true, toComeBefore: "220.00", toCome: "0.00" }]);
  });

  test("blank means all that is left, in the sale's currency, and the run does what the preview showed", () => {
    const part = act(ran, recordRefund, { refundOf: "trx_y", amount: "200" }, TODAY).program;
    const rest = act(part, recordRefund, { refundOf: "trx_y" }, TODAY);
    expect(byKey(rest.program, "transactions", rest.output.key)).toMatchObject({
      refundOf: "trx_y",
      amount: 100_000,
      currency: "USD",
      customer: "cus_1",
    });
    const yen = act(ran, recordRefund, { refundOf: "trx_j" }, TODAY);
    expect(byKey(yen.program, "transactions", yen.output.key)).toMatchObject({
      amount: 1500,
      currency: "JPY",
    });
    const after = act(rest.program, run, { kind: "by hand" }, TODAY).program;
    expect(byKey(after, "rewards", "trx_y/trg_rate").status).toBe("declined");
    expect(
      recordsOf(after, "activity").filter(({ what }) => what === "Recorded a refund"),
    ).toHaveLength(2);
  });

  test.each([
    ["an unknown sale", { refundOf: "trx_9" }, "SALE_UNKNOWN"],
    ["more than the sale", { amount: "1200.01" }, "INPUT_INVALID amount"],
    ["nothing", { amount: "0" }, "INPUT_INVALID amount"],
    ["a day before the sale", { date: "2026-02-01" }, "INPUT_INVALID date"],
    ["another currency", { currency: "EUR" }, "INPUT_INVALID currency"],
    [
      "an amount of a sale in another currency than the program's, none named",
      { refundOf: "trx_j" },
      "INPUT_INVALID currency",
    ],
    ["a key that is taken", { key: "trx_1" }, "INPUT_INVALID key"],
  ])("is refused for %s", (_, over, code) => {
    const given = { refundOf: "trx_y", amount: "10", ...over };
    expect(refusal(() => act(ran, previewRefund, given, TODAY))).toBe(code);
    expect(refusal(() => act(ran, recordRefund, given, TODAY))).toBe(code);
  });

  test("of a fully refunded sale is refused, and so is a refund of a refund", () => {
    const all = act(ran, recordRefund, { refundOf: "trx_y", key: "ref_1" }, TODAY).program;
    expect(refusal(() => act(all, recordRefund, { refundOf: "trx_y" }, TODAY))).toBe(
      "INPUT_INVALID refundOf",
    );
    expect(refusal(() => act(all, recordRefund, { refundOf: "ref_1" }, TODAY))).toBe(
      "SALE_UNKNOWN",
    );
  });
});

describe("finding sales", () => {
  const given = act(judged, recordRefund, { refundOf: "trx_1", amount: "30" }, TODAY).program;
  const found = (search: object) => act(given, findSales, search, TODAY).output.rows;

  test("newest first, with what is left of each and without refunds", () => {
    expect(found({})).toMatchObject([
      { key: "trx_j", amount: "1500", kept: "1500", currency: "JPY" },
      { key: "trx_1", amount: "100.00", kept: "70.00", customerName: "Acme", date: "2026-01-15" },
    ]);
  });

  test("by every word in customer, amount, day or key", () => {
    expect(found({ search: "acme 100.00" }).map(({ key }) => key)).toEqual(["trx_1"]);
    expect(found({ search: "2026-01-16" }).map(({ key }) => key)).toEqual(["trx_j"]);
    expect(found({ search: "nothing" })).toEqual([]);
    expect(found({ customer: "cus_9" })).toEqual([]);
  });
});

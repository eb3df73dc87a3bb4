import type { Inputs } from "../../../src/engine/kernel/input";
import type { Program } from "../../../src/engine/program/program";
import type { TableName } from "../../../src/engine/tables";
import { addCustomer } from "../../../src/engine/usecases/people/add-customer";
import { addPartner } from "../../../src/engine/usecases/people/add-partner";
import { createManualReward } from "../../../src/engine/usecases/rewards/create-manual-reward";
import { previewRefund, recordRefund } from "../../../src/engine/usecases/sales/record-refund";
import { previewSale, recordSale } from "../../../src/engine/usecases/sales/record-sale";
import type { UseCase } from "../../../src/engine/usecases/shared/use-case";
import { saveTrigger } from "../../../src/engine/usecases/triggers/save-trigger";
import { recordsOf } from "../../support/program";
import { startedProgram } from "../invoices/money-run";
import { act, refusal } from "./act";
import { refused } from "./refused";

const TODAY = "2026-02-10";
const LATER = "2026-02-11";
const formId = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
const program = startedProgram({
  transactions: [
    { key: "trx_1", customer: "cus_1", date: "2026-01-15", amount: 100, currency: "USD" },
    { key: "trx_2", customer: "cus_1", date: "2026-01-16", amount: 70, currency: "USD" },
  ],
});

interface Form {
  readonly useCase: UseCase<string, Inputs, TableName, object>;
  readonly table: TableName;
  readonly given: object;
  /** The same form, with something else typed into it after it was sent. */
  readonly changed: object;
  /** What makes it another form, where the same could not be made twice anyway. */
  readonly another?: object;
}
const useCaseOf = (useCase: unknown) => useCase as Form["useCase"];
const forms: Readonly<Record<string, Form>> = {
  "a partner": {
    useCase: useCaseOf(addPartner),
    table: "partners",
    given: { name: "Zoë", email: "zoe@example.com", payoutMethod: "PayPal" },
    changed: { group: "Gold" },
  },
  "a customer": {
    useCase: useCaseOf(addCustomer),
    table: "customers",
    given: { partner: "ptn_1", name: "Zoë Tea" },
    changed: { name: "Zoë Teas" },
  },
  "a sale": {
    useCase: useCaseOf(recordSale),
    table: "transactions",
    given: { customer: "cus_1", amount: "80", product: "Yearly" },
    changed: { amount: "81" },
  },
  "a refund of a part": {
    useCase: useCaseOf(recordRefund),
    table: "transactions",
    given: { refundOf: "trx_1", amount: "40", currency: "USD" },
    changed: { date: TODAY, amount: "30" },
  },
  "a refund of all that is left": {
    useCase: useCaseOf(recordRefund),
    table: "transactions",
    given: { refundOf: "trx_1", currency: "USD" },
    changed: { amount: "99" },
    another: { refundOf: "trx_2" },
  },
  "a sale with a key of one's own": {
    useCase: useCaseOf(recordSale),
    table: "transactions",
    given: { customer: "cus_1", amount: "80", key: "trx_own" },
    changed: { key: "trx_other" },
    another: { key: "trx_other" },
  },
  "a manual reward": {
    useCase: useCaseOf(createManualReward),
    table: "rewards",
    given: { partner: "ptn_1", description: "Bonus for March", amount: "20" },
    changed: { description: "Bonus for April" },
    another: { amount: "10" },
  },
  "a new trigger": {
    useCase: useCaseOf(saveTrigger),
    table: "triggers",
    given: {
      name: "Rate",
      state: "active",
      event: "transaction created",
      action: "grant a reward",
      percent: "20",
    },
    changed: { percent: "25" },
  },
};

const countOf = (of: Program, table: TableName) => recordsOf(of, table).length;

describe.each(Object.entries(forms))("%s, sent again after its reply was lost", (_, form) => {
  const { useCase, table, given, changed, another } = form;
  const first = act(program, useCase, { ...given, formId }, TODAY);

  test("is answered with what the first one made, and makes nothing, also on the next day", () => {
    const again = act(first.program, useCase, { ...given, formId }, LATER);

    expect(first.output).toMatchObject({ wasThere: false });
    expect(again.output).toEqual({ ...first.output, wasThere: true });
    expect(again.changes.effects).toEqual([]);
  });

  test("is refused with the key of what is there, once something else is typed", () => {
    const other = () => act(first.program, useCase, { ...given, ...changed, formId }, TODAY);
    const key = (first.output as { readonly [key: string]: unknown }).key;

    const { code, message } = refused(other);
    expect(code).toBe("FORM_SENT");
    expect(message).toContain("differs from what is typed here");
    if (typeof key === "string") expect(message).toContain(`“${key}”`);
  });

  test("makes one more row as another form", () => {
    const both = act(first.program, useCase, { ...given, ...another, formId: "another" }, TODAY);

    expect(countOf(both.program, table)).toBe(countOf(program, table) + 2);
  });
});

test("the preview says that the form was already sent, and that nothing will be made", () => {
  const sale = { customer: "cus_1", amount: "80", formId };
  const refund = { refundOf: "trx_1", amount: "40", formId: "of a refund" };
  const sold = act(program, recordSale, sale, TODAY);
  const both = act(sold.program, recordRefund, refund, TODAY);

  expect(act(both.program, previewSale, sale, TODAY).output).toEqual({
    outcome: `it was already saved as “${sold.output.key}”`,
    triggers: [],
    more: 0,
    notes: [],
  });
  expect(act(both.program, previewRefund, refund, TODAY).output).toMatchObject({
    outcome: `saved already, as “${both.output.key}”`,
    rewards: [],
  });
});

test("a form is recognised by its line of Activity if its row has a key the person chose", () => {
  const own = { customer: "cus_1", amount: "80", key: "trx_own", formId };
  const sold = act(program, recordSale, own, TODAY).program;
  const { key: _, ...blank } = own;

  expect(act(sold, recordSale, blank, TODAY).output).toEqual({ key: "trx_own", wasThere: true });
  expect(refusal(() => act(sold, recordSale, { ...blank, amount: "90" }, TODAY))).toBe("FORM_SENT");
});

test("a key that another form took is refused at its field as before", () => {
  const own = { customer: "cus_1", amount: "80", key: "trx_1", formId };
  expect(refusal(() => act(program, recordSale, own, TODAY))).toBe("INPUT_INVALID key");
});

import type { Program } from "../../../../src/engine/program/program";
import { makePaymentFile } from "../../../../src/engine/usecases/payouts/make-payment-file";
import { addPartner } from "../../../../src/engine/usecases/people/add-partner";
import { changePartner } from "../../../../src/engine/usecases/people/change-partner";
import { showPartner } from "../../../../src/engine/usecases/people/show-partner";
import { recordsOf } from "../../../support/program";
import { moneyRun, rewardRow, startedProgram } from "../../invoices/money-run";
import { judgeOn, partner, programWith, trigger, typed } from "../../judging/judge-on";
import { act, refusal } from "../act";
import { refused } from "../refused";

const TODAY = "2026-03-10";
const paid = {
  payoutMethod: "bank transfer",
  payeeName: "Reyes Ltd",
  payeeType: "organization",
  paymentEmail: "pay@reyes.example",
  accountReference: "00123",
};
const change = (program: Program, values: object, key = "ptn_1") => {
  const done = act(program, changePartner, { partner: key, ...values }, TODAY);
  const [ada] = recordsOf(done.program, "partners");
  return { ...done, ada, lines: recordsOf(done.program, "activity") };
};
/** The same program, its Partners without some columns that a team may remove. */
const without = (program: Program, ...absent: readonly string[]): Program => {
  const { partners, ...others } = program.tables;
  return {
    ...program,
    tables: { ...others, ...(partners && { partners: { ...partners, absent } }) },
  };
};

test("given fields are changed, in one line of Activity that says from and to; the rest stays", () => {
  const { ada, lines, output } = change(startedProgram(), {
    ...paid,
    name: "Ada Reyes",
    email: "new@reyes.example",
  });

  expect(ada).toMatchObject({
    ...paid,
    name: "Ada Reyes",
    email: "new@reyes.example",
    group: null,
  });
  expect(output.changed.map(({ id }) => id)).toEqual(["email", ...Object.keys(paid)]);
  expect(lines).toMatchObject([
    {
      what: "Changed a partner: Ada Reyes",
      who: "ann@example.com",
      record: "ptn_1",
      from: "E-mail: ada@reyes.example\nPayout method: blank\nPayee name: blank\nPayee type: person\nPayment e-mail: blank\nAccount reference: blank",
      to: "E-mail: new@reyes.example\nPayout method: bank transfer\nPayee name: Reyes Ltd\nPayee type: organization\nPayment e-mail: pay@reyes.example\nAccount reference: 00123",
    },
  ]);
});

test("pressed twice, or with unchanged values, nothing is written", () => {
  const once = change(startedProgram(), paid);
  const twice = change(once.program, { ...paid, name: "Ada Reyes", cleared: ["group"] });

  expect(twice.changes.effects).toEqual([]);
  expect(twice.output).toEqual({ key: "ptn_1", name: "Ada Reyes", changed: [] });
});

test("a cleared field is blank, and the payee type means a person; undo restores all", () => {
  const given = change(startedProgram(), paid).program;
  const { ada, program, output } = change(given, {
    cleared: ["email", "accountReference", "payeeType"],
    payoutMethod: "PayPal",
  });

  expect(ada).toMatchObject({ email: null, accountReference: null, payeeType: "person" });
  const back = Object.fromEntries(output.changed.map(({ id, from }) => [id, from]));
  expect(recordsOf(change(program, back).program, "partners")).toEqual(
    recordsOf(given, "partners"),
  );
});

test("a blank name, a bad e-mail and an unknown method are refused at their fields, and an unknown partner as a whole", () => {
  const program = startedProgram();
  expect(refusal(() => change(program, { cleared: ["name"] }))).toBe("INPUT_INVALID name");
  expect(refusal(() => change(program, { payoutMethod: "cash", paymentEmail: "no" }))).toBe(
    "INPUT_INVALID payoutMethod paymentEmail",
  );
  expect(refusal(() => change(program, {}, "ptn_9"))).toBe("PARTNER_UNKNOWN");
});

test("a detail whose column the team removed is refused at its field, by both forms; the others are not", () => {
  const program = without(startedProgram(), "payeeName", "accountReference");

  const { message } = refused(() => change(program, paid)).problems[0] ?? {};
  expect(message).toBe(
    "Partners has no column “Payee name”. Add that header to row 1 of the tab, then send this again.",
  );
  expect(refusal(() => change(program, paid))).toBe("INPUT_INVALID payeeName accountReference");
  const added = { name: "Zoë", accountReference: "DE02" };
  expect(refusal(() => act(program, addPartner, added, TODAY))).toBe(
    "INPUT_INVALID accountReference",
  );
  expect(change(program, { payoutMethod: "other" }).ada?.payoutMethod).toBe("other");
});

test("a group changed by the form is judged by the next run, but not if it was changed back before", () => {
  const joins = trigger("gold", { event: "partner joined or changed group", amount: 5 });
  const program = programWith({ triggers: [joins], partners: [partner({ group: "silver" })] });
  const moved = change(program, { group: "gold" }, "ann").program;

  expect(recordsOf(judgeOn(typed(moved, {}), TODAY).program, "rewards")).toHaveLength(1);
  const back = change(moved, { group: "silver" }, "ann").program;
  expect(recordsOf(judgeOn(typed(back, {}), TODAY).program, "rewards")).toEqual([]);
});

test("the details are shown as they are, and the payment file then includes the payout it had left out", () => {
  const due = ["2026-02-01", "2026-02-08"].reduce(
    moneyRun,
    startedProgram({ rewards: [rewardRow("a", 20)] }),
  );
  const file = (program: Program) =>
    act(
      program,
      makePaymentFile,
      { invoice: "inv_2026-01_USD", format: "CSV", preview: true },
      TODAY,
    ).output;
  const { program } = change(due, paid);

  expect(file(due)).toMatchObject({
    payouts: 0,
    leftOut: { rows: [{ partner: "ptn_1", why: "Its payout method is blank on Partners." }] },
  });
  expect(file(program)).toMatchObject({ payouts: 1, leftOut: { rows: [] } });
  expect(act(program, showPartner, { partner: "ptn_1" }, TODAY).output.details).toEqual({
    name: "Ada Reyes",
    email: "ada@reyes.example",
    group: "",
    mails: "all",
    codes: "",
    codesUntil: "",
    ...paid,
  });
});

test("codes are added and copied on the partner's screen; another partner's are refused (IMPORT-6d)", () => {
  const { program } = change(startedProgram(), {
    codes: "ADA10; ada10, Ada-Summer",
    codesUntil: "2026-12-31",
  });
  const shown = act(program, showPartner, { partner: "ptn_1" }, TODAY).output;
  expect([shown.codes, shown.codesUntil]).toEqual([["ADA10", "Ada-Summer"], "2026-12-31"]);
  const other = { partner: "ptn_2", cleared: [] };
  expect(refusal(() => act(program, changePartner, { ...other, codes: "Ada10" }, TODAY))).toBe(
    "INPUT_INVALID codes",
  );
  expect(refusal(() => change(program, { codes: "ada-summer" }))).toBe("not refused");
});

import fc from "fast-check";
import { paymentTargets } from "../../../../src/engine/health/payment-targets";
import type { Program } from "../../../../src/engine/program/program";
import { begin } from "../../../../src/engine/program/work";
import { finalizeInvoiceByHand } from "../../../../src/engine/usecases/invoices/finalize-invoice";
import { makePaymentFile } from "../../../../src/engine/usecases/payouts/make-payment-file";
import { addPartner } from "../../../../src/engine/usecases/people/add-partner";
import { changePartner } from "../../../../src/engine/usecases/people/change-partner";
import { envOn, programOf, recordsOf } from "../../../support/program";
import { act, refusal } from "../../usecases/act";
import { moneyRun, rewardRow, settingsRows } from "../money-run";

type Method = "PayPal" | "Wise" | "bank transfer";
const columnOf = (method: Method) =>
  method === "bank transfer" ? "accountReference" : "paymentEmail";

/** A final invoice of one partner who is paid like this. */
function finalFor(payoutMethod: Method, target: string): Program {
  const program = programOf({
    settings: settingsRows({ "program start": "2026-01-01" }),
    partners: [{ key: "ada", name: "Ada", payoutMethod, [columnOf(payoutMethod)]: target }],
    rewards: [{ ...rewardRow("r1", 10, { partner: "ada" }), accepted: "" }],
  });
  const invoice = { invoice: "inv_2026-01_USD" };
  return act(moneyRun(program, "2026-02-01"), finalizeInvoiceByHand, invoice, "2026-02-08").program;
}
/** What a file of the method's own format and the general one say of that target: the payouts in each. */
const inFiles = (method: Method, target: string): readonly string[] =>
  ([method === "bank transfer" ? "CSV" : method, "CSV"] as const).map((format) => {
    const given = { invoice: "inv_2026-01_USD", format };
    const { output, program } = act(finalFor(method, target), makePaymentFile, given, "2026-02-09");
    expect(recordsOf(program, "payouts")[0]?.status).toBe(output.payouts === 1 ? "sent" : "open");
    return output.payouts === 1 ? output.text : "";
  });
const marked = (method: Method, target: string): readonly string[] =>
  paymentTargets
    .find(begin(finalFor(method, target)), envOn("2026-02-09"))
    .map(({ key, column }) => `${key} ${column}`);

const wrongEmails = [
  "ada@example.com,",
  "ada@example.com;bob.example.com",
  "ada@example.com, bob@example.com",
  "ada@example..com",
  "ada..b@example.com",
  ".ada@example.com",
  "ada@example.com.",
  "“ada@example.com”",
  '"ada@example.com"',
  "'ada@example.com'",
  "ada @example.com",
  "ada@ example.com",
  "аda@example.com", // the first letter is Cyrillic
  "ada＠example.com",
  "ada@example",
  "ada@-example.com",
  "ada@example.c",
  "ada@example.com?subject=x",
  "ada@example.com (work)",
  "bob@example.com <ada@example.com>",
  "+ada@example.com",
  "n/a",
  `${"a".repeat(65)}@example.com`,
];
const wrongAccounts = [
  "DE02120300000000202052",
  "DE02 1203 0000 0000 2020 15",
  "DЕ02120300000000202051", // the second letter is Cyrillic
  "\u200bDE02120300000000202051",
  "０１２３",
  "to follow",
  "=1+1",
];

describe("a target to which no money can be sent (PAYOUT-8)", () => {
  const cases = [
    ...wrongEmails.map((target) => ["PayPal", target] as const),
    ...wrongEmails.map((target) => ["Wise", target] as const),
    ...wrongAccounts.map((target) => ["bank transfer", target] as const),
  ];
  test.each(cases)(
    "%s to %p is in no file, stays open, and its cell is marked",
    (method, target) => {
      expect(inFiles(method, target)).toEqual(["", ""]);
      expect(marked(method, target)).toEqual([`ada ${columnOf(method)}`]);
    },
  );

  test.each(cases)(
    "%s to %p is refused at its field as a partner is added or changed",
    (payoutMethod, target) => {
      const details = { payoutMethod, [columnOf(payoutMethod)]: target };
      const started = programOf({ partners: [{ key: "ada", name: "Ada" }] });
      const wanted = `INPUT_INVALID ${columnOf(payoutMethod)}`;
      expect(
        refusal(() => act(started, addPartner, { name: "Zoë", ...details }, "2026-02-09")),
      ).toBe(wanted);
      expect(
        refusal(() => act(started, changePartner, { partner: "ada", ...details }, "2026-02-09")),
      ).toBe(wanted);
    },
  );

  test("the partner goes on earning, and another detail can be changed meanwhile", () => {
    const program = finalFor("PayPal", "ada@example.com,");
    expect(recordsOf(program, "partners").map(({ key }) => key)).toEqual(["ada"]);
    const renamed = act(program, changePartner, { partner: "ada", name: "Ada B" }, "2026-02-09");
    expect(renamed.output.changed).toHaveLength(1);
    expect(
      refusal(() =>
        act(program, changePartner, { partner: "ada", payoutMethod: "Wise" }, "2026-02-09"),
      ),
    ).toBe("INPUT_INVALID paymentEmail");
  });
});

describe("a target that is right", () => {
  test.each([
    ["PayPal", "Good.One+x@example.co.uk"],
    ["PayPal", "o'brien_1@mail-2.example.xn--p1ai"],
    ["Wise", "a@b.example.museum"],
    ["bank transfer", "DE02 1203 0000 0000 2020 51"],
    ["bank transfer", "gb29nwbk60161331926819"],
    ["bank transfer", "00123"],
    ["bank transfer", "Sort code 12-34-56, account 12345678"],
  ] as const)("%s to %p is included as typed", (method, target) => {
    for (const text of inFiles(method, target)) expect(text).toContain(target);
    expect(marked(method, target)).toEqual([]);
  });

  test.each([
    "\u200bada@example.com\u00ad",
    "mailto:ada@example.com",
    "<ada@example.com>",
    "<mailto:ada@example.com>",
    "Ada Berg <ada@example.com>",
    '"Berg, Ada" <ada@example.com>',
    "\u00a0ada@example.com\u3000",
  ])("%p goes to ada@example.com, since nothing else can be meant", (target) => {
    for (const text of inFiles("PayPal", target)) {
      expect(text).toMatch(/(^|,)ada@example\.com,/m);
      expect(text).not.toContain("\u200b");
    }
    expect(marked("PayPal", target)).toEqual([]);
  });
});

test("whatever is put into or around a good address, what goes to PayPal is that address or nothing", () => {
  const good = "ada.b@mail.example.com";
  const junk = fc.constantFrom(
    ..." ,;:<>\"'“”.\u200b\u202e\u00a0@аѐ＠()[]\\|/?\t\n",
    "mailto:",
    "..",
    "Ada ",
  );
  fc.assert(
    fc.property(
      fc.nat(good.length),
      junk,
      fc.nat(good.length),
      fc.option(junk),
      (i, one, j, two) => {
        const once = good.slice(0, i) + one + good.slice(i);
        const target = two === null ? once : once.slice(0, j) + two + once.slice(j);
        const [line = ""] = inFiles("PayPal", target);
        const email = line.split(",")[0];
        // A dot or a sign that addresses may have makes another sound address: that can't be known.
        const isSound =
          /^[a-z0-9|'/?.]+@([a-z]+\.)+[a-z]+$/i.test(email ?? "") && !email?.includes("..");
        expect(email === "" || email === good || isSound).toBe(true);
      },
    ),
    { numRuns: 40 },
  );
});

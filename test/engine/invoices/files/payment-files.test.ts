import Papa from "papaparse";
import type { Program } from "../../../../src/engine/program/program";
import { finalizeInvoiceByHand } from "../../../../src/engine/usecases/invoices/finalize-invoice";
import { makePaymentFile } from "../../../../src/engine/usecases/payouts/make-payment-file";
import { payInvoice } from "../../../../src/engine/usecases/payouts/pay-invoice";
import { type Given, programOf, recordsOf } from "../../../support/program";
import { act, refusal } from "../../usecases/act";
import { byKey, changed, moneyRun, rewardRow, settingsRows } from "../money-run";

const PARTNERS: NonNullable<Given["partners"]> = [
  { key: "ada", name: "Ada, Reyes", payoutMethod: "PayPal", paymentEmail: "pay@ada.example" },
  { key: "bela b", name: "=Bela", payoutMethod: "PayPal", paymentEmail: "bela@pay.example" },
  {
    key: "cai",
    name: "Cai",
    payoutMethod: "Wise",
    paymentEmail: "cai@pay.example",
    payeeName: "Cai “C” Wu",
  },
  {
    key: "dora",
    name: "Dora",
    payoutMethod: "bank transfer",
    accountReference: "DE02120300000000202051",
  },
  { key: "eli", name: "Eli" },
  { key: "fay", name: "Fay", payoutMethod: "PayPal" },
  { key: "gus", name: "Gus", payoutMethod: "bank transfer", accountReference: "=HYPERLINK(1)" },
];
const AMOUNTS = [20.5, 100, 30, 1200, 5, 6, 7];

/** January's invoice in one currency, made final, with a payout for each partner. */
function finalIn(currency: string, amounts = AMOUNTS, decimalMark: "." | "," = "."): Program {
  const given: Given = {
    settings: settingsRows({ "program start": "2026-01-01", "program name": "Harbor" }),
    partners: PARTNERS,
    rewards: amounts.map((amount, i) => ({
      ...rewardRow(`r${i}`, amount, { partner: String(PARTNERS[i]?.key), currency }),
      accepted: "",
    })),
  };
  const invoice = { invoice: `inv_2026-01_${currency}` };
  const opened = moneyRun(programOf(given, decimalMark), "2026-02-01");
  return act(opened, finalizeInvoiceByHand, invoice, "2026-02-08").program;
}
const final = finalIn("USD");
const make = (program: Program, format: string, more: object = {}, currency = "USD") =>
  act(
    program,
    makePaymentFile,
    { invoice: `inv_2026-01_${currency}`, format, ...more },
    "2026-02-13",
  );
const why = (output: ReturnType<typeof make>["output"]) =>
  Object.fromEntries(output.leftOut.rows.map((each) => [each.partnerName, each.why]));

describe("PayPal's mass payment", () => {
  const { program, output } = make(final, "PayPal");

  test("has no header, and recipient, amount, currency, id without spaces, note and wallet", () => {
    const { data } = Papa.parse<string[]>(output.text.trimEnd());
    expect(output.name).toBe("payouts-2026-01-USD-paypal.csv");
    expect(data).toEqual([
      ["pay@ada.example", "20.50", "USD", "ada", "Harbor 2026-01", "PAYPAL"],
      [
        "bela@pay.example",
        "100.00",
        "USD",
        expect.stringMatching(/^\w{11}$/),
        "Harbor 2026-01",
        "PAYPAL",
      ],
    ]);
    expect(output.sums).toEqual([{ amount: 12050, currency: "USD", text: "120.50" }]);
  });

  test("leaves out and lists payouts with missing details or another method, and includes the rest", () => {
    expect(why(output)).toEqual({
      Cai: "Its payout method is Wise.",
      Dora: "Its payout method is bank transfer.",
      Eli: "Its payout method is blank on Partners.",
      Fay: "Its payment e-mail is blank on Partners.",
      Gus: "Its payout method is bank transfer.",
    });
  });

  test("marks its payouts sent, with file and day, and logs one line", () => {
    const sent = recordsOf(program, "payouts").filter(({ status }) => status === "sent");
    expect(sent).toMatchObject([
      { partner: "ada", file: output.name, sentOn: "2026-02-13" },
      { partner: "bela b", file: output.name, sentOn: "2026-02-13" },
    ]);
    expect(byKey(program, "invoices", "inv_2026-01_USD").status).toBe("Final");
    expect(recordsOf(program, "activity").slice(-1)).toMatchObject([
      { what: "Made a payment file", to: `${output.name}: 2 payouts, 120.50 USD` },
    ]);
  });

  test("writes whole amounts where the currency or PayPal has no decimals, and the locale's mark", () => {
    const amountsOf = (program_: Program, currency: string) =>
      Papa.parse<string[]>(make(program_, "PayPal", {}, currency).output.text.trimEnd()).data.map(
        ([, amount]) => amount,
      );
    expect(amountsOf(finalIn("JPY", [1500, 20]), "JPY")).toEqual(["1500", "20"]);
    const hungarian = finalIn("HUF", [1500, 20.5]);
    expect(amountsOf(hungarian, "HUF")).toEqual(["1500"]);
    expect(why(make(hungarian, "PayPal", {}, "HUF").output)).toEqual({
      "=Bela": "PayPal takes whole amounts only in HUF.",
    });
    const german = make(finalIn("EUR", [1234.5], ","), "PayPal", {}, "EUR").output;
    expect(german.text).toContain(',"1234,50",EUR,');
  });

  test("is refused line by line in a currency that it does not pay", () => {
    const { output: kuwaiti } = make(finalIn("KWD", [1.234]), "PayPal", {}, "KWD");
    expect(kuwaiti).toMatchObject({ payouts: 0, text: "", sums: [] });
    expect(why(kuwaiti)).toEqual({ "Ada, Reyes": "PayPal makes no payouts in KWD." });
  });
});

describe("Wise's batch payment", () => {
  test("is the template for sending by e-mail, with the exact amount in the payout's currency", () => {
    const { output } = make(final, "Wise");
    expect(output.text).toBe(
      "name,recipientEmail,paymentReference,receiverType,amountCurrency,amount,sourceCurrency,targetCurrency,type\r\n" +
        "Cai “C” Wu,cai@pay.example,2026-01,PERSON,target,30.00,USD,USD,EMAIL\r\n",
    );
    expect(make(finalIn("KWD", [1, 1, 1.234]), "Wise", {}, "KWD").output.text).toContain(",1.234,");
  });

  test("says whose account it is by the payee type on Partners", () => {
    const company = changed(final, (work) => {
      work.update("partners", "cai", { payeeType: "organization" });
    });
    expect(make(company, "Wise").output.text).toContain(",2026-01,INSTITUTION,target,30.00,");
  });
});

describe("the general CSV", () => {
  const { output } = make(final, "CSV");

  test("holds every payout whose method and account are known, formula-safe", () => {
    const rows = Papa.parse<Record<string, string>>(output.text, {
      header: true,
      skipEmptyLines: true,
    }).data;
    expect(rows.map((row) => [row["Payee name"], row.Amount, row["Account reference"]])).toEqual([
      ["Ada, Reyes", "20.50", ""],
      ["'=Bela", "100.00", ""],
      ["Cai “C” Wu", "30.00", ""],
      ["Dora", "1200.00", "DE02120300000000202051"],
    ]);
    for (const [, ...cells] of rows.map((row) => Object.values(row))) {
      expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    }
  });

  test("never alters an account: one that looks like a formula is left out and reported", () => {
    expect(why(output)).toEqual({
      Eli: "Its payout method is blank on Partners.",
      Fay: "Its payment e-mail is blank on Partners.",
      Gus: "Its account reference begins with “=”, as a formula does. Correct it on Partners.",
    });
  });
});

describe("each payout in one file only", () => {
  test("the files of all formats together hold each payout once; a second file has the next number", () => {
    const paypal = make(final, "PayPal");
    const csv = make(paypal.program, "CSV");
    expect(csv.output.text).not.toContain("ada");
    expect(csv.output).toMatchObject({ payouts: 2, sums: [{ text: "1230.00" }] });
    expect(make(csv.program, "CSV").output).toMatchObject({ payouts: 0, text: "" });

    const fixed = changed(csv.program, (work) => {
      work.update("partners", "fay", { paymentEmail: "fay@pay.example" });
    });
    const second = make(fixed, "PayPal");
    expect(second.output).toMatchObject({ name: "payouts-2026-01-USD-paypal-2.csv", payouts: 1 });
  });

  test("requested by its name, a file is made again with the same bytes", () => {
    const first = make(final, "PayPal");
    const again = make(first.program, "PayPal", { again: first.output.name });
    expect(again.output).toEqual({ ...first.output, leftOut: { rows: [], more: 0 } });
    const payouts = ["pay_inv_2026-01_USD/ada"];
    const paid = act(
      first.program,
      payInvoice,
      { invoice: "inv_2026-01_USD", payouts },
      "2026-02-14",
    );
    expect(make(paid.program, "PayPal", { again: first.output.name }).output).toMatchObject({
      payouts: 1,
      sums: [{ text: "100.00" }],
    });
    expect(refusal(() => make(final, "PayPal", { again: "x.csv" }))).toBe("FILE_UNKNOWN");
  });

  test("a general file is named without its format, and counts its own files only", () => {
    const paypal = make(final, "PayPal");
    const first = make(paypal.program, "CSV");
    expect(first.output.name).toBe("payouts-2026-01-USD.csv");
    const again = make(first.program, "CSV", { again: first.output.name });
    expect(again.output).toEqual({ ...first.output, leftOut: { rows: [], more: 0 } });
    const fixed = changed(first.program, (work) => {
      work.update("partners", "fay", { paymentEmail: "fay@pay.example" });
    });
    expect(make(fixed, "CSV").output.name).toBe("payouts-2026-01-USD-2.csv");
  });

  test("a file named by an earlier release is made again under that name, with the same bytes", () => {
    const first = make(final, "CSV");
    const former = "payouts-2026-01-USD-csv.csv";
    const made = changed(first.program, (work) => {
      for (const { key, file } of work.all("payouts")) {
        if (file !== null) work.update("payouts", key, { file: former });
      }
      work.update("partners", "fay", { paymentEmail: "fay@pay.example" });
    });
    const again = make(made, "CSV", { again: former });
    expect(again.output).toMatchObject({ name: former, text: first.output.text });
    expect(recordsOf(again.program, "payouts").filter(({ file }) => file === former)).toHaveLength(
      first.output.payouts,
    );
    expect(make(made, "CSV").output.name).toBe("payouts-2026-01-USD-2.csv");
  });

  test("the files and what is left out add up to the payouts", () => {
    let program = final;
    let total = 0;
    for (const format of ["Wise", "PayPal", "CSV"]) {
      const made = make(program, format);
      total += made.output.sums.reduce((sum, { amount }) => sum + amount, 0);
      program = made.program;
    }
    const payouts = recordsOf(program, "payouts");
    const left = payouts.filter(({ status }) => status === "open");
    const sum = (rows: typeof payouts) => rows.reduce((all, { amount }) => all + amount, 0);
    expect(total + sum(left)).toBe(sum(payouts));
  });

  test("a preview says what would be included and writes nothing", () => {
    const { output, changes } = make(final, "PayPal", { preview: "yes" });
    expect(output).toMatchObject({ payouts: 2, text: "", sums: [{ text: "120.50" }] });
    expect(changes.effects).toEqual([]);
  });

  test("one whose partner's row is gone, or whose lines don't add up, is left out and reported", () => {
    const broken = changed(final, (work) => {
      work.remove("partners", "ada");
      work.remove("rewards", "r1");
    });
    const { output } = make(broken, "PayPal");
    expect(why(output)).toMatchObject({
      ada: "There is no usable partner “ada”. Correct or restore its row.",
      "=Bela": "Its rewards don't add up to its amount. Correct or restore their rows.",
    });
  });

  test("a long file is split into several, each reply is under 100 kB, and nothing is lost", () => {
    const many = 1_200;
    const partners = Array.from({ length: many }, (_, i) => ({
      key: `p${i}`,
      name: `Partner with a name ${i}`,
      payoutMethod: "Wise",
      paymentEmail: `someone-of-the-team-${i}@partner.example`,
    }));
    const rewards = partners.map(({ key }) => rewardRow(`r_${key}`, 1, { partner: key }));
    const settings = settingsRows({ "program start": "2026-01-01" });
    const opened = moneyRun(programOf({ settings, partners, rewards }), "2026-02-01");
    let program = moneyRun(opened, "2026-02-08");
    const counts: number[] = [];
    for (let rest = many; rest > 0; ) {
      const { output, ...made } = make(program, "Wise");
      expect(JSON.stringify(output).length).toBeLessThan(100_000);
      counts.push(output.payouts);
      rest = output.rest;
      program = made.program;
    }
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(many);
    expect(Math.max(...counts)).toBeLessThanOrEqual(1_000);
  });

  test("is refused before the invoice is final", () => {
    const opened = moneyRun(
      programOf({
        settings: settingsRows({ "program start": "2026-01-01" }),
        rewards: [rewardRow("a", 1)],
      }),
      "2026-02-01",
    );
    expect(refusal(() => make(opened, "CSV"))).toBe("INVOICE_NOT_FINAL");
  });
});

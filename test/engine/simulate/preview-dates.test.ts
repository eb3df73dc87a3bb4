import { cellWords } from "../../../src/engine/kernel/cell-words";
import { day } from "../../../src/engine/kernel/day";
import type { Cell } from "../../../src/engine/kernel/fields";
import { rulesInWords } from "../../../src/engine/rules/words";
import { previewOf } from "../../../src/engine/simulate/preview-dates";
import { sentenceOf } from "../../../src/engine/triggers/sentence";
import { programOf, recordsOf } from "../../support/program";
import { worded } from "../../support/worded";
import { trigger } from "../judging/judge-on";
import { soundTrigger } from "../triggers/sound-trigger";

/** A trigger on a day, in a program whose January and February are invoiced; the example sale is of 100.00 USD. */
function on(today: string, given: Readonly<Record<string, Cell>>) {
  const program = programOf({
    settings: [
      { key: "program start", value: "2026-01-01" },
      { key: "last month opened", value: "2026-02" },
    ],
    triggers: [trigger("one", given)],
  });
  const draft = soundTrigger(program, recordsOf(program, "triggers")[0]);
  const example = { on: day(today), amount: 10_000, currency: program.settings.programCurrency };
  const preview = previewOf(program, draft, example);
  return {
    reply: preview,
    ...worded({ preview, sentence: sentenceOf(draft, preview, preview.currency) }),
  };
}
const drip = (more: Readonly<Record<string, Cell>>) => ({ action: "start a drip", ...more });

describe("the preview of a drip", () => {
  test("the seeds' yearly plan is twelve dates, with amount, running total and invoice month", () => {
    const { preview, sentence } = on(
      "2026-01-15",
      drip({ amount: 20, delay: 1, cycle: 1, occurrences: 12 }),
    );

    expect(preview.rows).toHaveLength(12);
    expect(preview.rows[0]).toEqual({
      k: 1,
      due: "2026-02-15",
      amount: "20.00",
      total: "20.00",
      invoiceMonth: "2026-03",
      note: "",
    });
    expect(preview.rows[11]).toMatchObject({
      due: "2027-01-15",
      total: "240.00",
      invoiceMonth: "2027-01",
    });
    expect(preview.total).toBe("240.00");
    expect(preview.warnings).toEqual([]);
    expect(sentence).toBe(
      "When a transaction is created: if this happened on 2026-01-15, the partner would earn 12 rewards of 20.00 USD from 2026-02-15 to 2027-01-15, 240.00 USD in total, the first on the invoice of 2026-03.",
    );
  });

  test("a month that is too short is noted at its date, and the 31st returns after it", () => {
    const { preview } = on("2026-01-31", drip({ amount: 7, cycle: 1, occurrences: 4 }));
    expect(preview.rows.map(({ due, note }) => [due, note])).toEqual([
      ["2026-01-31", ""],
      ["2026-02-28", "2026-02 has no day 31"],
      ["2026-03-31", ""],
      ["2026-04-30", "2026-04 has no day 31"],
    ]);
  });

  test("30 days is not a month, and the preview says so", () => {
    const { preview } = on(
      "2026-01-31",
      drip({
        amount: 7,
        delay: 30,
        delayUnit: "days",
        cycle: 60,
        cycleUnit: "days",
        occurrences: 3,
      }),
    );
    expect(preview.rows.map(({ due, note }) => due + note)).toEqual([
      "2026-03-02",
      "2026-05-01",
      "2026-06-30",
    ]);
    expect(preview.warnings).toEqual([
      "30 days is not a month: see the dates.",
      "60 days is not a number of months: see the dates.",
    ]);
  });

  test("a delay in days before cycles in months counts from the first date", () => {
    const { preview } = on(
      "2026-01-01",
      drip({ amount: 7, delay: 30, delayUnit: "days", cycle: 1, occurrences: 3 }),
    );
    expect(preview.rows.map(({ due, note }) => [due, note])).toEqual([
      ["2026-01-31", ""],
      ["2026-02-28", "2026-02 has no day 31"],
      ["2026-03-31", ""],
    ]);
  });

  test("an amount that looks like a total typed as a part gets a warning; split, it does not", () => {
    const six = { amount: 300, cycle: 1, occurrences: 6 };
    const [warning, ...others] = on("2026-03-10", drip(six)).preview.warnings;
    expect(warning).toBe(
      "The amount is per occurrence: 6 times, 1800.00 USD in total. If you mean the total, choose “split a total”.",
    );
    expect(others).toEqual([]);
    const split = on("2026-03-10", drip({ ...six, mode: "split a total" })).preview;
    expect(split.warnings).toEqual([]);
    expect(split.rows.map(({ amount }) => amount)).toEqual(Array(6).fill("50.00"));
    expect(
      on("2026-03-10", drip({ percent: "20", cycle: 1, occurrences: 12 })).preview.warnings,
    ).toHaveLength(1);
    expect(
      on("2026-03-10", drip({ percent: "5", cycle: 1, occurrences: 12 })).preview.warnings,
    ).toEqual([]);
  });

  test("parts of a split differ by a cent, and the sentence says the range", () => {
    const { preview, sentence } = on(
      "2026-03-10",
      drip({ amount: 20, mode: "split a total", cycle: 1, occurrences: 12 }),
    );
    expect(preview.rows.map(({ amount }) => amount).join(" ")).toBe(
      "1.67 1.66 1.67 1.67 1.66 1.67 1.67 1.66 1.67 1.67 1.66 1.67",
    );
    expect(sentence).toContain(
      "12 rewards of 1.66 USD to 1.67 USD from 2026-03-10 to 2027-02-10, 20.00 USD in total",
    );
  });

  test("limits show at the date that they cut", () => {
    const { preview } = on(
      "2026-03-10",
      drip({ amount: 40, cycle: 1, occurrences: 4, limitPerCustomer: 100 }),
    );
    expect(preview.rows.map(({ amount }) => amount)).toEqual(["40.00", "40.00", "20.00", "0.00"]);
    expect(preview.rows[2]?.note).toBe("at most 100.00 USD for one customer: 20.00 USD were left");
    const other = on(
      "2026-03-10",
      drip({ amount: 40, limitPerCustomer: 100, limitCurrency: "EUR" }),
    );
    expect(other.preview.rows[0]?.note).toBe("held: limit is in EUR");
  });

  test("600 yearly occurrences are shown to the last, in a reply of under 100 kB", () => {
    const { preview, reply } = on(
      "2024-02-29",
      drip({
        amount: 123_456.78,
        cycle: 1,
        cycleUnit: "years",
        occurrences: 600,
        limitPerCustomer: 234_567.89,
      }),
    );
    expect(preview.rows[599]).toMatchObject({ due: "2623-02-28", total: "234567.89" });
    expect(JSON.stringify(reply).length).toBeLessThan(100_000);
  });
});

describe("the live sentence", () => {
  test.each([
    [{ amount: 50 }, "the partner would earn 50.00 USD on 2026-03-10, on the invoice of 2026-03."],
    [
      { percent: "12.5" },
      "the partner would earn 12.50 USD for the example sale on 2026-03-10, on the invoice of 2026-03.",
    ],
    [{ percent: "0" }, "nothing would be made, since the amount is zero."],
    [{ action: "move the partner to a group", group: "Gold" }, "the partner would move to Gold."],
    [
      { action: "end the customer's drips" },
      "the customer's running drips would end; rewards due by then are kept.",
    ],
    [
      { event: "partner joined or changed group", amount: 5 },
      "When a partner joins or changes group: if this happened on 2026-03-10, the partner would earn 5.00 USD on 2026-03-10, on the invoice of 2026-03.",
    ],
  ])("%j", (given, said) => {
    expect(on("2026-03-10", given).sentence).toContain(said);
  });

  test("dates, first events, months since sign-up and the set are said", () => {
    const { sentence } = on("2026-03-10", {
      amount: 50,
      from: "2026-04-01",
      firstEvents: 3,
      withinMonths: 12,
      set: "rates",
    });
    expect(sentence).toMatch(
      /But it counts only events from 2026-04-01\. Only the customer's first 3 such events\. Only within 12 months of sign-up\. Of the set “rates” only the first that matches applies\.$/,
    );
  });

  test("rules are said in words", () => {
    expect(
      cellWords(
        rulesInWords({
          all: [
            { fact: "transaction.Amount", operator: "between", value: [10, 20.5] },
            {
              any: [
                { fact: "customer.Plan", operator: "in", value: ["pro", "team"] },
                { not: { fact: "customer.Test", operator: "equal", value: true } },
              ],
            },
            { fact: "customer.Created on", operator: "withinLastDays", value: 30 },
            { fact: "customer.E-mail", operator: "isBlank", value: false },
            {
              fact: "customer.revenue",
              operator: "greaterThan",
              value: { fact: "transaction.kept" },
            },
            { fact: "partner.Joined on", operator: "before", value: "2026-01-01" },
          ],
        }),
      ),
    ).toBe(
      "transaction Amount is between 10 and 20.5 and (customer Plan is one of “pro” or “team” or not (customer Test is yes)) and customer Created on is within the last 30 days and customer E-mail is not blank and customer revenue is more than transaction kept and partner Joined on is before 2026-01-01",
    );
  });
});

import fc from "fast-check";
import type { Program } from "../../../../src/engine/program/program";
import { begin } from "../../../../src/engine/program/work";
import { partnerPages } from "../../../../src/engine/reports/page/partner-page";
import { changeReward } from "../../../../src/engine/rewards/change-reward";
import { finalizeInvoiceByHand } from "../../../../src/engine/usecases/invoices/finalize-invoice";
import { reopenInvoiceByHand } from "../../../../src/engine/usecases/invoices/reopen-invoice";
import { payInvoice } from "../../../../src/engine/usecases/payouts/pay-invoice";
import { setRewardStatus } from "../../../../src/engine/usecases/rewards/set-reward-status";
import { checkStatement } from "../../../../src/engine/usecases/statements/check-statement";
import { previewStatementMail } from "../../../../src/engine/usecases/statements/preview-statement-mail";
import {
  showStatement,
  writeStatement,
} from "../../../../src/engine/usecases/statements/show-statement";
import { envOn } from "../../../support/program";
import { changed, moneyRun, rewardRow, startedProgram } from "../../invoices/money-run";
import { act, refusal } from "../act";

const JANUARY = ["2026-02-01", "2026-02-08"];
const LATER = "2026-02-10";
const runs = (program: Program, ...days: readonly string[]): Program =>
  days.reduce(moneyRun, program);
const issued = () =>
  runs(
    startedProgram({
      rewards: [
        rewardRow("a", 20, { description: "Sale: Harbor, 5.00 USD off" }),
        rewardRow("b", 12.5, { description: "Sale: Acme" }),
        rewardRow("c", 30, { partner: "ptn_2" }),
        rewardRow("d", 1500, { currency: "JPY", accepted: "pending 1500" }),
      ],
    }),
    ...JANUARY,
  );
const check = (program: Program, text: string, more: object = {}) =>
  act(program, checkStatement, { text, ...more }, LATER).output.checks;
const codeOf = (program: Program, partner = "ptn_1", month = "2026-01"): string =>
  act(program, showStatement, { partner, month, currency: "USD" }, LATER).output.code ?? "";
const mailOf = (program: Program) =>
  act(program, previewStatementMail, { partner: "ptn_1", month: "2026-01" }, LATER).output;
/** HTML as somebody copies it out of a mail program. */
const copied = (html: string): string =>
  html
    .replace(/<title>.*?<\/title>/, "")
    .replace(/<\/th>/g, "\t")
    .replace(/<br>|<\/(?:tr|p|h1|h2)>/g, "\n")
    .replace(/<[^>]*>/g, "");
const asked = { partner: "ptn_1", month: "2026-01" };
const reopen = (program: Program, on: string) =>
  act(program, reopenInvoiceByHand, { invoice: "inv_2026-01_USD", reason: "because" }, on).program;
const finalize = (program: Program, on: string) =>
  act(program, finalizeInvoiceByHand, { invoice: "inv_2026-01_USD" }, on).program;

describe("checking a statement that a partner has (PARTNER-5)", () => {
  test("its code alone finds it among all partners and months, with what it says", () => {
    const program = issued();
    expect(check(program, codeOf(program).toLowerCase())).toEqual([
      {
        code: codeOf(program),
        verdict: "as issued",
        statement: expect.objectContaining({
          partner: "ptn_1",
          partnerName: "Ada Reyes",
          month: "2026-01",
          currency: "USD",
          finalOn: "2026-02-08",
          lines: 2,
          closing: expect.objectContaining({ text: "0.00" }),
          earned: expect.objectContaining({ text: "32.50" }),
        }),
      },
    ]);
    expect(check(program, codeOf(program, "ptn_2"))).toMatchObject([
      { verdict: "as issued", statement: { partner: "ptn_2" } },
    ]);
  });

  test("the same code stands on the statement, in its tab and mail, and on the partner's page", () => {
    const program = issued();
    const code = codeOf(program);
    const { text, html } = mailOf(program);
    const given = { ...asked, currency: "USD" };
    const written = writeStatement.decide(program, given as never, {
      ...envOn(LATER),
      newId: String,
    });
    const page = partnerPages(begin(program)).get("ptn_1")?.page;
    expect(code).not.toBe("");
    for (const shown of [text, html, String(written.tab?.intro)]) expect(shown).toContain(code);
    const onPage = page?.statements?.find(({ currency }) => currency === "USD");
    expect(onPage).toMatchObject({ code, month: "2026-01", opening: 0, paidOut: 3250, closing: 0 });
  });

  test.each(["text", "html"] as const)(
    "the mail pasted whole as %s, in all its currencies, is as issued",
    (form) => {
      const program = issued();
      const mail = mailOf(program);
      const pasted = form === "text" ? mail.text : copied(mail.html);
      const paid = act(program, payInvoice, { invoice: "inv_2026-01_USD", neverSent: true }, LATER);
      for (const each of [program, paid.program]) {
        const checks = check(each, pasted);
        expect(checks.map(({ statement }) => statement?.currency)).toEqual(["JPY", "USD"]);
        for (const { verdict, statement } of checks) {
          expect(verdict).toBe("as issued");
          expect([statement?.missing.rows, statement?.extra.rows]).toEqual([[], []]);
        }
      }
    },
  );

  test("a pasted mail in which an amount or a day was changed says which", () => {
    const program = issued();
    const { text, html } = mailOf(program);
    const figures = ["20.00 USD", "12.50 USD", "-32.50 USD", "earned 2026-01-15"];
    const other = fc.integer({ min: 1, max: 99_999 }).map((n) => (n / 100).toFixed(2));
    const forms = fc.constantFrom(text, copied(html));
    fc.assert(
      fc.property(forms, fc.constantFrom(...figures), other, (pasted, figure, amount) => {
        const now = figure.startsWith("earned") ? "earned 2026-01-16" : `${amount} USD`;
        fc.pre(!figures.includes(now));
        const at = pasted.indexOf(figure, pasted.indexOf("Balance in USD"));
        const forged = pasted.slice(0, at) + now + pasted.slice(at + figure.length);
        const usd = check(program, forged)[1];
        expect(usd?.verdict).toBe("as issued");
        expect(usd?.statement?.extra.rows).toEqual([now]);
        expect(usd?.statement?.missing.rows).toEqual([expect.stringContaining(figure)]);
      }),
      { numRuns: 40 },
    );
    const longer = text.replace("- Payout: -32.50", "- Bonus: 70.00 USD\n- Payout: -32.50");
    expect(check(program, longer)[1]?.statement?.extra.rows).toEqual(["70.00 USD"]);
  });

  test.each(["2026-02-09", "2026-02-08"])(
    "one whose invoice was reopened on %s is in review, and then replaced by the one that was made final",
    (on) => {
      const program = issued();
      const old = codeOf(program);
      const open = reopen(program, on);
      expect(check(open, old)).toEqual([{ code: old, verdict: "unknown", statement: null }]);
      expect(check(open, old, asked)).toMatchObject([{ verdict: "in review" }]);

      const less = { rewards: ["a"], status: "declined", reason: "twice" };
      const again = finalize(act(open, setRewardStatus, less, on).program, on);
      expect(codeOf(again)).not.toBe(old);
      expect(check(again, old, asked)).toMatchObject([
        { verdict: "replaced", statement: { code: codeOf(again), earned: { text: "12.50" } } },
      ]);
      expect(check(again, codeOf(again))).toMatchObject([{ verdict: "as issued" }]);
    },
  );

  test("where rows were changed by hand since, it differs, and the statement of now is told", () => {
    const program = issued();
    const old = codeOf(program);
    const edited = changed(program, (work) => {
      const reward = work.get("rewards", "b");
      if (reward) changeReward(work, reward, { amount: 9900 });
    });
    expect(check(edited, old)).toMatchObject([{ verdict: "unknown" }]);
    expect(check(edited, old, asked)).toMatchObject([
      { verdict: "differs", statement: { code: codeOf(edited), earned: { text: "119.00" } } },
    ]);
    const yen = { ...asked, currency: "JPY" };
    expect(check(edited, old, yen)).toMatchObject([{ statement: { currency: "JPY" } }]);
    const { text } = mailOf(program);
    const usd = check(edited, text, asked)[1];
    expect(usd?.statement?.missing.rows[0]).toContain("Sale: Acme: 99.00 USD");
    expect(usd?.statement?.extra.rows).toContain("12.50 USD");
  });

  test("a month without an invoice of its own has a code, found by it as well", () => {
    const debt = startedProgram({ rewards: [rewardRow("a", -20, { source: "manual" })] });
    const program = runs(debt, ...JANUARY, "2026-03-01", "2026-03-08");
    for (const month of ["2026-01", "2026-02"]) {
      expect(check(program, codeOf(program, "ptn_1", month))).toMatchObject([
        { verdict: "as issued", statement: { month, closing: { text: "-20.00" } } },
      ]);
    }
  });

  test("a text without a code, and an unknown partner, are refused", () => {
    const program = issued();
    expect(refusal(() => check(program, "Hello Ada"))).toBe("INPUT_INVALID text");
    expect(refusal(() => check(program, "9999-9999-9999-9999", { partner: "nobody" }))).toBe(
      "PARTNER_UNKNOWN",
    );
    expect(check(program, "0000-0000-0000-0000")).toMatchObject([{ verdict: "unknown" }]);
  });
});

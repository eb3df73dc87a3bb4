import { format } from "../../src/engine/kernel/money";
import type { Program } from "../../src/engine/program/program";
import { begin } from "../../src/engine/program/work";
import { amountOf } from "../../src/engine/reports/statements/statement";
import { statementMail } from "../../src/engine/reports/statements/statement-mail";
import { statementsOfMonth } from "../../src/engine/reports/statements/statements-of-month";
import { playProgram } from "../support/examples/play-example";
import { law, programs } from "../support/laws";
import { onlyOf } from "../support/only-of";
import { recordsOf } from "../support/program";
import { anyProgram } from "../support/random-program/program";

const head = {
  programName: "Program",
  color: null,
  link: null,
  greeting: "Hello,",
  footer: "Opening balance: 7.00 USD",
  replyTo: null,
};

/** The statements of a partner and month, and their mail; undefined where there is nothing to say. */
function mailed(program: Program, partner: string, month: string) {
  const work = begin(program);
  const whole = statementsOfMonth(work, month as never)(partner);
  const record = work.get("partners", partner);
  if (!record || whole.length === 0) return undefined;
  return { whole, mail: statementMail(head, record, month as never, whole) };
}

/** Amounts with their currency, and days, in their order. */
const figuresIn = (text: string): readonly string[] =>
  text.match(/-?\d[\d.]* [A-Z]{3}|\d{4}-\d\d-\d\d|[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/g) ?? [];

law(
  "a statement's mail is made of its partner's rows alone, and its HTML has the figures of its plain text and of the statement (PARTNER-4)",
  anyProgram,
  (given) => {
    playProgram(given, {
      onRefusal: (_, __, played) => played,
      watch: ({ program }, { act }) => {
        if (act.do !== "run") return;
        const months = new Set(recordsOf(program, "invoices").map(({ month }) => month));
        for (const { key } of recordsOf(program, "partners")) {
          const alone = onlyOf(program, key);
          for (const month of months) {
            const shown = mailed(program, key, month);
            expect(mailed(alone, key, month)?.mail).toEqual(shown?.mail);
            if (!shown) continue;
            const { text, html } = shown.mail;
            // The text says its day or month once more where the HTML has its heading.
            const inHtml = figuresIn(html.replace(/<[^>]*>/g, "\n"));
            // A label's remark stands before its amount in the HTML, behind it in the text.
            expect([...inHtml].sort()).toEqual([...figuresIn(text)].sort());
            for (const { of, balance, code } of shown.whole) {
              const { opening, closing, lines } = balance;
              const sums = [opening, closing, ...lines.slice(0, 5).map(amountOf)];
              const said = sums.map((amount) => format({ amount, ...of }));
              for (const each of [...said, ...(code ? [code.code] : [])])
                expect(inHtml).toContain(each);
            }
          }
        }
      },
    });
  },
  programs,
);

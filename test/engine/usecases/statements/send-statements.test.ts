import fc from "fast-check";
import { paymentTargets } from "../../../../src/engine/health/payment-targets";
import type { Changeset } from "../../../../src/engine/program/changeset";
import type { Program } from "../../../../src/engine/program/program";
import { begin } from "../../../../src/engine/program/work";
import { checkInput } from "../../../../src/engine/usecases/shared/check-input";
import { previewStatementMail } from "../../../../src/engine/usecases/statements/preview-statement-mail";
import { sendStatements } from "../../../../src/engine/usecases/statements/send-statements";
import { envOn, type Given, recordsOf } from "../../../support/program";
import { byKey, changed, moneyRun, rewardRow, startedProgram } from "../../invoices/money-run";
import { retyped } from "../../judging/judge-on";
import { dripRow } from "../../reports/forecast/drip-row";
import { act, refusal } from "../act";

const ON = "2026-02-10";
const JANUARY = ["2026-02-01", "2026-02-08"];
const begun = (given: Given = {}, settings = {}) =>
  JANUARY.reduce(
    moneyRun,
    startedProgram(
      {
        rewards: [
          rewardRow("a", 20, { description: "First sale of Acme" }),
          rewardRow("b", 1500, { currency: "JPY", accepted: "pending 1500" }),
          rewardRow("c", 30, { partner: "ptn_2" }),
        ],
        ...given,
      },
      { "mail partners": "yes", "program name": "Acme partners", ...settings },
    ),
  );
const send = (program: Program, input: object = {}) =>
  act(program, sendStatements, { month: "2026-01", confirmed: true, ...input }, ON);
const mails = ({ effects }: Changeset) =>
  effects.flatMap((effect) => (effect.kind === "email" ? [effect] : []));
const why = (program: Program, input: object = {}) =>
  send(program, input).output.notSent.rows.map((each) => `${each.partner}: ${each.why}`);

describe("statements by mail (STATEMENT-6)", () => {
  test("one mail goes to each partner, with all currencies, and is remembered", () => {
    const { program, output, changes } = send(begun());

    expect(output).toMatchObject({ sent: 2, waiting: 0, notSent: { rows: [] } });
    expect(mails(changes).map(({ to, subject }) => [to, subject])).toEqual([
      ["ada@reyes.example", "Acme partners: statement for 2026-01"],
      ["bela@bauer.example", "Acme partners: statement for 2026-01"],
    ]);
    expect(mails(changes)[0]?.body).toContain("First sale of Acme: 20.00 USD");
    expect(mails(changes)[0]?.body).toContain("b: 1500 JPY");
    expect(byKey(program, "partners", "ptn_1").statementsSent).toEqual(["2026-01"]);
    expect(recordsOf(program, "activity")).toMatchObject([
      { what: "Mailed 2 statements", record: "ptn_1\nptn_2", to: "statement for 2026-01" },
    ]);
  });

  test("the preview is, word for word, what is sent", () => {
    const program = begun();
    const input = { partner: "ptn_1", month: "2026-01" };
    const preview = act(program, previewStatementMail, input, ON).output;
    const [mail] = mails(send(program).changes);

    expect(preview).toMatchObject({ final: true, sent: false });
    expect([mail?.to, mail?.subject, mail?.body, mail?.html]).toEqual([
      preview.to,
      preview.subject,
      preview.text,
      preview.html,
    ]);
  });

  test("the mail has opening, lines, payout and closing, then what has a payment date and what has none", () => {
    const program = begun({
      rewards: [
        rewardRow("a", 20, { description: "First sale" }),
        rewardRow("c", 5, { description: "Late sale", earnedOn: "2026-02-03" }),
        rewardRow("d", 9, { description: "Big sale", status: "held", reason: "late event" }),
        rewardRow("e", 4, { description: "Small sale", status: "declined", reason: "twice" }),
      ],
      drips: [dripRow("drip_1", { occurrences: 2 })],
    });
    const input = { partner: "ptn_1", month: "2026-01" };

    expect(act(program, previewStatementMail, input, ON).output.text).toBe(
      [
        "Hello Ada Reyes,",
        "",
        "This is your statement for 2026-01.",
        "",
        "Balance in USD",
        "- Opening balance: 0.00 USD",
        "- First sale: 20.00 USD (earned 2026-01-15, estimated payment 2026-02-13)",
        "- Payout: -20.00 USD (estimated payment 2026-02-13)",
        "- Closing balance: 0.00 USD",
        "",
        "The balance is final. Statement code: 99ZT-A043-WAZE-XEWY",
        "",
        "Not in the balance yet",
        "- Late sale: 5.00 USD (earned 2026-02-03, estimated payment 2026-03-13)",
        "- In all: 5.00 USD",
        "",
        "On hold",
        "- Big sale: 9.00 USD (earned 2026-01-15, late event)",
        "- In all: 9.00 USD",
        "",
        "Declined",
        "- Small sale: 4.00 USD (earned 2026-01-15, twice)",
        "- In all: 4.00 USD",
        "",
        "Still to come",
        "- Monthly (1 of 2): 20.00 USD (due 2026-02-15, estimated payment 2026-03-13)",
        "- Monthly (2 of 2): 20.00 USD (due 2026-03-15, estimated payment 2026-04-13)",
        "- In all: 40.00 USD",
        "",
        "Acme partners",
      ].join("\n"),
    );
  });

  test("text from cells is text in the mail's HTML, and a long list is shortened with its complete sum", () => {
    const rewards = Array.from({ length: 130 }, (_, i) =>
      rewardRow(`r${String(i).padStart(3, "0")}`, 1, {
        description: `<img src=x onerror="y"> & ${i}`,
      }),
    );
    const program = begun({ rewards });
    const input = { partner: "ptn_1", month: "2026-01" };
    const { html, text } = act(program, previewStatementMail, input, ON).output;

    expect(html).toContain("&lt;img src=x onerror=&quot;y&quot;&gt; &amp; 0");
    expect(html).not.toContain("<img");
    expect(text).toContain("and 30 more");
    expect(text).toContain("- Payout: -130.00 USD");
  });

  test("pressed twice, nobody gets it twice; sent again to a named partner, that one does", () => {
    const { program } = send(begun());

    expect(send(program).changes.effects).toEqual([]);
    expect(why(program)).toEqual(["ptn_1: It was already sent.", "ptn_2: It was already sent."]);
    const again = send(program, { partners: ["ptn_2"], again: true });
    expect(mails(again.changes).map(({ to }) => to)).toEqual(["bela@bauer.example"]);
    expect(byKey(again.program, "partners", "ptn_2").statementsSent).toEqual(["2026-01"]);
    expect(refusal(() => send(program, { again: true }))).toBe("INPUT_INVALID again");
  });

  test("not confirmed, it only says how many wait and who can't get one", () => {
    const { output, changes } = send(begun(), { confirmed: false });

    expect(output).toMatchObject({ sent: 0, waiting: 2, mailsLeft: 100 });
    expect(changes.effects).toEqual([]);
  });

  test("no more are sent than the quota allows; the others wait until next time", () => {
    const program = begun();
    const input = checkInput(sendStatements.inputs, { month: "2026-01", confirmed: true }, program);
    const poor = { ...envOn(ON), mailsLeft: () => 1 };
    const { output, changes } = sendStatements.decide(program, input, poor);

    expect(output).toMatchObject({ sent: 1, waiting: 1, mailsLeft: 0 });
    expect(mails(changes).map(({ to }) => to)).toEqual(["ada@reyes.example"]);

    const none = sendStatements.decide(program, input, { ...envOn(ON), mailsLeft: () => 0 });
    expect(none.output).toMatchObject({ sent: 0, waiting: 2, mailsLeft: 0 });
    expect(none.changes.effects).toEqual([]);
  });

  test("who can't get one is listed with the reason", () => {
    const program = begun({
      partners: [
        { key: "ptn_1", name: "Ada Reyes" },
        { key: "ptn_2", name: "Bela", email: "bela@bauer.example" },
        { key: "ptn_3", name: "Cem", email: "cem@x.example" },
      ],
    });

    expect(why(program)).toEqual(["ptn_1: There is no e-mail address on Partners."]);
    expect(why(program, { partners: ["ptn_3"] })).toEqual([
      "ptn_3: There is nothing to report for that month.",
    ]);
  });

  const slips = [
    (mail: string) => `${mail},`,
    (mail: string) => `${mail};`,
    (mail: string) => `mailto:${mail}`,
    (mail: string) => `Ada <${mail}>`,
    (mail: string) => `"${mail}"`,
    (mail: string) => mail.replace("@", "\u200b@"),
    (mail: string) => mail.replace(".", ".."),
    (mail: string) => `${mail}.`,
    (mail: string) => mail.replace("a", "\u0430"),
    (mail: string) => mail,
  ];
  test("mail goes only to an address that can be delivered, and the partners left out are listed (STATEMENT-10)", () => {
    fc.assert(
      fc.property(fc.subarray(slips, { minLength: 1, maxLength: 3 }), (some) => {
        const email = some.reduce((mail, slip) => slip(mail), "ada@reyes.example");
        const program = begun({
          partners: [
            { key: "ptn_1", name: "Ada Reyes", email },
            { key: "ptn_2", name: "Bela", email: "bela@bauer.example" },
          ],
        });
        const { changes, output } = send(program);
        const to = mails(changes).map((each) => each.to);
        for (const each of to) expect(["ada@reyes.example", "bela@bauer.example"]).toContain(each);
        const isRead = recordsOf(program, "partners").some(({ key }) => key === "ptn_1");
        const left = output.notSent.rows.map((each) => each.why);
        for (const each of left) expect(each).toContain("is not an address that takes mail");
        expect(to.length + left.length).toBe(isRead ? 2 : 1);
        const found = paymentTargets.find(begin(program), envOn(ON));
        expect(found.map(({ column }) => column)).toEqual(left.length > 0 ? ["email"] : []);
      }),
      { numRuns: 40 },
    );
  });

  test("a statement that may still change is not mailed", () => {
    const inReview = moneyRun(
      startedProgram({ rewards: [rewardRow("a", 20)] }, { "mail partners": "yes" }),
      "2026-02-01",
    );

    expect(why(inReview)).toEqual([
      "ptn_1: It is not final yet: an invoice up to that month is in review, or not opened.",
    ]);
    const input = { partner: "ptn_1", month: "2026-01" };
    const preview = act(inReview, previewStatementMail, input, "2026-02-02").output;
    expect(preview.final).toBe(false);
    expect(preview.text).toContain("Not final: the balance may still change.");
  });

  test("one that may lack an unreadable row is not mailed, for that stated reason", () => {
    expect(
      why(retyped(begun(), "rewards", "a", { earnedOn: "some day", acceptedFor: "" })),
    ).toContain(
      "ptn_1: A row of Rewards or Payouts can't be read and may be missing in it. Correct that row first.",
    );
  });

  test("nothing is mailed while the setting says no, or to an unknown partner", () => {
    expect(refusal(() => send(begun({}, { "mail partners": "no" })))).toBe("MAIL_OFF");
    expect(refusal(() => send(begun(), { partners: ["x"] }))).toBe("PARTNER_UNKNOWN");
    const preview = (partner: string, program = begun()) =>
      refusal(() => act(program, previewStatementMail, { partner, month: "2026-01" }, ON));
    expect(preview("x")).toBe("PARTNER_UNKNOWN");
    const bare = changed(begun(), (work) => void work.update("partners", "ptn_1", { email: null }));
    expect(preview("ptn_1", bare)).toBe("INPUT_INVALID partner");
    expect(preview("ptn_2", begun({ rewards: [] }))).toBe("STATEMENT_EMPTY");
  });
});

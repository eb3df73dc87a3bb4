import fc from "fast-check";
import { apply, type Changeset } from "../../../../src/engine/program/changeset";
import type { Program } from "../../../../src/engine/program/program";
import { NOTICES_A_CALL, sendNotice } from "../../../../src/engine/usecases/people/send-notice";
import { envOn, recordsOf } from "../../../support/program";
import { startedProgram } from "../../invoices/money-run";
import { act, refusal } from "../act";

const TODAY = "2026-03-10";
const written = { subject: "New terms from May", text: "From 1 May you earn 25 %.\nThank you!" };
const named = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    key: `p${i}`,
    name: `Partner ${i}`,
    email: `p${i}@x.example`,
  }));
const row = (key: string, more: object) => ({ key, name: key, ...more });
const begun = (partners: readonly object[], settings = {}): Program =>
  startedProgram({ partners } as never, { "mail partners": "yes", ...settings });
const mails = ({ effects }: Changeset) =>
  effects.flatMap((effect) => (effect.kind === "email" ? [effect] : []));
const keysOf = (partners: readonly { readonly key: string }[]) => partners.map(({ key }) => key);
const send = (program: Program, partners: readonly string[], more: object = {}) =>
  act(
    program,
    sendNotice,
    { partners, ...written, confirmed: true, formId: "form", ...more },
    TODAY,
  );

describe("a notice that a person writes to chosen partners (PARTNER-6i)", () => {
  test("it is shown first, with who doesn't get it and why; nothing is sent by that", () => {
    const program = begun([
      row("ann", { name: "Ann", email: "ann@x.example" }),
      row("none", { email: "n@x.example", mails: "none" }),
      row("few", { email: "f@x.example", mails: "statements only" }),
      row("test", { email: "t@x.example", test: true }),
      row("lost", { email: null }),
    ]);
    const keys = ["lost", "ann", "none", "few", "test"];
    const { output, changes } = send(program, keys, { confirmed: false });

    expect(changes.effects).toEqual([]);
    expect(output).toMatchObject({ ready: 1, sent: 0, off: false });
    expect(output.mail?.to).toBe("ann@x.example");
    expect(output.mail?.text).toMatch(/^Hello Ann,\n\nFrom 1 May you earn 25 %\.\nThank you!\n\n/);
    expect(output.notSent.rows.map(({ partner: key, why }) => `${key}: ${why}`)).toEqual([
      "lost: There is no e-mail address on Partners.",
      "none: This partner wants no mails: see Mails on Partners.",
      "few: This partner wants statements only: see Mails on Partners.",
      "test: This is a test partner.",
    ]);
    expect(refusal(() => send(program, keys, { subject: "" }))).toBe("INPUT_INVALID subject");
  });

  test("each mail is as it was shown; one line of Activity names who got it", () => {
    const program = begun(named(3));
    const shown = send(program, ["p2"], { confirmed: false }).output.mail;
    const { program: after, changes, output } = send(program, ["p2", "p0"]);

    expect(output).toMatchObject({ sent: 2, waiting: [] });
    const [first, second] = mails(changes);
    expect(first).toMatchObject({ to: shown?.to, subject: shown?.subject, html: shown?.html });
    expect(second?.to).toBe("p0@x.example");
    expect(recordsOf(after, "activity")).toMatchObject([
      { what: "Mailed a notice to 2 partners", record: "p2\np0", to: written.subject },
    ]);
  });

  test("it goes only while mailing partners is on, and to so many a call", () => {
    const program = begun(named(NOTICES_A_CALL + 1));
    const keys = keysOf(named(NOTICES_A_CALL + 1));
    expect(refusal(() => send(program, keys))).toBe("INPUT_INVALID partners");
    expect(send(program, keys, { confirmed: false }).output.ready).toBe(NOTICES_A_CALL + 1);
    const off = begun(named(1), { "mail partners": "no" });
    expect(refusal(() => send(off, ["p0"]))).toBe("MAIL_OFF");
    expect(send(off, ["p0"], { confirmed: false }).output).toMatchObject({ off: true, ready: 1 });
  });

  test("however often a part comes again, and however few mails Google allows, nobody gets it twice and nobody is lost", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: NOTICES_A_CALL }),
        fc.integer({ min: 0, max: NOTICES_A_CALL }),
        fc.integer({ min: 1, max: 3 }),
        (count, allowed, times) => {
          const keys = keysOf(named(count));
          let program = begun(named(count));
          const got: string[] = [];
          let waiting: readonly string[] = keys;
          for (let n = 0; n < times; n++) {
            const given = { partners: keys, ...written, confirmed: true, formId: "form" } as never;
            const env = { ...envOn(TODAY), mailsLeft: () => allowed };
            const done = sendNotice.decide(program, given, env as never);
            got.push(...mails(done.changes).map(({ to }) => to));
            waiting = done.output.waiting;
            expect(done.output.sent).toBe(Math.min(count, allowed));
            program = apply(program, done.changes);
            if (allowed === 0) break;
          }
          expect(new Set(got).size).toBe(got.length);
          expect([...got.map((to) => to.split("@")[0]), ...waiting]).toEqual(keys);
        },
      ),
      { numRuns: 60 },
    );
  });
});

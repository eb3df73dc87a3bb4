import fc from "fast-check";
import type { AnswerTarget } from "../../../../src/engine/intake/import/header-names";
import { fingerprintOf, keptText } from "../../../../src/engine/intake/import/remembered";
import type { Input, InputOf, Inputs } from "../../../../src/engine/kernel/input";
import { apply } from "../../../../src/engine/program/changeset";
import type { Program } from "../../../../src/engine/program/program";
import type { TableName } from "../../../../src/engine/tables";
import { acceptApplication } from "../../../../src/engine/usecases/people/accept-application";
import { declineApplication } from "../../../../src/engine/usecases/people/decline-application";
import { listApplications } from "../../../../src/engine/usecases/people/list-applications";
import { takeAnswer } from "../../../../src/engine/usecases/people/take-answer";
import { undoApplication } from "../../../../src/engine/usecases/people/undo-application";
import { home } from "../../../../src/engine/usecases/program/home";
import { run } from "../../../../src/engine/usecases/program/run";
import { keepStandingImport } from "../../../../src/engine/usecases/sales/standing-import";
import { checkInput } from "../../../../src/engine/usecases/shared/check-input";
import type { UseCase } from "../../../../src/engine/usecases/shared/use-case";
import { law } from "../../../support/laws";
import { envOn, type Given, programOf, recordsOf } from "../../../support/program";
import { refusal } from "../act";

const headers = ["Timestamp", "Email Address", "Your name", "Website", "Code", "Paid by", "IBAN"];
const targets: readonly (AnswerTarget | null)[] = [
  "date",
  "email",
  "name",
  "answer",
  "code",
  "payoutMethod",
  "accountReference",
];
type Line = readonly string[];
const quote = (text: string) => (/["\t\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
const textOf = (head: Line, lines: readonly Line[]) =>
  [head, ...lines].map((cells) => cells.map(quote).join("\t")).join("\n");

const GB = "GB33BUKB20201555555555";
const rate = {
  key: "rate",
  name: "Rate",
  state: "active",
  order: 1,
  event: "transaction created",
  action: "grant a reward",
  percent: "20",
};
const basis: Given = {
  settings: [
    { key: "program start", value: "2026-01-01" },
    { key: "lived until", value: "2026-01-09" },
  ],
  partners: [
    {
      key: "sam",
      name: "Sam Reed",
      email: "s.am@gmail.com",
      joinedOn: "2025-01-01",
      codes: "SAM10",
      payoutMethod: "bank transfer",
      accountReference: GB,
    },
  ],
  customers: [
    {
      key: "c1",
      name: "Harbor",
      email: "ap@harbor.example",
      partner: "sam",
      createdOn: "2026-01-02",
    },
  ],
  triggers: [rate],
};

let ids = 0;
/** A program with a form, on which acts are done one after the other; the form's tab may change between them. */
function formProgram(
  given: Given = basis,
  first: readonly Line[] = [],
  kinds = targets,
  head: Line = headers,
) {
  const world = { tab: textOf(head, first) as string | undefined, today: "2026-02-01" };
  let program: Program = programOf(given);
  const act = <I extends Inputs, Out>(
    useCase: UseCase<string, I, TableName, Out>,
    input: { readonly [K in keyof I]?: I[K] extends Input<infer _> ? unknown : never },
  ): Out => {
    const values: InputOf<I> = checkInput(useCase.inputs, input, program);
    const env = {
      ...envOn(world.today),
      tab: (name: string) => (name === "Form" ? world.tab : undefined),
      newId: (prefix: string) => `${prefix}_${++ids}`,
    };
    const { output, changes } = useCase.decide(program, values, env);
    program = apply(program, changes);
    return output;
  };
  act(keepStandingImport, {
    tab: "Form",
    headers: fingerprintOf(head),
    map: keptText({ lines: "applications", targets: kinds }),
  });
  const list = (decided = false) => act(listApplications, { decided: decided ? "yes" : "" }).rows;
  return {
    world,
    act,
    list,
    answers: (lines: readonly Line[], now: Line = head) => {
      world.tab = textOf(now, lines);
    },
    waits: () => act(home, {}).applications,
    only: () => {
      const [row, ...more] = list();
      if (!row || more.length > 0) throw new Error(`${more.length + 1} answers wait`);
      return row;
    },
    rows: <N extends TableName>(name: N) => recordsOf(program, name),
  };
}
const key = ({ id, shown }: { readonly id: string; readonly shown: string }) => ({
  answer: id,
  shown,
});
const ann: Line = ["2026-01-20 10:00:00", "Ann@Shop.test", "Ann Lee", "shop.test", "ANN5", "", ""];
const later: Line = ["2026-01-25 09:30:00", "ann+2@shop.test", "Ann Lee", "ann.blog", "", "", ""];

describe("an application", () => {
  test("waits under Applications and on Home, with each question, and becomes a partner who joined that day", () => {
    const form = formProgram(basis, [ann]);
    expect(form.waits()).toBe(1);
    const row = form.only();
    expect(row).toMatchObject({
      on: "2026-01-20 10:00:00",
      email: "Ann@Shop.test",
      name: "Ann Lee",
      code: "ANN5",
      said: [
        { question: "Website", text: "shop.test" },
        { question: "Code", text: "ANN5" },
      ],
      warnings: [],
      decided: null,
      changed: null,
      earlier: null,
    });
    const { key: made } = form.act(acceptApplication, {
      ...key(row),
      name: row.name,
      email: row.email,
      group: "gold",
      codes: "ann5",
    });
    expect(form.rows("partners")[1]).toMatchObject({
      key: made,
      name: "Ann Lee",
      email: "Ann@Shop.test",
      group: "gold",
      codes: "ann5",
      joinedOn: "2026-02-01",
    });
    expect(form.waits()).toBe(0);
    expect(form.list(true)).toMatchObject([{ decided: { what: "accepted", on: "2026-02-01" } }]);
  });

  test("accepted twice, as after a lost reply, is one partner; another person's decision wins", () => {
    const form = formProgram(basis, [ann]);
    const given = { ...key(form.only()), name: "Ann", email: "ann@shop.test" };
    const first = form.act(acceptApplication, given);
    expect(form.act(acceptApplication, given)).toEqual({ ...first, wasThere: true });
    expect(
      refusal(() =>
        form.act(declineApplication, { answer: given.answer, shown: given.shown, reason: "no" }),
      ),
    ).toBe("APPLICATION_DECIDED");
    expect(form.rows("partners")).toHaveLength(2);
  });

  test("is refused once it is not as it was shown", () => {
    const form = formProgram(basis, [ann]);
    const shown = key(form.only());
    form.answers([[...ann.slice(0, 3), "evil.test", ...ann.slice(4)]]);
    const accept = () => form.act(acceptApplication, { ...shown, name: "Ann", email: "a@b.test" });
    expect(refusal(accept)).toBe("APPLICATION_CHANGED");
    form.answers([]);
    expect(refusal(accept)).toBe("APPLICATION_CHANGED");
    expect(form.rows("partners")).toHaveLength(1);
  });

  test("is declined with a reason, which stays with who and when, and can be taken back", () => {
    const form = formProgram(basis, [ann]);
    const shown = key(form.only());
    expect(refusal(() => form.act(declineApplication, shown))).toBe("INPUT_INVALID reason");
    form.act(declineApplication, { ...shown, reason: "No audience" });
    expect(form.waits()).toBe(0);
    const [row] = form.list(true);
    expect(row?.decided).toMatchObject({ what: "declined", why: "No audience", on: "2026-02-01" });
    form.act(undoApplication, { line: row?.decided?.line });
    expect(form.only()).toMatchObject({ changed: null, earlier: null });
    expect(refusal(() => form.act(undoApplication, { line: row?.decided?.line }))).toBe(
      "APPLICATION_NOT_UNDOABLE",
    );
  });

  test("an acceptance is taken back while the partner has no rows, and can be done again", () => {
    const form = formProgram(basis, [ann]);
    const given = { ...key(form.only()), name: "Ann", email: "ann@shop.test", codes: "ANN5" };
    form.act(acceptApplication, given);
    form.act(undoApplication, { line: form.list(true)[0]?.decided?.line });
    expect(form.rows("partners").map((each) => each.key)).toEqual(["sam"]);
    form.act(acceptApplication, given);
    expect(form.rows("partners")).toHaveLength(2);
    const line = form.list(true)[0]?.decided?.line;
    const used = formProgram(
      {
        ...basis,
        customers: [{ key: "c2", name: "New", partner: given.answer, createdOn: "2026-02-01" }],
      },
      [ann],
    );
    used.act(acceptApplication, given);
    expect(line).toBeTruthy();
    expect(
      refusal(() => used.act(undoApplication, { line: used.list(true)[0]?.decided?.line })),
    ).toBe("APPLICATION_NOT_UNDOABLE");
    expect(used.rows("partners")).toHaveLength(2);
  });

  test("an acceptance stays while a sale counts for the partner, though its customer is another's by now", () => {
    const given = {
      ...key(formProgram(basis, [ann]).only()),
      name: "Ann",
      email: "ann@shop.test",
    };
    const sale = { key: "s1", customer: "c1", date: "2026-02-01", amount: 100 };
    const form = formProgram({ ...basis, transactions: [{ ...sale, partner: given.answer }] }, [
      ann,
    ]);
    form.act(acceptApplication, given);
    expect(
      refusal(() => form.act(undoApplication, { line: form.list(true)[0]?.decided?.line })),
    ).toBe("APPLICATION_NOT_UNDOABLE");
    expect(form.rows("partners").map((each) => each.key)).toEqual(["sam", given.answer]);
  });

  test("changed by its sender since it was decided, it waits again and says what changed", () => {
    const form = formProgram(basis, [ann]);
    form.act(declineApplication, { ...key(form.only()), reason: "No site" });
    // Google Forms gives an answer that is edited a new time, in the same line.
    form.answers([["2026-02-03 08:00:00", ...ann.slice(1, 3), "ann.blog", ...ann.slice(4)]]);
    expect(form.only()).toMatchObject({
      changed: { since: { what: "declined", why: "No site" }, questions: ["Website"] },
      earlier: null,
    });
    // A cell that somebody typed over keeps the time.
    const typed = formProgram(basis, [ann]);
    typed.act(declineApplication, { ...key(typed.only()), reason: "No site" });
    typed.answers([[...ann.slice(0, 3), "", ...ann.slice(4)]]);
    expect(typed.only().changed?.questions).toEqual(["Website"]);
  });

  test("later answers of the same mailbox say so, and are done with once one of them is accepted", () => {
    const form = formProgram(basis, [later, ann]);
    expect(
      form.list().map(({ name, on, waitingBefore }) => [name, on.slice(0, 10), waitingBefore]),
    ).toEqual([
      ["Ann Lee", "2026-01-20", 0],
      ["Ann Lee", "2026-01-25", 1],
    ]);
    form.act(acceptApplication, {
      ...key(form.list()[1] as never),
      name: "Ann",
      email: "ann@shop.test",
    });
    expect(form.waits()).toBe(0);
    expect(form.list(true).map(({ decided }) => decided?.what)).toEqual(["accepted", "replaced"]);
    form.answers([later, ann, ["2026-02-07 07:00:00", ...ann.slice(1)]]);
    expect(form.only()).toMatchObject({ earlier: { what: "accepted" }, changed: null });
  });

  test("a form that is flooded with one address fills no cell beyond what it holds", () => {
    const flood = Array.from({ length: 400 }, (_, n) => [
      `2026-01-${String(1 + Math.floor(n / 20)).padStart(2, "0")} 10:00:${String(n % 20).padStart(2, "0")}`,
      ...ann.slice(1),
    ]);
    const form = formProgram(basis, flood);
    const last = form.act(listApplications, { page: 8 }).rows.slice(-1)[0];
    form.act(acceptApplication, { ...key(last as never), name: "Ann", email: "ann@shop.test" });
    expect(form.waits()).toBe(400 - 151);
    const { data } = form.rows("activity").slice(-1)[0] ?? {};
    expect(JSON.stringify(data).length).toBeLessThan(30_000);
  });

  test("stays decided when Activity is folded, as all that it was", () => {
    const activity = Array.from({ length: 950 }, (_, n) => ({
      key: `old_${n}`,
      when: `2026-03-${String(1 + (n % 28)).padStart(2, "0")} 09:00:00`,
      who: "ann",
      what: "Changed a setting",
    }));
    const form = formProgram({ ...basis, activity }, [ann, later]);
    const [first] = form.list();
    form.act(declineApplication, { ...key(first as never), reason: "no" });
    form.world.today = "2026-04-01";
    form.act(run, { kind: "daily" });
    expect(form.rows("activity").length).toBeLessThan(700);
    expect(form.list(true)).toMatchObject([{ decided: { what: "declined", line: null } }]);
    expect(form.only()).toMatchObject({ earlier: { what: "declined", on: "2026-02-01" } });
  });

  test("warns of who is here: mailbox, account, company domain, throw-away address, code", () => {
    const answer = (email: string, more: Line = ["", "", ""]) => [
      formProgram(basis, [["2026-01-20 10:00:00", email, "X", "", ...more]]).only().warnings,
    ];
    expect(answer("sam+x@googlemail.com")).toEqual([
      // The card says so: it is this partner's answer.
      [],
    ]);
    expect(answer("ap+1@harbor.example")).toEqual([
      ["This e-mail address belongs to the customer “Harbor”."],
    ]);
    expect(answer("ceo@harbor.example")).toEqual([
      ["Also at harbor.example: the customer “Harbor”."],
    ]);
    expect(answer("x@a.mailinator.com")).toEqual([
      ["a.mailinator.com gives out throw-away addresses."],
    ]);
    expect(answer("x@new.test", ["sam10", "bank transfer", "gb33 bukb 2020 1555 5555 55"])).toEqual(
      [
        [
          "The payment account belongs to the partner “Sam Reed”.",
          "The code “sam10” already belongs to a partner.",
        ],
      ],
    );
    expect(answer("")).toEqual([["It has no e-mail address."]]);
    expect(answer("a, b@c.test")).toEqual([["“a, b@c.test” can't receive mail."]]);
    expect(answer("jo@gmail.com")).toEqual([[]]);
  });
});

describe("an answer of a partner", () => {
  const FR = "FR7630006000011234567890189";
  const answer = (method: string, account: string): Line => [
    "2026-02-01 10:00:00",
    "sam@gmail.com",
    "Sam",
    "",
    "",
    method,
    account,
  ];
  test("shows what it would change of how they are paid, before and after, and changes it once confirmed", () => {
    const form = formProgram(basis, [answer("", FR)]);
    const row = form.only();
    expect(row.partner).toEqual({ key: "sam", name: "Sam Reed" });
    expect(row.details).toEqual([
      { id: "accountReference", label: "Account reference", from: GB, to: FR, fault: null },
    ]);
    expect(form.act(takeAnswer, { ...key(row), partner: "sam" }).changed).toEqual([
      { id: "accountReference", from: GB, to: FR },
    ]);
    expect(form.rows("partners")[0]?.accountReference).toBe(FR);
    expect(form.waits()).toBe(0);
    expect(form.rows("activity").slice(-1)[0]).toMatchObject({
      record: "sam",
      from: `Account reference: ${GB}`,
      to: `Account reference: ${FR}`,
    });
  });

  test("changes nothing where a detail can't be read or paid, whole", () => {
    for (const [method, account, fields] of [
      ["cash", FR, "INPUT_INVALID payoutMethod"],
      ["", `${FR.slice(0, -1)}0`, "INPUT_INVALID accountReference"],
      ["", "=HYPERLINK(1)", "INPUT_INVALID accountReference"],
      ["", "9".repeat(50_000), "INPUT_INVALID accountReference"],
    ] as const) {
      const form = formProgram(basis, [answer(method, account)]);
      const take = () => form.act(takeAnswer, { ...key(form.only()), partner: "sam" });
      expect(refusal(take)).toBe(fields);
      expect(form.rows("partners")[0]).toMatchObject({
        payoutMethod: "bank transfer",
        accountReference: GB,
      });
      expect(form.waits()).toBe(1);
    }
  });
});

describe("sales of a partner who came by an application", () => {
  const play = (sales: readonly object[], customers: readonly object[] = []) => {
    const form = formProgram({ ...basis, customers, transactions: sales } as Given, [ann]);
    const { answer } = key(form.only());
    form.act(acceptApplication, {
      ...key(form.only()),
      name: "Ann",
      email: "ann@shop.test",
      codes: "ANN5",
    });
    form.world.today = "2026-02-10";
    form.act(run, { kind: "daily" });
    const said = form.rows("transactions").map((each) => [each.key, each.partner, each.outcome]);
    const paid = form
      .rows("rewards")
      .map(({ transaction, partner, amount }) => [transaction, partner, amount]);
    return { answer, said, paid };
  };
  const sale = (name: string, date: string, more: object) => ({
    key: name,
    customer: "jo@new.test",
    date,
    amount: 100,
    ...more,
  });

  test("are theirs from the day they joined; those before are judged as no partner's (PARTNER-7e)", () => {
    const { answer, said, paid } = play([
      sale("before", "2026-01-31", { code: "ann5" }),
      sale("on", "2026-02-01", { code: "ann5" }),
      sale("bare", "2026-01-15", {}),
    ]);
    expect(said).toEqual([
      ["before", null, "no partner · the partner of the code “ANN5” joined on 2026-02-01"],
      ["on", answer, "“Rate” granted 20.00 USD"],
      ["bare", null, "no partner"],
    ]);
    expect(paid).toEqual([["on", answer, 2000]]);
  });

  test("so it is with a customer whom the team gives to them, and a code of another's changes nothing", () => {
    const id = formProgram(basis, [ann]).only().id;
    const jo = { key: "jo@new.test", name: "Jo", partner: id, createdOn: "2026-01-10" };
    const { said, paid } = play(
      [
        sale("a", "2026-01-20", {}),
        sale("b", "2026-02-05", {}),
        sale("c", "2026-01-21", { code: "SAM10" }),
      ],
      [jo],
    );
    expect(said.map(([name, partner]) => [name, partner])).toEqual([
      ["a", null],
      ["b", id],
      ["c", null],
    ]);
    expect(paid).toEqual([["b", id, 2000]]);
  });
});

describe("the form's tab", () => {
  test("that is gone, or asks other questions, is told on Home, and no run takes anything from it", () => {
    const form = formProgram(basis, [ann]);
    form.act(run, { kind: "daily" });
    expect(form.rows("transactions")).toEqual([]);
    form.world.tab = undefined;
    expect(form.act(home, {}).problems[0]?.message).toContain("is gone");
    form.answers([ann], ["Timestamp", "Other"]);
    expect(form.act(home, {}).problems[0]?.message).toContain("have changed");
    expect(form.act(listApplications, {})).toMatchObject({ rows: [], tabs: ["Form"] });
    const both = formProgram(basis, [ann]);
    both.act(declineApplication, { ...key(both.only()), reason: "no" });
    // A further question, which nobody answered: what was decided stays.
    const more = [...headers, "Country"];
    both.answers([ann], more);
    both.act(keepStandingImport, {
      tab: "Form",
      headers: fingerprintOf(more),
      map: keptText({ lines: "applications", targets: [...targets, "answer"] }),
    });
    expect(both.waits()).toBe(0);
  });

  test("a header row is the first line, whatever answers say", () => {
    const evil = ["date", "email", "name", "amount", "customer", "currency", "status"];
    expect(formProgram(basis, [evil, ann]).list()).toHaveLength(2);
  });
});

const nasty = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.constantFrom(
    "",
    '=IMPORTXML("http://x")',
    "+1",
    "@SUM(A1)",
    "<img src=x onerror=alert(1)>",
    "\u202eabc",
    "a\u0000b\u0007",
    "x".repeat(50_000),
    "line\nbreak\ttab",
    '"quoted"',
    "timestamp",
    "#REF!",
    "ann@shop.test",
    "a@b.test,victim@c.test",
  ),
);
law(
  "whatever answers say, each waits once, decided ones stay decided, and a reply stays under 100 kB",
  fc.tuple(
    fc.array(
      fc.tuple(fc.integer({ min: 1, max: 28 }), fc.array(nasty, { minLength: 6, maxLength: 6 })),
      {
        maxLength: 6,
      },
    ),
    fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  ),
  ([lines, accepts]) => {
    const all = lines.map(([d, cells]) => [
      `2026-01-${String(d).padStart(2, "0")} 10:00:00`,
      ...cells,
    ]);
    const form = formProgram(basis, all);
    const { rows } = form.act(listApplications, {});
    expect(JSON.stringify(rows).length).toBeLessThan(100_000);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(form.waits()).toBe(all.length);
    expect(JSON.stringify(rows.map(({ said, name }) => [said, name]))).not.toMatch(
      /\p{Cc}|\u202e|\\u00/u,
    );
    let left = all.length;
    for (let n = 0; left > 0; n++) {
      const [row] = form.list();
      if (!row) throw new Error("an answer is lost");
      const joins = {
        ...key(row),
        name: row.name || "Nobody",
        email: row.email,
        codes: row.code,
      };
      const accepted =
        accepts[n] && refusal(() => form.act(acceptApplication, joins)) === "not refused";
      if (!accepted) form.act(declineApplication, { ...key(row), reason: "no" });
      const now = form.waits();
      expect(now).toBeLessThan(left);
      left = now;
      form.answers([...all].reverse());
    }
    expect(form.list(true)).toHaveLength(all.length);
  },
);

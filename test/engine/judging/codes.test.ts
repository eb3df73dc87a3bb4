import type { Program } from "../../../src/engine/program/program";
import { explainEvent } from "../../../src/engine/usecases/events/explain-event";
import { judgeAsBlank, run } from "../../../src/engine/usecases/program/run";
import { undoRun } from "../../../src/engine/usecases/program/undo-run";
import { carryOut, envOn, recordsOf } from "../../support/program";
import {
  customer,
  judgeOn,
  outcomeOf,
  paid,
  partner,
  programWith,
  sale,
  trigger,
  typed,
} from "./judge-on";

const partners = [
  partner({ key: "sam", name: "Sam", codes: "SAM10, Sam-Summer" }),
  partner({ key: "kim", name: "Kim", codes: "kim5; 2024", codesUntil: "2026-02-10" }),
];
const rate = trigger("rate", { percent: "10" });
const welcome = trigger("hello", { amount: 5, event: "customer created", order: 2 });
const play = (
  transactions: Parameters<typeof programWith>[0]["transactions"],
  {
    customers = [],
    on = "2026-02-20",
    ...more
  }: { customers?: never[]; on?: string; partners?: object[] } = {},
) =>
  judgeOn(
    programWith({
      partners,
      customers,
      triggers: [rate, welcome],
      transactions: transactions ?? [],
      ...(more as object),
    }),
    on,
  );
const who = ({ program }: ReturnType<typeof play>) =>
  recordsOf(program, "customers").map(({ key, partner: of, code, createdOn }) => [
    key,
    of,
    code,
    createdOn.day,
  ]);

test("a sale with a known code and an unknown customer makes the customer, judged before it (IMPORT-6)", () => {
  const played = play([sale("s", "2026-02-03", 100, { customer: "Jo@New.test", code: "sam10" })]);
  expect(who(played)).toEqual([["jo@new.test", "sam", "SAM10", "2026-02-03"]]);
  expect(recordsOf(played.program, "customers")[0]?.email).toBe("jo@new.test");
  expect([...paid(played.program)].sort()).toEqual([
    "jo@new.test: 5.00 pending",
    "s: 10.00 pending",
  ]);
  const whys = recordsOf(played.program, "rewards").map(({ why }) => why);
  expect(whys).toMatchObject([
    { notes: [{ kind: "code", code: "SAM10" }] },
    { notes: [{ kind: "code", code: "SAM10" }] },
  ]);
  expect(played.problems).toEqual([]);
});

test("the earliest sale with a code says whose the customer is, whatever the order of the rows", () => {
  const rows = [
    sale("c", "2026-02-05", 100, { customer: "jo@new.test", code: "kim5" }),
    sale("b", "2026-02-04", 100, { customer: "JO@new.test", code: "SAM10" }),
    sale("a", "2026-02-03", 100, { customer: "jo@new.test" }),
  ];
  for (const order of [rows, [...rows].reverse()]) {
    const played = play(order);
    expect(who(played)).toEqual([["jo@new.test", "sam", "SAM10", "2026-02-04"]]);
    expect(outcomeOf(played.program, "c")).toMatch(
      /the code “kim5” is another partner's \(kim\), and changes nothing/,
    );
  }
});

test("a code binds a customer who has no partner, from that sale on", () => {
  const known = [customer({ key: "acme", partner: "", createdOn: "2026-01-10" })];
  const before = play([sale("a", "2026-02-01", 100)], {
    customers: known as never,
    on: "2026-02-01",
  });
  expect(outcomeOf(before.program, "a")).toBe("no partner");
  const { program } = judgeOn(
    typed(before.program, {
      transactions: [sale("b", "2026-02-02", 100, { code: "SAM10" }), sale("c", "2026-02-03", 100)],
    }),
    "2026-02-03",
  );
  expect(paid(program)).toEqual(["b: 10.00 pending", "c: 10.00 pending"]);
  expect(recordsOf(program, "customers")[0]).toMatchObject({ partner: "sam", code: "SAM10" });
});

test("a customer with a code and no partner is its partner's", () => {
  const known = [customer({ key: "acme", partner: "", code: "2024", createdOn: "2026-01-10" })];
  const played = play([sale("a", "2026-02-15", 100)], { customers: known as never });
  // It joined while the code worked, so that sales after its end count.
  expect(recordsOf(played.program, "customers")[0]).toMatchObject({ partner: "kim", code: "2024" });
  expect([...paid(played.program)].sort()).toEqual(["a: 10.00 pending", "acme: 5.00 pending"]);
});

test.each([
  ["an unknown code", "SAM1O", "SAM1O", /no partner has the code “SAM1O”; the nearest is “SAM10”/],
  [
    "a code of two partners",
    "kim5",
    "kim5",
    /more than one partner has the code “kim5” \(kim, bo\)/,
  ],
])("%s waits at its cell, for a new customer as for one without a partner", (_, code, __, says) => {
  const both = [...partners, partner({ key: "bo", codes: "KIM5" })];
  const acme = customer({ key: "acme", partner: "" });
  for (const name of ["acme", "new@x.test"]) {
    const { program, problems } = play([sale("s", "2026-02-03", 100, { customer: name, code })], {
      customers: [acme] as never,
      partners: both,
    });
    expect(recordsOf(program, "customers")).toHaveLength(1);
    expect(recordsOf(program, "transactions")[0]?.judged).toBeNull();
    expect(problems).toMatchObject([{ at: { table: "Transactions", row: "s", column: "Code" } }]);
    expect(problems[0]?.message).toMatch(says);
  }
  // A customer who has a partner needs no code.
  const owned = play([sale("s", "2026-02-03", 100, { code })], {
    customers: [customer({ key: "acme", partner: "sam" })] as never,
    partners: both,
  });
  expect(paid(owned.program)).toContain("s: 10.00 pending");
  expect(outcomeOf(owned.program, "s")).toMatch(says);
});

test("after Codes until, and after its partner is archived, a code finds nobody", () => {
  const acme = customer({ key: "acme", partner: "" });
  const late = play([sale("s", "2026-02-11", 100, { code: "kim5" })], {
    customers: [acme] as never,
  });
  expect(outcomeOf(late.program, "s")).toMatch(/^no partner · the code “kim5” ended on /);
  const last = play([sale("s", "2026-02-10", 100, { code: "kim5" })], {
    customers: [acme] as never,
  });
  expect(paid(last.program)).toContain("s: 10.00 pending");
  const gone = [
    partner({ key: "sam", codes: "SAM10", status: "archived", archivedOn: "2026-02-04" }),
  ];
  const left = play(
    [
      sale("a", "2026-02-04", 100, { customer: "a@x.test", code: "SAM10" }),
      sale("b", "2026-02-05", 100, { customer: "b@x.test", code: "SAM10" }),
    ],
    { partners: gone },
  );
  expect(who(left)).toEqual([["a@x.test", "sam", "SAM10", "2026-02-04"]]);
  expect(paid(left.program)).toContain("a: 10.00 pending");
  expect(outcomeOf(left.program, "b")).toMatch(/^waits: no usable customer/);
});

test("an error value in Code waits where the code decides, and not where it doesn't", () => {
  const acme = (more: object) => [customer({ key: "acme", ...more })] as never;
  const rows = [sale("s", "2026-02-03", 100, { code: "#N/A" })];
  const waits = play(rows, { customers: acme({ partner: "" }) });
  expect(outcomeOf(waits.program, "s")).toBe("waits: Code is #N/A");
  const asks = (program: Program, key = "s") => {
    const { output } = carryOut(program, explainEvent, { event: key }, envOn("2026-02-03"));
    return (output as { canJudgeAsBlank: boolean }).canJudgeAsBlank;
  };
  expect(asks(waits.program)).toBe(true);
  const blank = carryOut(waits.program, judgeAsBlank, { event: "s" }, envOn("2026-02-03")).program;
  expect(outcomeOf(blank, "s")).not.toMatch(/waits/);
  expect(asks(blank)).toBe(false);
  // Nothing is offered that changes nothing: nobody is called so, or the customer's own Code is the error.
  expect(asks(play([{ ...rows[0], customer: "nobody" } as never]).program)).toBe(false);
  const own = play(rows, { customers: acme({ partner: "", code: "#REF!" }) }).program;
  expect([asks(own), asks(own, "acme")]).toEqual([false, true]);
  expect(paid(play(rows, { customers: acme({ partner: "sam" }) }).program)).toContain(
    "s: 10.00 pending",
  );
});

test("nobody is added for a customer whose row can't be read, who is named twice, or for an archived sale", () => {
  const customers = [
    customer({ key: "bad", email: "bad@x.test", createdOn: "soon", partner: "" }),
    customer({ key: "one", email: "twin@x.test" }),
    customer({ key: "two", email: "twin@x.test" }),
  ];
  const code = "SAM10";
  const { program } = play(
    [
      sale("a", "2026-02-03", 100, { customer: "bad@x.test", code }),
      sale("b", "2026-02-03", 100, { customer: "twin@x.test", code }),
      sale("c", "2026-02-03", 100, { customer: "c@x.test", code, status: "archived" }),
      sale("d", "2026-02-03", 100, { customer: "d@x.test", code, refundOf: "a" }),
      sale("e", "2026-02-21", 100, { customer: "e@x.test", code }),
    ],
    { customers: customers as never },
  );
  expect(program.tables.customers?.rows).toHaveLength(3);
});

test("undoing the run takes the customers that codes made away, and the partner that a code gave", () => {
  const acme = customer({ key: "acme", partner: "", createdOn: "2026-01-10" });
  const before = programWith({
    partners,
    customers: [acme],
    triggers: [rate],
    transactions: [
      sale("a", "2026-02-03", 100, { customer: "new@x.test", code: "SAM10" }),
      sale("b", "2026-02-03", 100, { code: "SAM10" }),
    ],
  });
  const env = envOn("2026-02-03");
  const after = carryOut(before, run, { kind: "daily" }, env).program;
  expect(recordsOf(after, "customers").map((each) => each.partner)).toEqual(["sam", "sam"]);
  const input = { changedToo: null, run: null, confirmed: true };
  const undone = carryOut(after, undoRun, input, env).program;
  expect(
    recordsOf(undone, "customers").map(({ key, partner: of, code }) => [key, of, code]),
  ).toEqual([["acme", null, null]]);
  expect(paid(undone)).toEqual([]);
});

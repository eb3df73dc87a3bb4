import { isPossibleSelfReferral } from "../../../src/engine/judging/self-referral";
import { begin } from "../../../src/engine/program/work";
import { recordsOf } from "../../support/program";
import {
  customer,
  judgeOn,
  outcomeOf,
  paid,
  partner,
  programWith,
  retyped,
  sale,
  trigger,
  typed,
} from "./judge-on";

const flat = trigger("flat", { amount: 20 });

describe("who earns nothing", () => {
  test("an event before the program start is history: it counts, and earns nothing", () => {
    const program = programWith({
      settings: [{ key: "program start", value: "2026-02-01" }],
      triggers: [flat],
      transactions: [sale("S1", "2026-01-31", 100), sale("S2", "2026-02-01", 100)],
    });
    const after = judgeOn(program, "2026-02-01").program;
    expect(paid(after)).toEqual(["S2: 20.00 pending"]);
    expect(outcomeOf(after, "S1")).toBe("before program start");
    expect(recordsOf(after, "transactions").map(({ judged }) => judged)).toMatchObject([
      { key: "S1", day: "2026-02-01", number: 1, acted: [] },
      { key: "S2", day: "2026-02-01", number: 2, acted: ["flat"] },
    ]);
  });

  test.each([
    ["partner", { partners: [partner({ status: "archived", archivedOn: "2026-01-20" })] }],
    ["customer", { customers: [customer({ status: "archived", archivedOn: "2026-01-20" })] }],
  ])("an event whose %s is archived earns nothing, and is not judged again later", (who, given) => {
    const table = who === "partner" ? "partners" : "customers";
    const key = who === "partner" ? "ann" : "acme";
    const program = programWith({
      ...given,
      triggers: [flat],
      transactions: [sale("S1", "2026-02-01", 100)],
    });
    const first = judgeOn(program, "2026-02-01").program;
    const revived = retyped(first, table, key, { status: "active", archivedOn: "" });
    const second = judgeOn(revived, "2026-02-02");
    expect(outcomeOf(first, "S1")).toBe(`${who} is archived`);
    expect(second.judged).toBe(0);
    expect(paid(second.program)).toEqual([]);
  });

  test("a customer without a partner is judged as no partner", () => {
    const program = programWith({
      customers: [customer({ partner: "" })],
      triggers: [flat],
      transactions: [sale("S1", "2026-02-01", 100)],
    });
    const { program: after, problems } = judgeOn(program, "2026-02-01");
    expect(outcomeOf(after, "S1")).toBe("no partner");
    expect(problems).toEqual([]);
    expect(recordsOf(after, "transactions")[0]?.judged).toMatchObject({
      key: "S1",
      day: "2026-02-01",
      number: 1,
      acted: [],
    });
  });

  test("a test partner or customer is judged and shown, and makes nothing", () => {
    for (const given of [
      { partners: [partner({ test: "yes" })] },
      { customers: [customer({ test: "yes" })] },
    ]) {
      const program = programWith({
        ...given,
        triggers: [flat],
        transactions: [sale("S1", "2026-02-01", 100)],
      });
      const after = judgeOn(program, "2026-02-01").program;
      expect(outcomeOf(after, "S1")).toBe("test: “Trigger flat” would grant 20.00 USD");
      expect(recordsOf(after, "transactions")[0]?.judged).toMatchObject({
        key: "S1",
        day: "2026-02-01",
        number: 1,
        acted: [],
      });
      expect(paid(after)).toEqual([]);
    }
  });
});

describe("what waits", () => {
  test("an event dated after today waits until its day", () => {
    const program = programWith({
      triggers: [flat],
      transactions: [sale("S1", "2026-02-03", 100)],
    });
    const before = judgeOn(program, "2026-02-02").program;
    const after = judgeOn(before, "2026-02-03").program;
    expect(outcomeOf(before, "S1")).toBe("waits until 2026-02-03");
    expect(paid(before)).toEqual([]);
    expect(paid(after)).toEqual(["S1: 20.00 pending"]);
  });

  test("an unknown customer is a problem at its cell and waits", () => {
    const program = programWith({
      triggers: [flat],
      transactions: [
        sale("S1", "2026-02-01", 100, { customer: "acmee" }),
        sale("S2", "2026-02-01", 100),
      ],
    });
    const before = judgeOn(program, "2026-02-01");
    expect(before.problems).toEqual([
      {
        code: "REFERENCE_UNKNOWN",
        at: { table: "Transactions", row: "S1", column: "Customer" },
        message: "There is no usable customer “acmee”, so this transaction waits.",
      },
    ]);
    expect(paid(before.program)).toEqual(["S2: 20.00 pending"]);
    const put = retyped(before.program, "transactions", "S1", { customer: "acme" });
    const after = judgeOn(put, "2026-02-02");
    expect(after.problems).toEqual([]);
    expect(paid(after.program)).toEqual(["S1: 20.00 pending", "S2: 20.00 pending"]);
  });

  test("an unknown partner is one problem at the customer's cell, and all its events wait", () => {
    const program = programWith({
      customers: [customer({ partner: "nobody" })],
      triggers: [flat],
      transactions: [sale("S1", "2026-02-01", 100), sale("S2", "2026-02-01", 100)],
    });
    const { problems, judged, program: after } = judgeOn(program, "2026-02-01");
    expect(problems.map(({ at }) => at)).toEqual([
      { table: "Customers", row: "acme", column: "Partner" },
    ]);
    expect(judged).toBe(0);
    expect(outcomeOf(after, "S1")).toBe("waits: no usable partner “nobody”");
  });
});

describe("what is put on hold", () => {
  test("an event more than 60 days before the last day lived makes a held reward (TIME-7)", () => {
    const program = programWith({
      triggers: [flat],
      transactions: [sale("S1", "2026-01-29", 100), sale("S2", "2026-01-30", 100)],
    });
    const after = judgeOn(program, "2026-04-01").program;
    expect(paid(after)).toEqual(["S1: 20.00 held", "S2: 20.00 pending"]);
    expect(recordsOf(after, "rewards").find(({ key }) => key === "S1/flat")?.reason).toBe(
      "late event",
    );
    expect(outcomeOf(after, "S1")).toBe("“Trigger flat” granted 20.00 USD; held: late event");
  });

  test("a customer with the partner's company domain makes a held reward, and a drip whose parts are held", () => {
    const program = programWith({
      customers: [customer({ email: "Boss@Example.com" })],
      triggers: [
        flat,
        trigger("drip", { action: "start a drip", amount: 5, occurrences: 2, cycle: 1 }),
      ],
      transactions: [sale("S1", "2026-02-01", 100)],
    });
    const after = judgeOn(program, "2026-02-01").program;
    expect(recordsOf(after, "rewards")[0]?.reason).toBe("possible self-referral");
    expect(recordsOf(after, "drips")[0]?.heldReason).toEqual([{ cause: "possible self-referral" }]);
  });

  const others = begin(
    programWith({
      partners: [
        partner({ key: "ann", email: "" }),
        partner({
          key: "alias",
          email: "second@home.test",
          accountReference: "de02 1203 0000 0000 2020 51",
        }),
        partner({ key: "payer", email: "third@other.test", paymentEmail: "cash@gmail.com" }),
      ],
    }),
  );
  const isSelf = (ours: object, email: string | null, extra: object = {}) =>
    isPossibleSelfReferral(
      others,
      { key: "ann", email: null, paymentEmail: null, accountReference: null, ...ours },
      { email, extra } as never,
    );

  test("a shared public mail domain means nothing; the same address does", () => {
    expect(isSelf({ email: "a@gmail.com" }, "b@gmail.com")).toBe(false);
    expect(isSelf({ email: "a@gmail.com" }, "A@Gmail.com")).toBe(true);
    expect(isSelf({ email: "a@acme.test" }, "b@acme.test")).toBe(true);
    expect(isSelf({ email: "a@acme.test" }, "b@notacme.test")).toBe(false);
    expect(isSelf({}, null)).toBe(false);
    expect(isSelf({ email: "a@acme.test" }, null)).toBe(false);
    expect(isPossibleSelfReferral(others, { key: "x", email: "a@b.test" } as never, null)).toBe(
      false,
    );
  });

  test.each([
    ["ann.lee@gmail.com", "annlee@gmail.com"],
    ["annlee@gmail.com", "Ann.Lee+shop@googlemail.com"],
    ["annlee+x@gmail.com", "a.n.n.l.e.e+y@gmail.com"],
    ["ann+partner@outlook.com", "ann@outlook.com"],
    ["ann@outlook.com", "\u200bann+1+2@OUTLOOK.com"],
    ["ann@outlook.com", "ann@outlook.com."],
    ["ann@outlook.com", "“ann@Outlook.com”,"],
    ["ann@outlook.com", "ａｎｎ@outlook.com"],
  ])("%s and %s are one mailbox (JUDGE-15)", (ours, theirs) => {
    expect(isSelf({ email: ours }, theirs)).toBe(true);
    expect(isSelf({ paymentEmail: ours }, theirs)).toBe(true);
    expect(isSelf({ email: theirs }, ours)).toBe(true);
  });

  test.each([
    ["ann.lee@outlook.com", "annlee@outlook.com"],
    ["ann@gmail.com", "ann@gmail.com.evil.test"],
    ["ann@gmail.com", "anne@gmail.com"],
    ["+a@gmail.com", "b@gmail.com"],
  ])("%s and %s are two", (ours, theirs) => {
    expect(isSelf({ email: ours, paymentEmail: ours }, theirs)).toBe(false);
  });

  test("the payment e-mail's company domain counts too", () => {
    expect(isSelf({ email: "a@gmail.com", paymentEmail: "pay@acme.test" }, "jo@acme.test")).toBe(
      true,
    );
  });

  test("a customer who is another partner with the same account or mailbox is detected", () => {
    const account = { accountReference: "DE02-1203-0000-0000-2020-51" };
    expect(isSelf(account, "second@home.test")).toBe(true);
    expect(isSelf({ accountReference: "DE88 1203 0000 0000 2020 51" }, "second@home.test")).toBe(
      false,
    );
    expect(isSelf({ paymentEmail: "c.ash@googlemail.com" }, "third@other.test")).toBe(true);
    expect(isSelf({ accountReference: "n/a" }, "x@y.test")).toBe(false);
  });

  test("so is one whose row has the same account in a column of the team's own", () => {
    const ours = { accountReference: "DE02 1203 0000 0000 2020 51" };
    expect(isSelf(ours, null, { IBAN: "de02120300000000202051" })).toBe(true);
    expect(isSelf(ours, null, { IBAN: "DE88120300000000202051", Region: "EU" })).toBe(false);
    expect(isSelf({ accountReference: "1" }, null, { Seats: 1 })).toBe(false);
  });

  test("a sale to oneself by another address makes a held reward", () => {
    const program = programWith({
      partners: [partner({ paymentEmail: "ann.pays@gmail.com" })],
      customers: [customer({ email: "annpays+shop@googlemail.com" })],
      triggers: [flat],
      transactions: [sale("S1", "2026-02-01", 100)],
    });
    expect(paid(judgeOn(program, "2026-02-01").program)).toEqual(["S1: 20.00 held"]);
  });
});

test("a transaction follows the partner its customer had when it was judged", () => {
  const program = programWith({
    partners: [partner(), partner({ key: "bob", name: "Bob", email: "bob@other.test" })],
    triggers: [flat],
    transactions: [sale("S1", "2026-02-01", 100)],
  });
  const first = judgeOn(program, "2026-02-01").program;
  const moved = retyped(first, "customers", "acme", { partner: "bob" });
  const second = judgeOn(
    typed(moved, { transactions: [sale("S2", "2026-02-02", 100)] }),
    "2026-02-02",
  ).program;
  expect(recordsOf(second, "transactions").map(({ partner: who }) => who)).toEqual(["ann", "bob"]);
  expect(recordsOf(second, "rewards").map(({ partner: who }) => who)).toEqual(["ann", "bob"]);
});

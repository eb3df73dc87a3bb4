import fc from "fast-check";
import { changesSince } from "../../../src/engine/judging/judged-as";
import { begin } from "../../../src/engine/program/work";
import { whyNothing } from "../../../src/engine/sales/nothing-earned";
import { disguised } from "../../support/disguises";
import { recordsOf } from "../../support/program";
import {
  customer,
  judgeOn,
  outcomeOf,
  paid,
  programWith,
  retyped,
  sale,
  trigger,
  typed,
} from "./judge-on";

const rate = trigger("rate", { percent: "10" });
const two = [
  customer({ key: "acme", email: "jo@acme.test", externalId: "cus_Stripe9" }),
  customer({ key: "oak", email: "Kim@Oak.test", externalId: "77" }),
];
const judged = (customers: typeof two, name: string | number) =>
  judgeOn(
    programWith({
      customers,
      triggers: [rate],
      transactions: [sale("s", "2026-02-01", 100, { customer: name })],
    }),
    "2026-02-01",
  );

test.each([
  ["its key", "acme"],
  ["its e-mail", "jo@acme.test"],
  ["its e-mail as a mail program writes it", " Jo Doe <JO@Acme.TEST>"],
  ["its external id", "cus_Stripe9"],
])("a sale may name its customer by %s (IMPORT-5)", (_, name) => {
  const { program, problems } = judged(two, name);
  expect(problems).toEqual([]);
  expect(paid(program)).toEqual(["s: 10.00 pending"]);
  expect(recordsOf(program, "rewards")[0]?.customer).toBe("acme");
  expect(program.tables.transactions?.rows[0]?.raw.cells.customer).toBe(name);
});

test("an id that is a number in both cells is the same", () => {
  expect(recordsOf(judged(two, 77).program, "rewards")[0]?.customer).toBe("oak");
});

test("a key wins over an e-mail or external id", () => {
  const both = [...two, customer({ key: "kim@oak.test", partner: "", email: "" })];
  const { program } = judged(both, "kim@oak.test");
  expect(outcomeOf(program, "s")).toBe("no partner");
});

test("what may be two customers waits, and says so; a customer gone bad is nobody else", () => {
  const alike = [...two, customer({ key: "elm", email: "JO@acme.test" })];
  const { program, problems } = judged(alike, "jo@acme.test");
  expect(paid(program)).toEqual([]);
  expect(problems.map(({ at, message }) => [at.column, message])).toEqual([
    [
      "Customer",
      "There is more than one customer with the e-mail or external id “jo@acme.test” (acme, elm). Name one by its key, so this transaction waits.",
    ],
  ]);
  const bad = [customer({ key: "acme", createdOn: "soon" })];
  expect(outcomeOf(judged(bad, "jo@acme.test").program, "s")).toMatch(/no usable customer “acme”/);
});

test("a judged sale stays with its customer when that one's e-mail changes", () => {
  const { program } = judged(two, "jo@acme.test");
  const moved = retyped(program, "customers", "acme", { email: "new@acme.test" });
  const row = recordsOf(moved, "transactions")[0];
  expect(row?.customer).toBe("acme");
  expect(row && changesSince(begin(moved), "transactions", row)).toEqual([]);
  // The next sale, by its new name, is this customer's second one.
  const more = typed(moved, {
    transactions: [sale("t", "2026-02-03", 100, { customer: "new@acme.test" })],
  });
  expect(paid(judgeOn(more, "2026-02-03").program)).toHaveLength(2);
  const other = typed(moved, { customers: [customer({ key: "ash", email: "jo@acme.test" })] });
  const now = recordsOf(other, "transactions")[0];
  expect(now && changesSince(begin(other), "transactions", now)).toEqual([
    { column: "Customer", was: "acme", now: "ash" },
  ]);
  expect(now && whyNothing(begin(other), now, () => true)).toBeUndefined();
});

test("names, however written, mean the customer that a plain comparison finds", () => {
  const word = fc.constantFrom("a", "b", "c", "a@x.test", "b@x.test", "A@X.test");
  const cell = fc.option(word, { nil: "" });
  const person = fc.record({ key: word, email: cell, externalId: cell });
  const people = fc.uniqueArray(person, { selector: ({ key }) => key, maxLength: 4 });
  fc.assert(
    fc.property(
      people,
      word.chain((name) => fc.tuple(fc.constant(name), disguised(name))),
      (list, [name, cell]) => {
        const isMail = (text: string) => text.includes("@");
        const rows = list.map((each) => ({ ...each, email: isMail(each.email) ? each.email : "" }));
        const same = (a: string) => isMail(a) && a.toLowerCase() === name.toLowerCase();
        const own = [name, isMail(name) ? name.toLowerCase() : name].find((said) =>
          rows.some(({ key }) => key === said),
        );
        const wanted =
          own !== undefined
            ? [own]
            : rows
                .filter(
                  ({ key, email, externalId }) =>
                    externalId === name ||
                    same(email) ||
                    same(key) ||
                    (isMail(externalId) && externalId === name.toLowerCase()),
                )
                .map(({ key }) => key);
        const { program } = judged(
          rows.map((each) => customer(each)) as unknown as typeof two,
          cell,
        );
        const found = recordsOf(program, "rewards").map((each) => each.customer);
        expect(found).toEqual(wanted.length === 1 ? wanted : []);
      },
    ),
    { numRuns: 150 },
  );
});

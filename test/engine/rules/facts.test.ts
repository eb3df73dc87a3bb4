import { countsOf } from "../../../src/engine/judging/count";
import { type EventRow, eventOf } from "../../../src/engine/judging/events";
import { markAsLived } from "../../../src/engine/judging/mark";
import type { Program } from "../../../src/engine/program/program";
import { begin, type Work } from "../../../src/engine/program/work";
import { factsOf } from "../../../src/engine/rules/facts";
import { factsAt } from "../../../src/engine/rules/facts-at";
import type { ProgramEvent } from "../../../src/engine/rules/program-event";
import { createFinder } from "../../../src/engine/sales/who";
import { envOn } from "../../support/program";
import {
  customer,
  judgeOn,
  partner,
  programWith,
  rules,
  sale,
  trigger,
  typed,
} from "../judging/judge-on";

const env = envOn("2026-12-31");

/** The event of a row that is not judged yet. */
function newEvent(work: Work, key: string): ProgramEvent {
  for (const table of ["transactions", "actions", "customers"] as const) {
    const row = work.get(table, key);
    const of = { table, row } as EventRow;
    const event = row && eventOf(work, createFinder(work), of, () => env.today);
    if (event && !("waits" in event)) return event;
  }
  throw new Error(`${key} is no event`);
}

/** The value of each fact when the event with this key is judged, after all that is judged already. */
function valuesAt(program: Program, key: string, ids: readonly string[]): readonly unknown[] {
  const work: Work = begin(program);
  const event = newEvent(work, key);
  markAsLived({ work, env, livedUntil: env.today }, event);
  const facts = factsAt(event, factsOf(program), countsOf(work), program.context);
  return ids.map((id) => facts.valueOf(id));
}

describe("columns as facts", () => {
  const program = programWith({
    partners: [partner({ group: "gold", Region: "EU" })],
    customers: [
      customer({
        Plan: "pro",
        Seats: 12,
        Trial: true,
        Renewal: { day: "2026-06-01", time: "" } as never,
      }),
    ],
    transactions: [
      sale("S1", "2026-03-10", 1500, { currency: "JPY", product: "Seat", Channel: "" }),
    ],
  });

  test("are those of the transaction, its customer and its partner, the team's own among them", () => {
    const ids = [
      "transaction.Amount",
      "transaction.Currency",
      "transaction.Product",
      "transaction.Date",
      "transaction.Channel",
      "customer.Plan",
      "customer.Seats",
      "customer.Trial",
      "customer.Renewal",
      "customer.Created on",
      "partner.Group",
      "partner.Region",
      "partner.Test",
      "partner.Archived on",
    ];
    expect(valuesAt(program, "S1", ids)).toEqual([
      1500,
      "JPY",
      "Seat",
      "2026-03-10",
      null,
      "pro",
      12,
      true,
      "2026-06-01",
      "2026-01-15",
      "gold",
      "EU",
      false,
      null,
    ]);
  });

  test("leave out the program's own columns", () => {
    const ids = [...factsOf(program).keys()];
    expect(ids).not.toContain("transaction.Judged");
    expect(ids).not.toContain("partner.Problems");
  });
});

describe("computed facts", () => {
  const earlier = judgeOn(
    programWith({
      partners: [partner(), partner({ key: "bob", name: "Bob", email: "b@bob.test" })],
      customers: [
        customer({ createdOn: "2026-01-31" }),
        customer({ key: "bolt", name: "Bolt", email: "x@bolt.test", createdOn: "2026-03-02" }),
        customer({
          key: "tess",
          name: "Tess",
          email: "x@tess.test",
          createdOn: "2026-03-03",
          test: "yes",
        }),
      ],
      triggers: [
        trigger("share", { percent: "10" }),
        trigger("drip", { action: "start a drip", amount: 7, occurrences: 2, cycle: 1 }),
      ],
      transactions: [
        sale("S1", "2026-02-01", 100),
        sale("S2", "2026-03-01", 50, { currency: "EUR" }),
        sale("S3", "2026-03-02", 30, { customer: "bolt" }),
        sale("S4", "2026-03-03", 400, { customer: "tess" }),
        sale("S5", "2026-03-04", 999, { status: "archived" }),
        sale("R1", "2026-03-05", -40, { refundOf: "S1" }),
        sale("R2", "2026-03-05", -500, { refundOf: "S3" }),
      ],
    }),
    "2026-03-09",
  ).program;
  const at = (key: string, ids: readonly string[], more: Parameters<typeof sale>[3] = {}) =>
    valuesAt(typed(earlier, { transactions: [sale(key, "2026-03-31", 200, more)] }), key, ids);

  test("number the customer's transactions, this one included, without refunds and archived ones", () => {
    expect(at("S9", ["transaction.number", "customer.transactions"])).toEqual([3, 3]);
    expect(at("S9", ["transaction.number"], { customer: "tess" })).toEqual([2]);
  });

  test("add up revenue in the event's currency, net of refunds, which never exceed their sale", () => {
    expect(at("S9", ["customer.revenue", "partner.revenue", "partner.revenue this month"])).toEqual(
      [260, 260, 200],
    );
    expect(at("S9", ["customer.revenue", "partner.revenue"], { currency: "EUR" })).toEqual([
      250, 250,
    ]);
  });

  test("give what the customer kept of a transaction: all of it, since refunds come after it (TIME-5)", () => {
    const refunded = typed(earlier, {
      transactions: [
        sale("S9", "2026-03-31", 200),
        sale("R9", "2026-04-02", 50, { refundOf: "S9" }),
      ],
    });
    expect(valuesAt(refunded, "S9", ["transaction.Amount", "transaction.kept"])).toEqual([
      200, 200,
    ]);
  });

  test("count a partner's customers, in all and in the event's month, test ones apart", () => {
    expect(at("S9", ["partner.customers", "partner.customers this month"])).toEqual([2, 1]);
  });

  test("add up what the partner was granted in the event's currency, without drip occurrences", () => {
    expect(at("S9", ["partner.rewards", "partner.rewards this month"])).toEqual([6, 0]);
  });

  test("measure time at the event's date, in whole months and days", () => {
    const ids = ["customer.months since sign-up", "partner.days since joining"];
    expect(at("S9", ids)).toEqual([2, 454]);
    expect(
      valuesAt(typed(earlier, { transactions: [sale("S8", "2026-02-27", 1)] }), "S8", ids),
    ).toEqual([0, 422]);
    expect(
      valuesAt(typed(earlier, { transactions: [sale("S7", "2026-02-28", 1)] }), "S7", ids),
    ).toEqual([1, 423]);
  });

  test("are calculated only when a rule needs them, and once per event", () => {
    const work: Work = begin(typed(earlier, { transactions: [sale("S9", "2026-03-31", 200)] }));
    const event = newEvent(work, "S9");
    const counts = countsOf(work);
    const asked: string[] = [];
    const watched = {
      ...counts,
      revenueOf: (...given: Parameters<typeof counts.revenueOf>) => {
        asked.push(given[0]);
        return counts.revenueOf(...given);
      },
    };
    const facts = factsAt(event, factsOf(work.program), watched, work.program.context);
    facts.valueOf("transaction.number");
    expect(asked).toEqual([]);
    facts.valueOf("customer.revenue");
    facts.valueOf("customer.revenue");
    expect(asked).toEqual(["acme"]);
  });
});

test("a team's column with the name of a computed fact does not replace it", () => {
  const program = programWith({
    customers: [customer({ revenue: "lots" })],
    transactions: [sale("S1", "2026-03-10", 5)],
  });
  expect(valuesAt(program, "S1", ["customer.revenue"])).toEqual([5]);
});

test("events at once see the same counts as one after the other: two first sales are not both first", () => {
  const first = rules({ all: [{ fact: "customer.transactions", operator: "equal", value: 1 }] });
  const program = programWith({
    triggers: [trigger("first", { amount: 5, rules: first })],
    transactions: [sale("S2", "2026-03-10", 5), sale("S1", "2026-03-10", 5)],
  });
  const { program: after } = judgeOn(program, "2026-03-10");
  expect(after.tables.rewards?.rows.map(({ key }) => key)).toEqual(["S1/first"]);
});

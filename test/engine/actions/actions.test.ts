import { factsOf } from "../../../src/engine/rules/facts";
import { readEndReason } from "../../../src/engine/tables/packed/end-reason";
import { checkTrigger } from "../../../src/engine/triggers/check-trigger";
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
} from "../judging/judge-on";

const rewardsOf = (given: Parameters<typeof programWith>[0], today = "2026-02-01") =>
  recordsOf(judgeOn(programWith(given), today).program, "rewards");

describe("granting a reward", () => {
  test("a percent is of what the customer kept, in the transaction's currency", () => {
    const [reward] = rewardsOf({
      triggers: [trigger("t", { percent: "7.5", currency: "USD" })],
      transactions: [
        sale("S1", "2026-02-01", 1.234, { currency: "kwd" }),
        sale("R1", "2026-02-01", 0.234, { currency: "KWD", refundOf: "S1" }),
      ],
    });
    expect(reward).toMatchObject({
      amount: 75,
      currency: "KWD",
      source: "trigger",
      earnedOn: "2026-02-01",
    });
    expect(reward?.terms).toMatchObject({
      base: 1234,
      percent: 75_000,
    });
  });

  test("a flat amount is in the trigger's own currency, the program's where none is given", () => {
    const rewards = rewardsOf({
      settings: [{ key: "program currency", value: "EUR" }],
      triggers: [trigger("a", { amount: 15, currency: "JPY" }), trigger("b", { amount: 15 })],
      transactions: [sale("S1", "2026-02-01", 100, { currency: "USD" })],
    });
    expect(rewards.map(({ amount, currency }) => [amount, currency])).toEqual([
      [15, "JPY"],
      [1500, "EUR"],
    ]);
    expect(rewards[0]?.terms).toBeNull();
  });

  test("an action is known in any case, as it may be typed", () => {
    const given = {
      triggers: [trigger("t", { action: "Grant A Reward", amount: 5 })],
      transactions: [sale("S1", "2026-02-01", 100)],
    };
    expect(rewardsOf(given)[0]?.amount).toBe(500);
  });

  test("ties are rounded by the program's setting", () => {
    const given = {
      triggers: [trigger("t", { percent: "10" })],
      transactions: [sale("S1", "2026-02-01", 0.25)],
    };
    expect(rewardsOf(given)[0]?.amount).toBe(3);
    expect(
      rewardsOf({ ...given, settings: [{ key: "rounding", value: "half to even" }] })[0]?.amount,
    ).toBe(2);
  });

  test("the partner reads the offer, never the trigger's name", () => {
    const described = (offer: string) =>
      rewardsOf({
        triggers: [trigger("t", { amount: 5, offer })],
        transactions: [sale("S1", "2026-02-01", 1)],
      })[0]?.description;
    expect(described("20 for each sale")).toBe("20 for each sale");
    expect(described("")).toBe("Sale: Acme");
  });

  test("a zero amount makes no row, and the outcome says so", () => {
    const { program } = judgeOn(
      programWith({
        triggers: [trigger("t", { percent: "20" })],
        transactions: [sale("S1", "2026-02-01", 0)],
      }),
      "2026-02-01",
    );
    expect(paid(program)).toEqual([]);
    expect(outcomeOf(program, "S1")).toBe("“Trigger t” comes to zero");
    expect(recordsOf(program, "transactions")[0]?.judged).toMatchObject({
      key: "S1",
      day: "2026-02-01",
      number: 1,
      acted: [],
    });
  });

  test("a reward in another currency than its limit is held", () => {
    const [reward] = rewardsOf({
      triggers: [trigger("t", { percent: "20", limitPerReward: 1, limitCurrency: "USD" })],
      transactions: [sale("S1", "2026-02-01", 100, { currency: "EUR" })],
    });
    expect(reward).toMatchObject({ amount: 2000, status: "held", reason: "limit is in USD" });
  });
});

describe("starting a drip", () => {
  const drip = trigger("d", {
    action: "start a drip",
    percent: "20",
    mode: "split a total",
    delay: 1,
    cycle: 1,
    occurrences: 12,
    limitPerMonth: 100,
  });

  test("freezes all terms in its row and makes no reward itself", () => {
    const { program } = judgeOn(
      programWith({
        triggers: [drip],
        transactions: [sale("S1", "2026-01-15", 1200, { currency: "USD" })],
      }),
      "2026-01-15",
    );
    expect(paid(program)).toEqual([]);
    expect(recordsOf(program, "drips")[0]).toMatchObject({
      key: "drip_S1/d",
      partner: "ann",
      customer: "acme",
      transaction: "S1",
      occurrences: 12,
      currency: "USD",
      amount: null,
      percent: 200_000,
      base: 120_000,
      mode: "split a total",
      rounding: "half away from zero",
      eventDate: "2026-01-15",
      delay: 1,
      delayUnit: "months",
      cycle: 1,
      cycleUnit: "months",
      limitCurrency: "USD",
      limitPerMonth: 10_000,
      limitPerReward: null,
      trigger: "d",
      triggerVersion: 1,
      issued: 0,
    });
    expect(outcomeOf(program, "S1")).toBe(
      "“Trigger d” started a drip of 20 % of 1200.00 USD split in 12",
    );
  });

  test("for a test customer starts none", () => {
    const { program } = judgeOn(
      programWith({
        customers: [{ key: "acme", partner: "ann", createdOn: "2026-01-15", test: "yes" }],
        triggers: [drip],
        transactions: [sale("S1", "2026-01-15", 1200)],
      }),
      "2026-01-15",
    );
    expect(recordsOf(program, "drips")).toEqual([]);
    expect(outcomeOf(program, "S1")).toMatch(/^test: .* would start a drip of 20 %/);
  });
});

test("ending the customer's drips ends those that run, on the event's date", () => {
  const program = programWith({
    triggers: [
      trigger("d", {
        action: "start a drip",
        amount: 5,
        occurrences: 12,
        cycle: 1,
        order: 1,
        until: "2026-02-28",
      }),
      trigger("e", { action: "end the customer's drips", order: 2, from: "2026-03-01" }),
    ],
    transactions: [sale("S1", "2026-02-01", 100)],
  });
  const first = judgeOn(program, "2026-02-01").program;
  const second = judgeOn(
    typed(first, { transactions: [sale("S2", "2026-03-05", 1)] }),
    "2026-03-06",
  ).program;
  expect(recordsOf(first, "drips")[0]?.endsOn).toBeNull();
  expect(recordsOf(second, "drips")[0]).toMatchObject({
    endsOn: "2026-03-05",
    endReason: readEndReason("ended by a trigger"),
  });
  expect(outcomeOf(second, "S2")).toBe("“Trigger e” ended 1 of the customer's drips");
});

describe("a trigger that can't be carried out is refused, with the cell", () => {
  const complaints = (more: Parameters<typeof trigger>[1]) => {
    const program = programWith({ triggers: [trigger("t", more)] });
    const [record] = recordsOf(program, "triggers");
    if (!record) throw new Error("the row itself can't be read");
    const checked = checkTrigger(record, factsOf(program));
    return checked.ok ? [] : checked.problems.map(({ column, message }) => `${column}: ${message}`);
  };
  test.each([
    [{}, "amount: Give an amount, or a percent of the transaction."],
    [{ amount: 1, percent: "1" }, "percent: Give either an amount or a percent, not both."],
    [{ amount: -1 }, "amount: The amount can't be below zero."],
    [{ percent: "100.0001" }, "percent: The percent must be from 0 to 100."],
    [
      { percent: "5", event: "customer created" },
      "percent: A percent needs a transaction, and “customer created” has none. Give an amount instead.",
    ],
    [
      { amount: 1, action: "start a drip", occurrences: 2 },
      "cycle: A drip of more than one occurrence needs a cycle of at least 1.",
    ],
    [
      { action: "give money" },
      "action: “give money” must be one of: grant a reward, start a drip, move the partner to a group, end the customer's drips.",
    ],
    [{ action: "move the partner to a group" }, "group: Name the group to move the partner to."],
    [{ amount: 1, limitPerMonth: -5 }, "limitPerMonth: A limit can't be below zero."],
    [
      { amount: 1, firstEvents: 1, event: "partner joined or changed group" },
      "firstEvents: “First n events” needs a customer, and “partner joined or changed group” has none.",
    ],
  ])("%j", (more, complaint) => {
    expect(complaints(more as never)).toEqual([complaint]);
  });

  test("a drip of one occurrence needs no cycle", () => {
    expect(complaints({ amount: 1, action: "start a drip", occurrences: 1 })).toEqual([]);
  });
});

test("a trigger whose event was changed does not take a reward of another kind of event for its own, and says what to do", () => {
  const given = { customers: [customer({ key: "101" })] };
  const welcome = trigger("w", { amount: 5, event: "customer created" });
  const before = judgeOn(programWith({ ...given, triggers: [welcome] }), "2026-02-01").program;
  const sold = typed(before, { transactions: [sale("101", "2026-02-02", 9, { customer: "101" })] });
  const after = retyped(sold, "triggers", "w", { event: "transaction created" });
  const { program, problems } = judgeOn(after, "2026-02-03");

  expect(recordsOf(program, "transactions")[0]?.outcome).toMatch(/“Trigger w” could not act/);
  expect(problems).toMatchObject([
    {
      code: "TRIGGER_INVALID",
      at: { table: "Triggers", row: "w", column: "Event" },
      message: expect.stringMatching(/Make a copy of the trigger/),
    },
  ]);
});

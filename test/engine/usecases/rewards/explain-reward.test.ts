import fc from "fast-check";
import type { Program } from "../../../../src/engine/program/program";
import { explainReward } from "../../../../src/engine/usecases/rewards/explain-reward";
import { runOn } from "../../../support/run-on";
import {
  customer,
  partner,
  programWith,
  retyped,
  rules,
  sale,
  trigger,
  typed,
} from "../../judging/judge-on";
import { act } from "../act";

const TODAY = "2026-03-20";
const inGroup = (group: string) =>
  rules({ all: [{ fact: "partner.Group", operator: "equal", value: group }] });
const rate = trigger("rate", { name: "Everyone", percent: "20", order: 9, set: "rate" });
const gold = trigger("gold", {
  name: "Gold rate",
  percent: "25",
  order: 1,
  set: "rate",
  rules: inGroup("Gold"),
});
const withOffers = (triggers: readonly ReturnType<typeof trigger>[]) =>
  programWith({
    settings: [{ key: "partner page names customers", value: "yes" }],
    partners: [partner({ group: "Standard" })],
    customers: [customer({ Plan: "free" })],
    triggers: [rate, ...triggers],
    transactions: [sale("S1", "2026-02-05", 99)],
  });
const explained = (on: Program, reward = "S1/rate") =>
  act(on, explainReward, { reward }, TODAY).said.reward;
const otherOf = (triggers: readonly ReturnType<typeof trigger>[]) =>
  explained(runOn(withOffers(triggers), "2026-02-10"))?.other?.says;

describe("why a reward is so much (REWARD-12a)", () => {
  test("names the better offer and the group of then, until the day on which the partner left it", () => {
    const judged = runOn(withOffers([gold]), "2026-02-10");
    const said = explained(judged);
    expect(said?.sum).toBe("20 % of 99.00 USD = 19.80 USD.");
    expect(said?.other).toEqual({
      trigger: "gold",
      name: "Gold rate",
      says: "The 25 % offer did not apply: the partner was Standard.",
    });
    const moved = runOn(retyped(judged, "partners", "ann", { group: "Gold" }), "2026-03-03");
    expect(explained(moved)?.other?.says).toBe(
      "The 25 % offer did not apply: the partner was Standard until 2026-03-03.",
    );
    // Nobody ran since, so the day is not known yet; and the group of now never counts for then.
    const unnoticed = retyped(judged, "partners", "ann", { group: "Gold" });
    expect(explained(unnoticed)?.other?.says).toBe(
      "The 25 % offer did not apply: the partner was Standard.",
    );
  });

  test("a trigger that moved the partner later tells the day, too", () => {
    const move = trigger("up", {
      action: "move the partner to a group",
      group: "Gold",
      rules: rules({ all: [{ fact: "transaction.Amount", operator: "greaterThan", value: 500 }] }),
    });
    const grown = typed(withOffers([gold, move]), {
      transactions: [sale("S2", "2026-02-08", 900)],
    });
    expect(explained(runOn(grown, "2026-02-10"))?.other?.says).toBe(
      "The 25 % offer did not apply: the partner was Standard until 2026-02-08.",
    );
  });

  test("of several the one that comes to most is named, with its first condition that failed, as the form has it", () => {
    const first = { fact: "transaction.number", operator: "greaterThan", value: 3 };
    const plan = { fact: "customer.Plan", operator: "equal", value: "team" };
    const flat = trigger("flat", { amount: 50, rules: rules({ all: [first, plan] }) });
    expect(otherOf([gold, flat])).toBe(
      "The 50.00 USD offer did not apply: “Number of this transaction among the customer's is more than 3” was not met, found 1, and 1 more condition failed.",
    );
    const drip = trigger("drip", {
      action: "start a drip",
      amount: 20,
      cycle: 1,
      occurrences: 12,
      rules: rules({ all: [plan] }),
    });
    expect(otherOf([gold, flat, drip])).toBe(
      "The offer of 20.00 USD × 12 did not apply: “customer Plan is ‘team’” was not met, found free.",
    );
  });

  test("what is smaller, of another currency, or paused is not held against it; dates and sets are", () => {
    const none = [
      trigger("small", { amount: 5, rules: inGroup("Gold") }),
      trigger("euro", { amount: 500, currency: "EUR", rules: inGroup("Gold") }),
      { ...gold, state: "paused" },
    ];
    expect(otherOf(none)).toBeUndefined();
    const later = trigger("later", { percent: "30", from: "2026-03-01" });
    expect(otherOf([later])).toBe("The 30 % offer did not apply: it acts from 2026-03-01 only.");
    const last = trigger("last", { percent: "40", order: 10, set: "rate" });
    expect(otherOf([last])).toBe(
      "The 40 % offer did not apply: an earlier trigger of the set “rate” acts.",
    );
  });

  test("a drip's part is explained by what started the drip, and a manual reward has no other offer", () => {
    const drip = { action: "start a drip", percent: "", amount: 5, occurrences: 2, cycle: 1 };
    const on = runOn(retyped(withOffers([gold]), "triggers", "rate", drip), "2026-02-10");
    expect(explained(on, "drip_S1/rate#1")?.other?.says).toBe(
      "The 25 % offer did not apply: the partner was Standard.",
    );
  });
});

describe("what a partner may read of it (REWARD-12b)", () => {
  test("amount, day, what for, the arithmetic, the state and the date of payment", () => {
    const moved = retyped(runOn(withOffers([gold]), "2026-02-10"), "partners", "ann", {
      group: "Gold",
    });
    const on = runOn(moved, "2026-02-11");
    expect(explained(on)?.forPartner).toEqual([
      "19.80 USD, earned on 2026-02-05: Sale: Acme.",
      "20 % of 99.00 USD = 19.80 USD.",
      "You were in the group Standard until 2026-02-11.",
      "It is being reviewed; the estimated payment date is 2026-03-13.",
    ]);
  });

  test("never a trigger's name or key, a condition, the team's people or a customer who is not to be named", () => {
    const token = fc.constantFrom("zq1", "zq2", "zq3").map((each) => `${each}x`);
    const given = fc.record({
      name: token,
      percent: fc.integer({ min: 1, max: 100 }),
      amount: fc.integer({ min: 1, max: 5_000 }),
      isNamed: fc.boolean(),
      status: fc.constantFrom("pending", "approved", "held", "declined"),
      typed: fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined }),
      limit: fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(given, ({ name, percent, amount, isNamed, status, typed: set, limit }) => {
        const own = trigger(`key_${name}`, {
          name: `Secret ${name}`,
          percent: String(percent),
          ...(limit && { limitPerReward: limit }),
          offer: "What was agreed",
          rules: rules({
            all: [{ fact: "customer.Plan", operator: "notEqual", value: `${name}plan` }],
          }),
        });
        const base = programWith({
          settings: [{ key: "partner page names customers", value: isNamed ? "yes" : "no" }],
          partners: [partner({ group: "Standard" })],
          customers: [customer({ name: `Customer ${name}`, Plan: "team" })],
          triggers: [own, { ...gold, name: `Other ${name}` }],
          transactions: [sale(`S_${name}`, "2026-02-05", amount)],
        });
        const key = `S_${name}/key_${name}`;
        const judged = runOn(base, "2026-02-10");
        const decided = retyped(judged, "rewards", key, {
          status,
          ...(status === "held" || status === "declined" ? { reason: "Ask us" } : {}),
          ...(set !== undefined ? { amount: set } : {}),
        });
        const said = explained(runOn(decided, "2026-02-11"), key)?.forPartner.join("\n") ?? "";
        expect(said).toMatch(/earned on 2026-02-05: What was agreed/);
        const allowed = isNamed ? said.replace(`Customer ${name}`, "") : said;
        expect(allowed).not.toContain(name);
        expect(said).not.toMatch(/@|trg|Gold|Standard/);
      }),
      { numRuns: 25 },
    );
  });
});

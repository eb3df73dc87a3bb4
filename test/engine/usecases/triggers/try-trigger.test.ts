import type { Program } from "../../../../src/engine/program/program";
import { explainEvent } from "../../../../src/engine/usecases/events/explain-event";
import { explainReward } from "../../../../src/engine/usecases/rewards/explain-reward";
import { tryTrigger } from "../../../../src/engine/usecases/triggers/try-trigger";
import { runOn } from "../../../support/run-on";
import {
  customer,
  programWith,
  retyped,
  rules,
  sale,
  trigger,
  typed,
} from "../../judging/judge-on";
import { act, refusal } from "../act";

const TODAY = "2026-02-20";
const big = rules({
  all: [
    { fact: "transaction.Amount", operator: "greaterThanInclusive", value: 150 },
    { not: { fact: "customer.Plan", operator: "equal", value: "free" } },
    { fact: "transaction.number", operator: "between", value: [1, 9] },
  ],
});
const program = () =>
  programWith({
    customers: [customer({ Plan: "team" })],
    triggers: [trigger("big", { name: "Big sale", percent: "10", rules: big })],
    transactions: [sale("S1", "2026-02-01", 100), sale("S2", "2026-02-05", 200)],
  });
const attempt = (given: object, on = runOn(program(), "2026-02-10")) =>
  act(on, tryTrigger, given, TODAY);

describe("a trigger tried on a row", () => {
  test("says each condition's value, its source, pass or fail, and the outcome, and writes nothing", () => {
    const { output, changes } = attempt({ trigger: "big", event: "S1" });
    expect(changes.effects).toEqual([]);
    expect(output).toMatchObject({
      acts: false,
      outcome: "its rules do not hold",
      on: "2026-02-01",
    });
    expect(output.conditions).toEqual([
      { depth: 0, text: "all of", found: null, source: "", holds: false },
      {
        depth: 1,
        text: "transaction Amount is at least 150",
        found: "100",
        source: "column “Amount” of the transaction",
        holds: false,
      },
      { depth: 1, text: "not", found: null, source: "", holds: true },
      {
        depth: 2,
        text: "customer Plan is “free”",
        found: "team",
        source: "column “Plan” of the customer",
        holds: false,
      },
      {
        depth: 1,
        text: "transaction number is between 1 and 9",
        found: "1",
        source: "worked out: Number of this transaction among the customer's",
        holds: true,
      },
    ]);
  });

  test("shows what it would do on a row it already acted on, as if judged now", () => {
    const { said: output } = attempt({ trigger: "big", event: "S2" });
    expect(output).toMatchObject({ acts: true, outcome: "“Big sale” granted 20.00 USD" });
  });

  test("accepts an unsaved draft, and a row not judged yet", () => {
    const draft = JSON.stringify({
      name: "Draft",
      event: "transaction created",
      action: "start a drip",
      amount: 5,
      occurrences: 3,
      cycle: 1,
    });
    const typedNow = typed(runOn(program(), "2026-02-10"), {
      transactions: [sale("S3", "2026-02-19", 1)],
    });
    const { said: output, changes } = attempt({ draft, event: "S3" }, typedNow);
    expect(output).toMatchObject({ acts: true, outcome: "“Draft” started a drip of 5.00 USD × 3" });
    expect(output.conditions).toEqual([]);
    expect(changes.effects).toEqual([]);
  });

  test("says what keeps it from acting: its dates, a used-up limit, its set, an archived customer", () => {
    const judged = runOn(program(), "2026-02-10");
    const outcome = (terms: object, on = judged) => {
      const typedOver = retyped(on, "triggers", "big", { ...terms });
      return attempt({ trigger: "big", event: "S2" }, typedOver).said.outcome;
    };
    expect(outcome({ from: "2026-02-06" })).toBe("it acts from 2026-02-06 only");
    expect(outcome({ until: "2026-02-04" })).toBe("it acted until 2026-02-04 only");
    const first = trigger("first", { order: 0, set: "one", amount: 1 });
    const both = typed(judged, { triggers: [first] });
    expect(outcome({ set: "one", order: 5 }, both)).toBe(
      "an earlier trigger of the set “one” acts",
    );
    const archived = retyped(judged, "customers", "acme", {
      status: "archived",
      archivedOn: "2026-01-31",
    });
    expect(outcome({}, archived)).toBe("customer is archived");
    const any = retyped(judged, "triggers", "big", { rules: "", firstEvents: 1 });
    expect(attempt({ trigger: "big", event: "S1" }, any).output.outcome).toBe(
      "the customer's first 1 are used up",
    );
  });

  test("a row of another kind, one that waits, and a refund say so", () => {
    const rows = [
      sale("later", "2026-12-01", 1),
      sale("back", "2026-02-06", 5, { refundOf: "S1" }),
      sale("lost", "2026-02-06", 5, { customer: "nobody" }),
    ];
    const on = runOn(typed(program(), { transactions: rows }), "2026-02-10");
    const outcome = (event: string) => attempt({ trigger: "big", event }, on).said.outcome;
    expect(outcome("acme")).toBe(
      "it listens to “transaction created”, and this is “customer created”",
    );
    expect(outcome("later")).toBe("waits until 2026-12-01");
    expect(outcome("back")).toBe("refund of 5.00 USD");
    expect(outcome("lost")).toBe("waits: no usable customer “nobody”");
    expect(refusal(() => attempt({ trigger: "big", event: "none" }))).toBe("INPUT_INVALID event");
  });
});

describe("every event says why it earned nothing", () => {
  const explained = (event: string, on: Program) => act(on, explainEvent, { event }, TODAY).said;

  test("what its row says, and why each trigger did not act", () => {
    const on = runOn(program(), "2026-02-10");
    expect(explained("S1", on)).toEqual({
      event: "S1",
      kind: "transaction created",
      judgedOn: "2026-02-10",
      canJudgeAsBlank: false,
      outcome: "no trigger matched",
      triggers: [
        {
          trigger: "big",
          name: "Big sale",
          acts: false,
          why: ["transaction Amount is at least 150: found 100"],
        },
      ],
      more: 0,
    });
    expect(explained("S2", on).triggers[0]).toMatchObject({
      acts: true,
      why: ["“Big sale” granted 20.00 USD"],
    });
  });

  test("an event before the program's start, one without a partner, and one that waits", () => {
    const settings = [{ key: "program start", value: "2026-02-03" }];
    const base = programWith({
      settings,
      customers: [customer(), customer({ key: "free", partner: "" })],
      triggers: [trigger("big", { percent: "10" })],
      transactions: [
        sale("S1", "2026-02-01", 100),
        sale("S2", "2026-02-05", 100, { customer: "free" }),
        sale("S3", "2026-12-05", 100),
      ],
    });
    const on = runOn(base, "2026-02-10");
    expect(explained("S1", on)).toMatchObject({
      outcome: "before program start",
      triggers: [{ acts: false, why: ["before program start"] }],
    });
    expect(explained("S2", on)).toMatchObject({ outcome: "no partner" });
    expect(explained("S3", on)).toMatchObject({ outcome: "waits until 2026-12-05", triggers: [] });
    const unjudged = typed(on, { transactions: [sale("S4", "2026-02-11", 5)] });
    expect(explained("S4", unjudged).outcome).toBe("not processed yet: the next run does that");
  });

  test("customers, actions and partners are events too", () => {
    const on = runOn(
      typed(program(), {
        actions: [{ key: "demo", kind: "demo", count: 1, date: "2026-02-03", customer: "acme" }],
      }),
      "2026-02-10",
    );
    expect(explained("acme", on)).toMatchObject({ kind: "customer created" });
    expect(explained("demo", on)).toMatchObject({ kind: "action recorded" });
    expect(explained("ann", on)).toMatchObject({ kind: "partner joined or changed group" });
  });
});

describe("every reward and drip says in plain words why it exists", () => {
  const linesOf = (reward: string, on: Program) =>
    act(on, explainReward, { reward }, TODAY).said.lines.map(
      ({ depth, says }) => "  ".repeat(depth) + says,
    );

  test("event, trigger and version, conditions with values, the arithmetic", () => {
    expect(linesOf("S2/big", runOn(program(), "2026-02-10"))).toEqual([
      "Event: transaction created S2 on 2026-02-05.",
      "Trigger “Big sale”, version 1.",
      "all of: met",
      "  transaction Amount is at least 150, found 200: met",
      "  not: met",
      "    customer Plan is “free”, found team: not met",
      "  transaction number is between 1 and 9, found 2: met",
      "Amount: 10 % of 200.00 USD = 20.00 USD.",
    ]);
  });

  test("limits used, who changed it, and why it is held", () => {
    const limited = retyped(program(), "triggers", "big", { limitPerReward: 15 });
    const judged = runOn(limited, "2026-02-10");
    const held = { status: "held", reason: "to be checked", amount: 12 };
    const on = runOn(retyped(judged, "rewards", "S2/big", held), "2026-02-11");
    expect(linesOf("S2/big", on).slice(-3)).toEqual([
      "at most 15.00 USD a reward.",
      "Changed manually to 12.00 USD; calculated 15.00 USD.",
      "It is held: to be checked.",
    ]);
  });

  test("an occurrence describes its drip, and so does the drip itself", () => {
    const drip = { action: "start a drip", percent: "", amount: 5, occurrences: 2, cycle: 1 };
    const on = runOn(retyped(program(), "triggers", "big", drip), "2026-02-10");
    const lines = linesOf("drip_S2/big#1", on);
    expect(lines[0]).toBe("Part 1 of 2 of the drip drip_S2/big, due 2026-02-05.");
    expect(lines).toContain("Its drip:");
    expect(lines).toContain("Event: transaction created S2 on 2026-02-05.");
    expect(linesOf("drip_S2/big", on)).toContain("Amount: 5.00 USD × 2.");
  });

  test("a very long rule keeps the deciding conditions and counts the rest, and a person's words are not changed", () => {
    const any = Array.from({ length: 150 }, (_, i) => ({
      fact: "transaction.Product",
      operator: "equal",
      value: `product ${i}`,
    }));
    const held = { fact: "transaction.Amount", operator: "greaterThan", value: 150 };
    const on = runOn(
      retyped(program(), "triggers", "big", { rules: rules({ any: [...any, held] }) }),
      "2026-02-10",
    );
    const lines = linesOf("S2/big", on);
    expect(lines).toContain("transaction Amount is more than 150, found 200: met");
    expect(lines).toContain("and 150 more conditions");
    expect(linesOf("S2/big", retyped(on, "rewards", "S2/big", { why: "agreed by mail" }))).toEqual([
      "agreed by mail",
    ]);
    expect(refusal(() => linesOf("nothing", on))).toBe("REWARD_UNKNOWN");
  });
});

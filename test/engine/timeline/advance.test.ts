import { readEndReason } from "../../../src/engine/tables/packed/end-reason";
import { type Given, recordsOf } from "../../support/program";
import { runOn } from "../../support/run-on";
import { byKey } from "../invoices/money-run";
import {
  customer,
  outcomeOf,
  paid,
  partner,
  programWith,
  retyped,
  sale,
  trigger,
  typed,
} from "../judging/judge-on";

type Program = ReturnType<typeof programWith>;
const numbers = (program: Program) =>
  recordsOf(program, "transactions")
    .flatMap(({ key, judged }) =>
      judged && judged.number > 0 ? [[judged.number, key] as const] : [],
    )
    .sort(([a], [b]) => a - b)
    .map(([, key]) => key);
const refund = (key: string, date: string, amount: number, of: string) =>
  sale(key, date, amount, { refundOf: of });
const monthly = trigger("d", {
  action: "start a drip",
  amount: 20,
  cycle: 1,
  cycleUnit: "months",
  occurrences: 6,
});
const drip = (program: Program) => byKey(program, "drips", "drip_S1/d");

describe("the order of a day (TIME-1)", () => {
  test("a sale dated before its customer's sign-up comes right after it, before later sales", () => {
    const given: Given = {
      customers: [customer({ createdOn: "2026-02-10" })],
      transactions: [
        sale("B", "2026-02-11", 1),
        sale("A", "2026-02-10", 1),
        sale("Z", "2026-02-01", 1),
      ],
    };
    expect(numbers(runOn(programWith(given), "2026-02-20"))).toEqual(["Z", "A", "B"]);
  });

  test("what depends on a future row waits, and says for what", () => {
    const given = {
      customers: [customer({ createdOn: "2026-03-10" })],
      transactions: [sale("S1", "2026-02-01", 1), sale("S2", "2026-04-01", 1)],
    };
    const early = runOn(programWith(given), "2026-02-20");
    expect(outcomeOf(early, "S1")).toBe("waits for customer “acme” until 2026-03-10");
    expect(outcomeOf(early, "S2")).toBe("waits until 2026-04-01");
    expect(numbers(runOn(early, "2026-03-10"))).toEqual(["S1"]);
  });

  test("a change of group that was typed is an event of the last day, after its rows", () => {
    const inGold = { rules: '{"all":[{"fact":"partner.rewards","operator":"equal","value":5}]}' };
    const given = {
      triggers: [
        trigger("sale", { amount: 5 }),
        trigger("moved", { event: "partner joined or changed group", amount: 7, ...inGold }),
      ],
    };
    const start = runOn(programWith(given), "2026-02-01");
    const moved = retyped(start, "partners", "ann", { group: "gold" });
    const after = runOn(
      typed(moved, { transactions: [sale("S1", "2026-02-02", 1)] }),
      "2026-02-02",
    );
    expect(paid(after)).toEqual(["S1: 5.00 pending", "null: 7.00 pending"]);
  });
});

describe("refunds at their place (TIME-3, TIME-5)", () => {
  test("a refund dated after today waits, and one of a sale that waits too", () => {
    const given = {
      triggers: [trigger("t", { percent: "10" })],
      transactions: [sale("S1", "2026-02-01", 100), refund("R1", "2026-02-10", 100, "S1")],
    };
    const before = runOn(programWith(given), "2026-02-09");
    expect(paid(before)).toEqual(["S1: 10.00 pending"]);
    expect(outcomeOf(before, "R1")).toBe("waits until 2026-02-10");
    expect(paid(runOn(before, "2026-02-10"))).toEqual(["S1: 10.00 declined"]);
  });

  test("the judged amount of a sale limits its refunds, whatever is typed into it since (TARGET-4)", () => {
    const given = {
      triggers: [trigger("t", { percent: "10" })],
      transactions: [sale("S1", "2026-02-01", 100)],
    };
    const judged = runOn(programWith(given), "2026-02-01");
    const typedOver = retyped(judged, "transactions", "S1", { amount: 60 });
    const refunded = typed(typedOver, { transactions: [refund("R1", "2026-02-02", 60, "S1")] });
    expect(paid(runOn(refunded, "2026-02-02"))).toEqual(["S1: 4.00 pending"]);
  });

  test("parts due before a full refund that comes late are made, then declined; those after it are never made", () => {
    const given = {
      triggers: [monthly],
      transactions: [sale("S1", "2026-01-20", 100), refund("R1", "2026-03-01", 100, "S1")],
    };
    const after = runOn(programWith(given), "2026-05-01");
    expect(
      recordsOf(after, "rewards").map(({ occurrence, status }) => [occurrence, status]),
    ).toEqual([
      [1, "declined"],
      [2, "declined"],
    ]);
    expect(drip(after)).toMatchObject({ endsOn: "2026-03-01", status: "Terminated" });
  });
});

describe("the ending of a full refund (TIME-8)", () => {
  const refunded = runOn(
    programWith({
      triggers: [
        monthly,
        trigger("end", { event: "action recorded", action: "end the customer's drips" }),
      ],
      transactions: [sale("S1", "2026-01-20", 100), refund("R1", "2026-02-01", 100, "S1")],
    }),
    "2026-03-25",
  );
  const withdrawn = (program: Program) =>
    retyped(program, "transactions", "R1", { status: "archived" });

  test("is withdrawn when the refund is archived: what was missed is made on its dates", () => {
    const after = runOn(withdrawn(refunded), "2026-03-26");
    expect(drip(after)).toMatchObject({ endsOn: null, issued: 3, nextDate: "2026-04-20" });
    expect(paid(after)).toEqual(Array(3).fill("S1: 20.00 pending"));
  });

  test("does not remove another ending that came meanwhile", () => {
    const demo = { key: "A1", kind: "demo", date: "2026-02-25", customer: "acme" };
    const ended = runOn(typed(refunded, { actions: [demo] }), "2026-03-26");
    expect(drip(ended)).toMatchObject({
      endsOn: "2026-02-01",
      endReason: readEndReason("refunded"),
    });
    const after = runOn(withdrawn(ended), "2026-03-27");
    expect(drip(after)).toMatchObject({
      endsOn: "2026-02-25",
      issued: 2,
      endReason: readEndReason("ended by a trigger"),
    });
  });

  test("does not remove the ending of an archived customer", () => {
    const archived = retyped(refunded, "customers", "acme", {
      status: "archived",
      archivedOn: "2026-03-01",
    });
    const after = runOn(withdrawn(archived), "2026-03-27");
    expect(drip(after)).toMatchObject({
      endsOn: "2026-03-01",
      issued: 2,
      endReason: readEndReason("customer archived"),
    });
  });
});

describe("the last day lived (TIME-1g, TIME-7)", () => {
  const settings = (values: Record<string, string>) =>
    Object.entries(values).map(([key, value]) => ({ key, value }));
  const lived = (program: Program) => byKey(program, "settings", "lived until").value;

  test("is kept by each run, and stays while the program is paused", () => {
    const first = runOn(programWith({}), "2026-02-01");
    expect(lived(first)).toBe("2026-02-01");
    const paused = typed(first, { settings: settings({ paused: "yes" }) });
    expect(lived(runOn(paused, "2026-02-05"))).toBe("2026-02-01");
  });

  test("a run of a workbook from an earlier release counts its refunds at once, and takes its last run's day", () => {
    const given: Given = {
      triggers: [trigger("t", { percent: "10" })],
      transactions: [
        sale("S1", "2026-02-01", 100, { judged: "S1 | 2026-02-01 | #1 | t", partner: "ann" }),
        refund("R1", "2026-02-02", 30, "S1"),
        refund("R2", "2026-02-03", 30, "S1"),
      ].map((row, i) => (i === 0 ? row : { ...row, outcome: "refund of 30.00 USD" })),
      rewards: [
        {
          key: "S1/t",
          partner: "ann",
          customer: "acme",
          transaction: "S1",
          amount: 4,
          currency: "USD",
          status: "pending",
          earnedOn: "2026-02-01",
          source: "trigger",
          trigger: "t",
          triggerVersion: 1,
          terms: "10 % of 100.00; half away from zero",
          refunds: "R1\nR2",
          accepted: "pending 4.00",
        },
      ],
      activity: [
        { key: "run 2026-02-10 09:00:00 daily", when: "2026-02-10", who: "ann", what: "" },
      ],
    };
    const after = runOn(typed(programWith(given), {}), "2026-02-11");
    expect(paid(after)).toEqual(["S1: 4.00 pending"]);
    expect(
      recordsOf(after, "transactions").map(({ judgedAs }) => judgedAs?.counted?.counts ?? null),
    ).toEqual([null, 3000, 3000]);
    const late = typed(after, {
      transactions: [sale("S2", "2025-12-13", 100), sale("S3", "2025-12-12", 100)],
    });
    expect(paid(runOn(late, "2026-02-12")).filter((line) => line.includes("held"))).toEqual([
      "S3: 10.00 held",
    ]);
  });
});

test("test partners' rows are processed like others", () => {
  const given = {
    partners: [partner({ test: "yes" })],
    transactions: [sale("S1", "2026-02-01", 1)],
  };
  expect(outcomeOf(runOn(programWith(given), "2026-02-02"), "S1")).toBe("test: no trigger matched");
});

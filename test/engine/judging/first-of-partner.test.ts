import fc from "fast-check";
import type { Program } from "../../../src/engine/program/program";
import { backtestTrigger } from "../../../src/engine/usecases/triggers/backtest-trigger";
import { describeTrigger } from "../../../src/engine/usecases/triggers/describe-trigger";
import { tryTrigger } from "../../../src/engine/usecases/triggers/try-trigger";
import { recordsOf } from "../../support/program";
import { act } from "../usecases/act";
import {
  customer,
  judgeOn,
  paid,
  partner,
  programWith,
  retyped,
  rules,
  sale,
  trigger,
  typed,
} from "./judge-on";

const soMuch = rules({
  all: [{ fact: "partner.revenue", operator: "greaterThanInclusive", value: 1000 }],
});
const milestone = trigger("m", { amount: 100, rules: soMuch, firstOfPartner: 1 });
const people = {
  partners: [partner(), partner({ key: "bob", name: "Bob", email: "bob@b.test" })],
  customers: [
    customer(),
    customer({ key: "bolt", email: "b@bolt.test" }),
    customer({ key: "cogs", email: "c@cogs.test", partner: "bob" }),
  ],
};
const sales = [
  sale("S1", "2026-02-01", 600),
  sale("S2", "2026-02-02", 400, { customer: "bolt" }),
  sale("S3", "2026-02-03", 900),
  sale("S4", "2026-02-03", 900, { customer: "bolt" }),
];
const lived = (given: object = {}): Program =>
  judgeOn(
    programWith({ ...people, triggers: [milestone], transactions: sales, ...given }),
    "2026-02-03",
  ).program;

describe("only the partner's first n matching events (LIMIT-4a)", () => {
  test("a milestone pays once for each partner, whichever customer buys", () => {
    expect(paid(lived())).toEqual(["S2: 100.00 pending"]);
    const without = trigger("m", { amount: 100, rules: soMuch });
    expect(paid(lived({ triggers: [without] }))).toHaveLength(3);
  });

  test("a reward that was declined or refunded gives its place to the next event", () => {
    const declined = retyped(lived(), "rewards", "S2/m", { status: "declined", reason: "no" });
    const next = { transactions: [sale("S5", "2026-02-05", 1)] };
    expect(paid(judgeOn(typed(declined, next), "2026-02-05").program)).toEqual([
      "S2: 100.00 declined",
      "S5: 100.00 pending",
    ]);
    const refund = sale("R2", "2026-02-04", -400, { customer: "bolt", refundOf: "S2" });
    const refunded = judgeOn(typed(lived(), { transactions: [refund] }), "2026-02-04").program;
    expect(paid(judgeOn(typed(refunded, next), "2026-02-05").program)).toEqual([
      "S2: 100.00 declined",
      "S5: 100.00 pending",
    ]);
  });

  test("a reward that comes back after another event took its place is held (TARGET-6)", () => {
    const refund = sale("R2", "2026-02-04", -400, { customer: "bolt", refundOf: "S2" });
    const refunded = judgeOn(typed(lived(), { transactions: [refund] }), "2026-02-04").program;
    const next = { transactions: [sale("S5", "2026-02-05", 1)] };
    const taken = judgeOn(typed(refunded, next), "2026-02-05").program;
    const archived = retyped(taken, "transactions", "R2", { status: "archived" });
    const back = judgeOn(archived, "2026-02-06").program;
    expect(recordsOf(back, "rewards").find(({ key }) => key === "S2/m")).toMatchObject({
      status: "held",
      reason: "over its limit",
    });
  });

  test("a drip uses up its place while a part stands or is to come", () => {
    const drip = { action: "start a drip", amount: 5, occurrences: 2, cycle: 1, firstOfPartner: 1 };
    const program = lived({ triggers: [trigger("d", drip)] });
    expect(recordsOf(program, "drips").map(({ key }) => key)).toEqual(["drip_S1/d"]);
  });

  test("the next trigger of its set acts once it is used up", () => {
    const first = trigger("m", { amount: 100, set: "s", order: 1, firstOfPartner: 2 });
    const then = trigger("n", { amount: 7, set: "s", order: 2 });
    expect(paid(lived({ triggers: [first, then] })).map((line) => line.split(" ")[1])).toEqual([
      "100.00",
      "100.00",
      "7.00",
      "7.00",
    ]);
  });

  test("an event without a customer counts too", () => {
    const joined = trigger("j", {
      event: "partner joined or changed group",
      amount: 9,
      firstOfPartner: 1,
    });
    const moved = retyped(lived({ triggers: [joined] }), "partners", "ann", { group: "Gold" });
    const once = judgeOn(moved, "2026-02-04").program;
    expect(paid(once)).toHaveLength(1);
    const again = judgeOn(
      retyped(once, "partners", "ann", { group: "Silver" }),
      "2026-02-05",
    ).program;
    expect(paid(again)).toHaveLength(1);
  });

  test("try it, backtest and the live sentence show it", () => {
    const trial = act(lived(), tryTrigger, { trigger: "m", event: "S3" }, "2026-02-10").output;
    expect(trial).toMatchObject({ acts: false, outcome: "the partner's first 1 are used up" });
    const made = act(lived(), backtestTrigger, { trigger: "m" }, "2026-02-10").output;
    expect(made.sums).toEqual([{ currency: "USD", count: 1, amount: "100.00" }]);
    const { version: _, ...terms } = milestone as Readonly<Record<string, unknown>>;
    const said = (draft: object) =>
      act(lived(), describeTrigger, { draft: JSON.stringify(draft) }, "2026-02-10").output;
    expect(JSON.stringify(said({ ...terms, key: undefined }))).toContain(
      "Only each partner's first such event.",
    );
    const { firstOfPartner: __, key: ___, ...unlimited } = terms;
    expect(JSON.stringify(said(unlimited))).toContain("set “First n of partner” to 1");
    expect(JSON.stringify(said({ ...terms, key: undefined }))).not.toContain("set “First n");
  });
});

test("whatever is sold and whenever runs come, each partner gets the milestone at the sale that reaches it", () => {
  const someSales = fc.array(
    fc.record({
      of: fc.constantFrom("acme", "bolt", "cogs"),
      day: fc.integer({ min: 1, max: 20 }),
      amount: fc.constantFrom(100, 250, 400, 999, 1000),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const runDays = fc.uniqueArray(fc.integer({ min: 1, max: 19 }), { maxLength: 4 });
  fc.assert(
    fc.property(someSales, runDays, (all, days) => {
      const date = (n: number) => `2026-02-${String(n).padStart(2, "0")}`;
      const given = all.map(({ of, day, amount }, i) => ({
        key: `S${10 + i}`,
        of,
        on: date(day),
        amount,
      }));
      let program = programWith({ ...people, triggers: [milestone] });
      let before = "";
      for (const n of [...days.sort((a, b) => a - b), 20]) {
        const now = date(n);
        const transactions = given
          .filter(({ on }) => on > before && on <= now)
          .map(({ key, on, of, amount }) => sale(key, on, amount, { customer: of }));
        program = judgeOn(typed(program, { transactions }), now).program;
        before = now;
      }
      const wanted = ["ann", "bob"].flatMap((who) => {
        let sum = 0;
        const isTheirs = ({ of }: (typeof given)[number]) => (of === "cogs") === (who === "bob");
        const reached = given
          .filter(isTheirs)
          .sort((a, b) => (a.on + a.key < b.on + b.key ? -1 : 1))
          .find(({ amount }) => {
            sum += amount;
            return sum >= 1000;
          });
        return reached ? [`${reached.key}/m`] : [];
      });
      expect(
        recordsOf(program, "rewards")
          .map(({ key }) => key)
          .sort(),
      ).toEqual(wanted.sort());
    }),
    { numRuns: 60 },
  );
});

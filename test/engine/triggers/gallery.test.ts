import type { Cell } from "../../../src/engine/kernel/fields";
import type { Program } from "../../../src/engine/program/program";
import { factsOf } from "../../../src/engine/rules/facts";
import { checkTrigger } from "../../../src/engine/triggers/check-trigger";
import { gallery } from "../../../src/engine/triggers/gallery";
import { type Given, recordsOf } from "../../support/program";
import { customer, judgeOn, partner, programWith, sale } from "../judging/judge-on";

type Name = (typeof gallery)[number]["name"];
interface Case {
  /** What is in the program, with an event that the trigger acts on and one that it does not. */
  readonly given: Given;
  /** What it makes: key of the event, amount in minor units; or what becomes of partners and drips. */
  readonly makes: readonly string[];
}

const action = (key: string, kind: string, more: Readonly<Record<string, Cell>> = {}) => ({
  key,
  kind,
  date: "2026-03-01",
  customer: "acme",
  ...more,
});
const gold = [partner({ group: "Gold" }), partner({ key: "bob", name: "Bob", email: "b@b.test" })];
const ofBob = customer({ key: "bobs", partner: "bob", email: "x@bobs.test" });

const cases: Readonly<Record<Name, Case>> = {
  "First sale": {
    given: { transactions: [sale("T1", "2026-03-01", 10), sale("T2", "2026-03-02", 10)] },
    makes: ["T1 5000"],
  },
  "Recurring 12 months": {
    given: { transactions: [sale("T1", "2027-01-14", 10), sale("T2", "2027-01-15", 10)] },
    makes: ["T1 200"],
  },
  "High value by instalments": {
    given: { transactions: [sale("T1", "2026-03-01", 1200), sale("T2", "2026-03-01", 1199.99)] },
    makes: ["drip T1 12 × 20 % split a total"],
  },
  "Refund-safe delay": {
    given: {
      transactions: [sale("T1", "2026-03-01", 100), sale("T2", "2026-03-01", 0)],
    },
    makes: ["drip T1 1 × 10 % per occurrence"],
  },
  "Tier by revenue": {
    given: {
      partners: [partner(), partner({ key: "bob", name: "Bob", email: "b@b.test" })],
      customers: [customer(), ofBob],
      transactions: [
        sale("T1", "2026-03-01", 9_999.99, { customer: "bobs" }),
        sale("T2", "2026-03-01", 10_000),
      ],
    },
    makes: ["ann in Gold"],
  },
  "Gold rate": {
    given: {
      partners: gold,
      customers: [customer(), ofBob],
      transactions: [
        sale("T1", "2026-03-01", 100),
        sale("T2", "2026-03-01", 100, { customer: "bobs" }),
      ],
    },
    makes: ["T1 2500"],
  },
  "Product rate": {
    given: {
      transactions: [
        sale("T1", "2026-03-01", 100, { product: "Pro plan" }),
        sale("T2", "2026-03-01", 100, { product: "Basic" }),
      ],
    },
    makes: ["T1 3000"],
  },
  "Revenue milestone": {
    given: {
      transactions: [
        sale("T1", "2026-03-01", 999.99),
        sale("T2", "2026-03-02", 0.01),
        sale("T3", "2026-03-03", 5000),
      ],
    },
    makes: ["T2 10000"],
  },
  "Sign-up bounty": {
    given: { customers: [customer(), customer({ key: "nobody", email: "" })] },
    makes: ["acme 500"],
  },
  "Review bonus": {
    given: { actions: [action("A1", "review"), action("A2", "review"), action("A3", "demo")] },
    makes: ["A1 1000"],
  },
  "End on cancellation": {
    given: {
      customers: [customer(), customer({ key: "other" })],
      drips: ["acme", "other"].map((who) => ({
        key: `d-${who}`,
        partner: "ann",
        customer: who,
        occurrences: 5,
        currency: "USD",
        amount: 5,
        mode: "per occurrence",
        rounding: "half to even",
        eventDate: "2026-02-01",
        delayUnit: "months",
        cycle: 1,
        cycleUnit: "months",
      })),
      actions: [action("A1", "cancellation"), action("A2", "review", { customer: "other" })],
    },
    makes: ["d-acme ended 2026-03-01"],
  },
  "Welcome bonus": {
    given: {
      partners: [
        { key: "new", name: "New", joinedOn: "2026-03-01", group: "Gold" },
        { ...partner({ group: "Gold" }), groupJudged: "" },
      ],
    },
    makes: ["new 2500"],
  },
};

const outcome = (program: Program): readonly string[] => [
  ...recordsOf(program, "rewards").map(({ key, amount }) => `${key.split("/")[0]} ${amount}`),
  ...recordsOf(program, "drips").flatMap((drip) =>
    drip.run === null
      ? drip.endsOn === null
        ? []
        : [`${drip.key} ended ${drip.endsOn}`]
      : [
          `drip ${drip.transaction} ${drip.occurrences} × ${(drip.percent ?? 0) / 10_000} % ${drip.mode}`,
        ],
  ),
  ...recordsOf(program, "partners").flatMap(({ key, group }) =>
    group === "Gold" && key === "ann" ? [`${key} in Gold`] : [],
  ),
];

describe("the gallery", () => {
  test("has at least ten ready triggers, each with a name and an offer of its own", () => {
    expect(gallery.length).toBeGreaterThanOrEqual(10);
    expect(new Set(gallery.map(({ name }) => name)).size).toBe(gallery.length);
    expect(new Set(gallery.map(({ offer }) => offer)).size).toBe(gallery.length);
  });

  test.each(gallery.map((ready) => [ready.name, ready] as const))(
    "“%s” is sound, acts on the event that it is for, and leaves the other alone",
    (name, ready) => {
      const { given, makes } = cases[name];
      const program = programWith({
        ...given,
        triggers: [{ ...(ready as Readonly<Record<string, Cell>>), key: "ready", state: "active" }],
      });
      const [trigger] = recordsOf(program, "triggers");
      expect(trigger && checkTrigger(trigger, factsOf(program)).ok).toBe(true);
      const was = outcome(program);
      const { program: after, problems } = judgeOn(program, "2027-01-20");
      expect(problems).toEqual([]);
      expect(outcome(after).filter((line) => !was.includes(line))).toEqual(makes);
    },
  );
});

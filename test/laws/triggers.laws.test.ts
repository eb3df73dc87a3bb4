import fc from "fast-check";
import { type Day, day } from "../../src/engine/kernel/day";
import type { Currency } from "../../src/engine/kernel/money";
import { apply } from "../../src/engine/program/changeset";
import { begin } from "../../src/engine/program/work";
import type { Condition, FactValue, Group } from "../../src/engine/rules/conditions";
import { factsOf } from "../../src/engine/rules/facts";
import { createJudge } from "../../src/engine/rules/judge";
import { previewOf } from "../../src/engine/simulate/preview-dates";
import type { Trigger } from "../../src/engine/tables";
import { advance } from "../../src/engine/timeline/advance";
import { stepsOfDrips } from "../../src/engine/timeline/steps";
import { type FormItem, toCell, toForm } from "../../src/engine/triggers/form";
import { overlapsOf } from "../../src/engine/triggers/overlap";
import { printTriggers, readTriggers } from "../../src/engine/triggers/transfer";
import { judgeOn, programWith, sale, trigger } from "../engine/judging/judge-on";
import { soundTrigger } from "../engine/triggers/sound-trigger";
import { days, dripDates, law } from "../support/laws";
import { programOf, recordsOf } from "../support/program";

const scalar = fc.oneof(
  fc.constantFrom<string | number>(0, 1, 2, 2.5, 3, 10, "1", "2", "a", "ab", "10"),
  fc.constantFrom("2026-03-01", "2026-03-10"),
  fc.boolean(),
);
const wanted = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.record({ fact: fc.string() }),
);
const named = fc.record(
  { name: fc.string(), priority: fc.integer({ min: 1, max: 9 }) },
  { requiredKeys: [] },
);

describe("rules as JSON and as a form", () => {
  const { condition } = fc.letrec<{ condition: unknown; group: unknown }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4 },
      fc
        .tuple(fc.record({ fact: fc.string(), operator: fc.string(), value: wanted }), named)
        .map(([test, more]) => ({ ...test, ...more })),
      tie("group"),
      fc.json().map((text) => JSON.parse(text)),
    ),
    group: fc
      .tuple(
        fc.oneof(
          fc.record({ all: fc.array(tie("condition"), { maxLength: 4 }) }),
          fc.record({ any: fc.array(tie("condition"), { maxLength: 4 }) }),
          fc.record({ not: tie("condition") }),
        ),
        named,
      )
      .map(([group, more]) => ({ ...group, ...more })),
  }));

  law(
    "nothing of the JSON is lost on the way through the form",
    condition.map((rules) => JSON.stringify(rules, null, 1)),
    (text) => {
      expect(JSON.parse(toCell(toForm(text)) ?? "")).toEqual(JSON.parse(text));
    },
  );

  law("what is no JSON stays as it is, to the letter", fc.string(), (text) => {
    fc.pre(text.trim() !== "" && !isJson(text));
    expect(toCell(toForm(text))).toBe(text);
  });

  const { item } = fc.letrec<{ item: FormItem; group: FormItem }>((tie) => ({
    item: fc.oneof(
      { maxDepth: 3 },
      fc
        .tuple(fc.record({ fact: fc.string(), operator: fc.string(), value: wanted }), named)
        .map(([test, more]): FormItem => ({ kind: "condition", ...test, ...more })),
      tie("group"),
    ),
    group: fc
      .tuple(
        fc.constantFrom("all", "any", "not"),
        fc.array(tie("item"), { minLength: 1, maxLength: 3 }),
        named,
      )
      .map(([match, items, more]) => ({
        kind: "group",
        match,
        items: match === "not" ? items.slice(0, 1) : items,
        ...more,
      })) as fc.Arbitrary<FormItem>,
  }));
  law(
    "nothing of the form is lost on the way through the JSON",
    fc.array(item, { maxLength: 3 }),
    (items) => {
      const form = { kind: "group", match: "all", items } as const;
      expect(toForm(toCell(form))).toEqual(form);
    },
  );
});

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe("overlap", () => {
  const context = { decimalMark: ".", currency: "USD" as Currency } as const;
  const on: Day = day("2026-03-10");
  const operator = fc.constantFrom(
    "equal",
    "notEqual",
    "in",
    "lessThan",
    "lessThanInclusive",
    "greaterThan",
    "greaterThanInclusive",
    "before",
    "after",
    "startsWith",
    "contains",
  );
  const test = fc.oneof(
    fc.record({ fact: fc.constantFrom("a", "b"), operator, value: scalar }),
    fc.record({
      fact: fc.constantFrom("a", "b"),
      operator: fc.constantFrom("in", "notIn", "between"),
      value: fc.tuple(scalar, scalar),
    }),
    fc.record({
      fact: fc.constantFrom("a", "b"),
      operator: fc.constant("isBlank"),
      value: fc.boolean(),
    }),
  ) as fc.Arbitrary<Condition>;
  const { group } = fc.letrec<{ group: Group; condition: Condition }>((tie) => ({
    condition: fc.oneof({ maxDepth: 2 }, test, tie("group")),
    group: fc.oneof(
      fc.record({ all: fc.array(tie("condition"), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie("condition"), { minLength: 1, maxLength: 2 }) }),
      fc.record({ not: tie("condition") }),
    ),
  }));
  const value: fc.Arbitrary<FactValue> = fc.oneof(scalar, fc.constant(null));
  const base = {
    event: "transaction created",
    state: "active",
    set: null,
    from: null,
    until: null,
  };

  law(
    "two triggers that both match an event are never said not to overlap",
    fc.tuple(
      group,
      group,
      fc.array(fc.record({ a: value, b: value }), { minLength: 5, maxLength: 20 }),
    ),
    ([one, other, facts]) => {
      const both = facts.some((each) =>
        [one, other].every((rules) => {
          const facts = { on, context, valueOf: (id: string) => each[id as "a" | "b"] };
          return createJudge(structuredClone(rules))(facts).holds;
        }),
      );
      const does = { action: "end the customer's drips", parameters: null } as const;
      const rival = {
        trigger: { ...base, key: "2" } as unknown as Trigger,
        conditions: other,
        does,
      };
      const of = { trigger: { ...base, key: "1" } as unknown as Trigger, conditions: one, does };
      const found = overlapsOf(of, [rival], { on, context });
      if (both) expect(found).toHaveLength(1);
      expect(overlapsOf(rival, [of], { on, context })).toHaveLength(found.length);
    },
  );
});

describe("preview", () => {
  const amounts = fc.record(
    {
      percent: fc.constantFrom("7.5", "20", "100"),
      mode: fc.constantFrom("per occurrence", "split a total"),
      limitPerCustomer: fc.constantFrom(15, 40.5),
      limitPerMonth: fc.constantFrom(10, 20),
      limitPerReward: fc.constantFrom(5, 12.34),
    },
    { requiredKeys: ["percent", "mode"] },
  );

  law(
    "the preview of a drip is what the live run makes of it, in dates and amounts",
    fc.tuple(dripDates, amounts, days, fc.integer({ min: 1, max: 50_000 })),
    ([{ eventDate: _, ...dates }, money, on, amount]) => {
      const given = trigger("drip", { action: "start a drip", ...dates, ...money });
      const program = programWith({
        customers: [{ key: "acme", partner: "ann", createdOn: "2020-01-15" }],
        triggers: [given],
        transactions: [sale("T", on, amount / 100)],
      });
      const [draft] = recordsOf(program, "triggers");
      const example = { on, amount, currency: "USD" as Currency };
      const preview = previewOf(program, soundTrigger(program, draft), example);

      const work = begin(judgeOn(program, on).program);
      const end = day("9999-12-31") as Day;
      advance(work, end, { today: end }, { run: "run", rows: [], steps: stepsOfDrips });
      const made = [...recordsOf(apply(work.program, work.changes()), "rewards")];
      expect(
        preview.rows
          .filter((row) => Number(row.amount) !== 0)
          .map((row) => [row.k, row.due, Math.round(Number(row.amount) * 100)]),
      ).toEqual(
        made
          .sort((a, b) => (a.occurrence ?? 0) - (b.occurrence ?? 0))
          .map((reward) => [reward.occurrence, reward.earnedOn, reward.amount]),
      );
    },
  );
});

describe("triggers as a file", () => {
  const texts = fc.constantFrom("", "x", "„ä“\n", '{"all":[]}', " y");
  const rows = fc.array(
    fc.record({
      name: fc.constantFrom("A", "B|c", "“D”"),
      state: fc.constantFrom("draft", "active", "paused", ""),
      order: fc.nat({ max: 50 }),
      event: fc.constantFrom("transaction created"),
      rules: fc.constantFrom("", '{ "all": [] }'),
      action: fc.constantFrom("grant a reward", "start a drip"),
      percent: fc.constantFrom(20, "0.0001", "2.5%", "100"),
      mode: fc.constantFrom("", "split a total"),
      delay: fc.nat({ max: 5 }),
      delayUnit: fc.constantFrom("", "weeks"),
      offer: texts,
      set: texts,
      from: fc.constantFrom("", "2026-01-31"),
      limitCurrency: fc.constantFrom("", "JPY", "KWD"),
      limitPerMonth: fc.constantFrom("", 5, 1234),
    }),
    { minLength: 1, maxLength: 4 },
  );

  law(
    "what is read from a file is what was written, in a locale of another decimal mark",
    rows,
    (all) => {
      const keyed = all.map((row, i) => ({ ...row, key: `t${i}` }));
      const written = programOf({ triggers: keyed });
      const other = programOf({}, ",");
      const before = recordsOf(written, "triggers");
      const read = readTriggers(printTriggers(before, written), other, factsOf(other));
      expect(read).toEqual({ ok: true, triggers: before });
    },
  );
});

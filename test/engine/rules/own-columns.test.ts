import fc from "fast-check";
import { plainSpaces } from "../../../src/engine/kernel/cells";
import { addDays, type Day, day, parseDay } from "../../../src/engine/kernel/day";
import type { FactValue } from "../../../src/engine/rules/conditions";
import { factsFor, factsOf } from "../../../src/engine/rules/facts";
import {
  type OperatorId,
  operatorIds,
  operators,
  passes,
} from "../../../src/engine/rules/operators";
import { complaintInWords, readRules } from "../../../src/engine/rules/read-rules";
import { programOf } from "../../support/program";

const program = programOf({ customers: [{ key: "c", name: "C", Plan: "pro" }] });
const known = factsFor(factsOf(program), "transaction created");
const at = { on: day("2026-03-10"), context: program.context } as const;
const isTaken = (operator: OperatorId, value: unknown): boolean =>
  readRules(JSON.stringify({ all: [{ fact: "customer.Plan", operator, value }] }), known).ok;

const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    "10",
    "20%",
    "2026-01-01",
    "31.12.2026",
    20_261_231,
    "",
    " ",
    "yes",
    "TRUE",
  ),
  fc.constantFrom<unknown>(true, false, null, 0, -1, 7, 1.5),
  fc.string(),
);
const value = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.constant({ fact: "customer.Plam" }),
);

/** A value as rules are read (CELL-4). */
const spaced = (value: unknown): unknown =>
  typeof value === "string" ? plainSpaces(value) : Array.isArray(value) ? value.map(spaced) : value;

/** Cells that a condition with such a value may meet, beside those of any column. */
function cellsNear(value: unknown): readonly FactValue[] {
  const each = Array.isArray(value) ? value : [value];
  const near = each.flatMap((one): readonly FactValue[] => {
    if (typeof one === "number") return [one, one - 1, one + 1];
    if (typeof one === "boolean") return [one, !one];
    if (typeof one !== "string") return [];
    const date: Day | undefined = parseDay(one);
    const text = one.trim();
    return date
      ? [date, addDays(date, -1), addDays(date, 1)]
      : [text, `${text}x`, `${one.trimStart()}x`, `x${text}`, `${one}x`, `x${one}`, `x${one}x`];
  });
  return [...near, null, "other", 123_456, at.on, addDays(at.on, 40), true, false];
}

test("a valid value for a team's own column holds on some cells and not on others (CELL-3)", () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.constantFrom(...operatorIds), value.map(spaced), (operator, wanted) => {
      if (!isTaken(operator, wanted)) return;
      taken++;
      const held = cellsNear(wanted).map((found) => passes(operators[operator], found, wanted, at));
      expect([operator, wanted, held.includes(true), held.includes(false)]).toEqual([
        operator,
        wanted,
        true,
        true,
      ]);
    }),
    { numRuns: 4_000 },
  );
  expect(taken).toBeGreaterThan(200);
});

test.each([
  ["greaterThan", "10", /needs a number without quotes/],
  ["lessThanInclusive", "20%", /needs a number without quotes/],
  ["greaterThan", "2026-01-01", /needs a number; for a date use “before” or “after”/],
  ["lessThan", { fact: "customer.Created on" }, /of another type \(date\)/],
  ["before", "31.12.2026", /needs a date such as/],
  ["after", 20_261_231, /needs a date such as/],
  ["before", { fact: "transaction.Amount" }, /of another type \(money\)/],
  ["contains", 123, /needs a text in quotes/],
  ["doesNotContain", true, /needs a text in quotes/],
  ["startsWith", 1, /needs a text in quotes/],
  ["equal", "", /empty text.*isBlank/],
  ["notIn", ["a", " "], /empty text.*isBlank/],
] as const)(
  "%s with %j can never hold on a column of the team's own, and is refused (CELL-3)",
  (operator, wanted, message) => {
    const read = readRules(
      JSON.stringify({ all: [{ fact: "customer.Plan", operator, value: wanted }] }),
      known,
    );

    expect(read.ok ? "" : read.complaints.map(complaintInWords).join(" ")).toMatch(message);
  },
);

const closed = [...known.values()].filter(({ spelling }) => spelling);
const words = fc.constantFrom(
  ...["USD", "usd", "Euro", "EUR", "active", "Active", "archived", "gone", "PayPal", "paypal"],
  ...["person", "Person", "all", "none", "statements only", "maybe"],
);

test("a word that a column of words or currencies never says is refused, whatever its case (CELL-3)", () => {
  const isTaken = (id: string, operator: string, value: unknown) =>
    readRules(JSON.stringify({ all: [{ fact: id, operator, value }] }), known).ok;
  fc.assert(
    fc.property(
      fc.constantFrom(...closed),
      fc.constantFrom("equal", "notEqual", "in", "notIn"),
      words,
      ({ id, spelling }, operator, word) => {
        const wanted = operator === "in" || operator === "notIn" ? [word] : word;
        const cell = spelling?.(word);

        expect(isTaken(id, operator, wanted)).toBe(cell?.ok === true && cell.value === word);
      },
    ),
    { numRuns: 500 },
  );
  expect(isTaken("transaction.Currency", "equal", "USD")).toBe(true);
  expect(isTaken("partner.Status", "equal", "active")).toBe(true);
});

test.each([
  ["transaction.Currency", "usd", "must say “USD”"],
  ["partner.Status", "gone", "can never hold: “gone” must be one of: active, archived"],
])("%s is asked for %s: the refusal says what to write", (fact, word, message) => {
  const read = readRules(JSON.stringify({ not: { fact, operator: "equal", value: word } }), known);

  expect(read.ok ? "" : read.complaints.map(complaintInWords).join(" ")).toContain(message);
});

test.each([
  [true, "yes", true],
  [true, "TRUE", true],
  [true, "true", true],
  [true, true, true],
  [true, "no", false],
  [true, "FALSE", false],
  [false, "no", true],
  [false, "false", true],
  [false, false, true],
  [false, "yes", false],
  [true, "Pro", false],
] as const)(
  "a checkbox that is %j against %j: equal is %j, and notEqual the contrary (CELL-3)",
  (box, wanted, held) => {
    expect(passes(operators.equal, box, wanted, at)).toBe(held);
    expect(passes(operators.in, box, [wanted], at)).toBe(held);
    expect(passes(operators.notEqual, box, wanted, at)).toBe(!held);
    expect(passes(operators.notIn, box, [wanted], at)).toBe(!held);
  },
);

const greater = (more: string) => `{"fact":"transaction.Amount","operator":"greaterThan",${more}}`;
test.each([
  [
    `{"all":[${greater('"value":9')}],"all":[${greater('"value":1')}]}`,
    /^The rule has “all” twice/,
  ],
  [`{"all":[${greater('"value":9,"value":1')}]}`, /^“all 1” has “value” twice/],
  [
    `{"all":[{"any":[${greater('"value":1')}]},{"any":[${greater('"value":9')}],"any":[${greater('"value":1')}]}]}`,
    /^“all 2” has “any” twice/,
  ],
  [
    `{"not":{"any":[${greater('"value":1')},${greater('"val\\u0075e":1,"value":2')}]}}`,
    /^“not › any 2” has “value” twice/,
  ],
  [
    '{"all":[{"fact":"customer.Plan","operator":"equal","value":9007199254740993}]}',
    /^“all 1” has the number 9007199254740993, which is too long/,
  ],
  [
    '{"all":[{"fact":"customer.Plan","operator":"in","value":[1,-12345678901234567890]}]}',
    /^“all 1 › value 2” has the number -12345678901234567890/,
  ],
])("%s loses nothing without a word (CELL-8)", (text, message) => {
  const read = readRules(text, known);

  expect(read.ok ? "" : read.complaints.map(complaintInWords)[0]).toMatch(message);
});

test("texts that look like names, numbers and signs are texts (CELL-8)", () => {
  const value = '"value": "value", \\"all\\": [99999999999999999999]';
  const text = JSON.stringify({ all: [{ fact: "customer.Plan", operator: "equal", value }] });

  expect(readRules(text, known).ok).toBe(true);
});

import fc from "fast-check";
import { addDays, day, type Month } from "../../../../src/engine/kernel/day";
import type { Currency } from "../../../../src/engine/kernel/money";
import { findCodes, statementCode } from "../../../../src/engine/reports/statements/statement-code";
import type { Payout, Reward } from "../../../../src/engine/tables";

const someDay = fc.nat(9000).map((n) => addDays(day("2001-01-01"), n));
const key = fc.string({ minLength: 1 });
const amount = fc.integer({ min: -900_000, max: 900_000 });
const line = fc.record({ key, earnedOn: someDay, amount });
const facts = fc.record({
  partner: key,
  month: fc.constantFrom("2026-01", "2026-02"),
  currency: fc.constantFrom("USD", "EUR"),
  finalOn: someDay,
  opening: amount,
  paidOut: amount,
  closing: amount,
  lines: fc.uniqueArray(line, { selector: (each) => each.key, minLength: 1, maxLength: 6 }),
});
type Facts = typeof facts extends fc.Arbitrary<infer T> ? T : never;

/** What a row says besides what counts; another each time. */
let said = 0;
const besides = () => ({
  description: `text ${++said}`,
  reason: `reason ${said}`,
  status: said % 2 ? "paid" : "approved",
  paidOn: `2026-02-${10 + (said % 10)}`,
  payout: `pay_${said}`,
  accepted: null,
});

function codeOf({ partner, month, currency, finalOn, lines, ...sums }: Facts): string | undefined {
  const rewards = lines.map((each) => ({ ...besides(), ...each })) as unknown as Reward[];
  const payouts = [{ ...besides(), amount: said }] as unknown as Payout[];
  const of = { partner, month: month as Month, currency: currency as Currency };
  const balance = { ...sums, lines: rewards, earned: 0, payouts };
  return statementCode(of, balance, finalOn)?.code;
}

const other = <T>(values: fc.Arbitrary<T>, than: T) => values.filter((value) => value !== than);

describe("a statement's code (PARTNER-5)", () => {
  test("is the same in any order of rows, and whatever is said besides", () => {
    const shuffled = facts.chain((given) =>
      fc.record({
        given: fc.constant(given),
        lines: fc.shuffledSubarray(given.lines, { minLength: given.lines.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ given, lines }) => {
        const code = codeOf(given);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
        expect(codeOf({ ...given, lines })).toBe(code);
      }),
    );
  });

  test("is another one if any amount, key or date in it is", () => {
    const changed = facts.chain((given) => {
      const [first, ...rest] = given.lines as [Facts["lines"][number]];
      const taken = given.lines.map((each) => each.key);
      const lines = (now: Partial<typeof first>) => ({
        ...given,
        lines: [{ ...first, ...now }, ...rest],
      });
      const fresh = key.filter((each) => !taken.includes(each));
      return fc.tuple(
        fc.constant(given),
        fc.oneof(
          other(amount, first.amount).map((now) => lines({ amount: now })),
          other(someDay, first.earnedOn).map((now) => lines({ earnedOn: now })),
          fresh.map((now) => lines({ key: now })),
          fc.constant({ ...given, lines: rest }),
          fresh.map((now) => ({
            ...given,
            lines: [...given.lines, { ...first, key: now, amount: 0 }],
          })),
          other(amount, given.opening).map((opening) => ({ ...given, opening })),
          other(amount, given.closing).map((closing) => ({ ...given, closing })),
          other(amount, given.paidOut).map((paidOut) => ({ ...given, paidOut })),
          other(someDay, given.finalOn).map((finalOn) => ({ ...given, finalOn })),
          other(key, given.partner).map((partner) => ({ ...given, partner })),
          fc.constant({ ...given, month: given.month === "2026-01" ? "2026-02" : "2026-01" }),
          fc.constant({ ...given, currency: given.currency === "USD" ? "EUR" : "USD" }),
        ),
      );
    });
    fc.assert(
      fc.property(changed, ([given, now]) => {
        expect(codeOf(now as Facts)).not.toBe(codeOf(given));
      }),
      { numRuns: 300 },
    );
  });

  test("is found however somebody copied or typed it, with the day that it names", () => {
    const typed = fc.constantFrom<(code: string) => string>(
      (code) => code,
      (code) => code.toLowerCase(),
      (code) => code.replace(/-/g, ""),
      (code) => code.replace(/-/g, " "),
      (code) => ` ${code.replace(/-/g, " – ")}.`,
      (code) => code.replace(/0/g, "O").replace(/1/g, "l"),
      (code) =>
        `The balance is final. Statement code: ${code}\n\nOn hold\n- A blue hat from rome: 5.00 USD`,
    );
    fc.assert(
      fc.property(facts, typed, (given, how) => {
        const code = codeOf(given) ?? "";
        expect(findCodes(how(code))).toMatchObject([{ code, finalOn: given.finalOn }]);
      }),
    );
    expect(findCodes("Hello Ada, this is your statement")).toEqual([]);
    expect(findCodes("")).toEqual([]);
  });
});

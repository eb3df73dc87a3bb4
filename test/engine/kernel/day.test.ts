import fc from "fast-check";
import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  parseDay,
} from "../../../src/engine/kernel/day";

const MS = 86_400_000;
const [FIRST, LAST] = [Date.parse("0000-01-01"), Date.parse("9999-12-31")];
const count = (LAST - FIRST) / MS;
const dayAt = (n: number): Day => new Date(FIRST + n * MS).toISOString().slice(0, 10) as Day;

// What the platform's own calendar says, of any day that a cell can hold.
test("days are added and counted as the calendar has them", () => {
  fc.assert(
    fc.property(fc.nat(count), fc.nat(count), (from, to) => {
      expect(addDays(dayAt(from), to - from)).toBe(dayAt(to));
      expect(daysBetween(dayAt(from), dayAt(to))).toBe(to - from);
      expect(parseDay(dayAt(to))).toBe(dayAt(to));
    }),
    { numRuns: 2_000 },
  );
});

test("each day of four hundred years is followed by the next", () => {
  const from = (Date.parse("1999-12-31") - FIRST) / MS;
  let day = dayAt(from);
  for (let n = from + 1; n < from + 146_099; n++) {
    day = addDays(day, 1);
    if (day !== dayAt(n)) throw new Error(`${dayAt(n)} is said to be ${day}`);
  }
});

test("a month later is the same date, or the last of a month that lacks it; nothing is later than a cell's last day", () => {
  fc.assert(
    fc.property(fc.nat(count), fc.integer({ min: -6_000, max: 6_000 }), (from, months) => {
      const start = dayAt(from);
      const [year, month] = start.split("-").map(Number) as [number, number];
      const first = new Date(FIRST);
      first.setUTCFullYear(year, month - 1 + months, 1);
      const last = new Date(first);
      last.setUTCMonth(last.getUTCMonth() + 1, 0);
      if (first.getUTCFullYear() < 0) return;
      const wanted = first.toISOString();
      const date = String(Math.min(Number(start.slice(8)), last.getUTCDate())).padStart(2, "0");
      expect(addMonths(start, months)).toBe(
        wanted.startsWith("+") ? "9999-12-31" : `${wanted.slice(0, 8)}${date}`,
      );
    }),
    { numRuns: 2_000 },
  );
  expect(addDays("9999-12-31" as Day, 1)).toBe("9999-12-31");
});

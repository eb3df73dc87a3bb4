import fc from "fast-check";

export const START = "2026-01-01";
/** How many days a random program lives; long enough for three months' ends. */
export const LENGTH = 70;

export const dayAt = (n: number): string =>
  new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
export const LAST = dayAt(LENGTH);

/** A day of the program's life. */
export const aDay: fc.Arbitrary<string> = fc.integer({ min: 0, max: LENGTH - 5 }).map(dayAt);

/** Some few days on which runs happen, the last day among them. */
export const fewDays: fc.Arbitrary<readonly string[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: LENGTH - 1 }), { maxLength: 6 })
  .map((days) => [...days.sort((a, b) => a - b).map(dayAt), LAST]);

export const everyDay: readonly string[] = Array.from({ length: LENGTH + 1 }, (_, n) => dayAt(n));

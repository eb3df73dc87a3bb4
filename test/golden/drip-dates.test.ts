import { dueDate } from "../../src/engine/drips/occurrences";
import { day } from "../../src/engine/kernel/day";
import type { Unit } from "../../src/engine/kernel/vocabulary";

const months = (n: number): readonly [number, Unit] => [n, "months"];
const days = (n: number): readonly [number, Unit] => [n, "days"];

function dates(
  eventDate: string,
  [delay, delayUnit]: readonly [number, Unit],
  [cycle, cycleUnit]: readonly [number, Unit],
  occurrences: number,
): readonly string[] {
  const terms = { eventDate: day(eventDate), delay, delayUnit, cycle, cycleUnit, occurrences };
  return Array.from({ length: occurrences }, (_, i) => dueDate(terms, i + 1));
}

describe("a drip's dates (product.md §4)", () => {
  test("from 31 January, monthly: each month's last day where it has no 31st, and the 31st again", () => {
    expect(dates("2026-01-31", months(0), months(1), 4)).toEqual([
      "2026-01-31",
      "2026-02-28",
      "2026-03-31",
      "2026-04-30",
    ]);
  });

  test("a delay of a month before that adds up with the cycle, and clamps once", () => {
    expect(dates("2026-01-31", months(1), months(1), 4)).toEqual([
      "2026-02-28",
      "2026-03-31",
      "2026-04-30",
      "2026-05-31",
    ]);
  });

  test("30 days is not a month", () => {
    expect(dates("2026-01-31", days(30), days(30), 5)).toEqual([
      "2026-03-02",
      "2026-04-01",
      "2026-05-01",
      "2026-05-31",
      "2026-06-30",
    ]);
  });

  test("from 29 February, yearly: 28 February in common years, the 29th again in leap years", () => {
    expect(dates("2024-02-29", months(0), [1, "years"], 5)).toEqual([
      "2024-02-29",
      "2025-02-28",
      "2026-02-28",
      "2027-02-28",
      "2028-02-29",
    ]);
  });

  test("the seed's twelve months from 15 February 2026", () => {
    const all = dates("2026-01-15", months(1), months(1), 12);
    expect([all[0], all[6], all[11]]).toEqual(["2026-02-15", "2026-08-15", "2027-01-15"]);
  });

  test("a delay in days makes the anchor, from which months are counted", () => {
    expect(dates("2026-01-01", days(30), months(1), 3)).toEqual([
      "2026-01-31",
      "2026-02-28",
      "2026-03-31",
    ]);
  });

  test("a delay in months clamps once and makes the anchor, from which days and weeks are counted", () => {
    expect(dates("2026-01-31", months(1), days(10), 3)).toEqual([
      "2026-02-28",
      "2026-03-10",
      "2026-03-20",
    ]);
    expect(dates("2024-02-29", [1, "years"], [2, "weeks"], 3)).toEqual([
      "2025-02-28",
      "2025-03-14",
      "2025-03-28",
    ]);
  });

  test("a delay in years and a cycle in months add up to one anchor", () => {
    expect(dates("2024-02-29", [1, "years"], months(6), 4)).toEqual([
      "2025-02-28",
      "2025-08-29",
      "2026-02-28",
      "2026-08-29",
    ]);
  });

  test("weeks keep the weekday", () => {
    expect(dates("2026-03-27", days(0), [1, "weeks"], 3)).toEqual([
      "2026-03-27",
      "2026-04-03",
      "2026-04-10",
    ]);
  });
});

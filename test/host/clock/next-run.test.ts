import fc from "fast-check";
import { nextRun } from "../../../host/clock/next-run";
import type { ClockPlan } from "../../../host/clock/trigger-record";

const at = (iso: string): number => Date.parse(iso);
const created = at("2026-01-15T10:30:00Z");

/** The first `count` runs, as ISO texts. */
const runs = (plan: ClockPlan, count: number): string[] => {
  const found: string[] = [];
  let after = created;
  while (found.length < count) {
    const next = nextRun(plan, created, after);
    if (next === null) break;
    found.push(new Date(next).toISOString());
    after = next;
  }
  return found;
};

const nine = { zone: "Europe/Berlin", hour: 9, minute: 12 };

describe("the next run of a schedule", () => {
  it("is daily at the same civil moment, also when clocks change", () => {
    const daily: ClockPlan = { kind: "days", every: 1, ...nine };
    expect(runs(daily, 2)).toEqual(["2026-01-16T08:12:00.000Z", "2026-01-17T08:12:00.000Z"]);
    expect(nextRun(daily, created, at("2026-03-28T08:12:00Z"))).toBe(at("2026-03-29T07:12:00Z"));
  });

  it("is every third day from the first possible one", () => {
    expect(runs({ kind: "days", every: 3, ...nine }, 3)).toEqual([
      "2026-01-16T08:12:00.000Z",
      "2026-01-19T08:12:00.000Z",
      "2026-01-22T08:12:00.000Z",
    ]);
  });

  it("is on its day of the month and leaves out months that lack it", () => {
    expect(runs({ kind: "month", day: 31, ...nine }, 3)).toEqual([
      "2026-01-31T08:12:00.000Z",
      "2026-03-31T07:12:00.000Z",
      "2026-05-31T07:12:00.000Z",
    ]);
  });

  it("is every second week on its weekday", () => {
    expect(runs({ kind: "weeks", every: 2, weekday: 1, ...nine }, 2)).toEqual([
      "2026-01-19T08:12:00.000Z",
      "2026-02-02T08:12:00.000Z",
    ]);
  });

  it("is every so many minutes or hours from its creation", () => {
    expect(runs({ kind: "minutes", every: 15 }, 2)).toEqual([
      "2026-01-15T10:45:00.000Z",
      "2026-01-15T11:00:00.000Z",
    ]);
    expect(runs({ kind: "hours", every: 6, minute: 20 }, 2)).toEqual([
      "2026-01-15T10:50:00.000Z",
      "2026-01-15T16:50:00.000Z",
    ]);
  });

  it("is once for a one-off", () => {
    expect(runs({ kind: "once", at: at("2026-02-01T00:00:00Z") }, 2)).toEqual([
      "2026-02-01T00:00:00.000Z",
    ]);
  });

  it("is always later than what it follows, and a day later at most for a daily one", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 * 86_400 }),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: -15, max: 74 }),
        fc.constantFrom("UTC", "America/New_York", "Pacific/Auckland", "Asia/Kolkata"),
        (seconds, hour, minute, zone) => {
          const after = created + seconds * 1000;
          const next = nextRun({ kind: "days", every: 1, hour, minute, zone }, created, after);
          expect(next).toBeGreaterThan(after);
          expect(next).toBeLessThanOrEqual(after + 25 * 3_600_000);
        },
      ),
    );
  });
});

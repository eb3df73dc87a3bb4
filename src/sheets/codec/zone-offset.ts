import type { ZoneOffset } from "../../engine/kernel/zoned";

const DAY = 86_400_000;
const HOUR = 3_600_000;

/**
 * Caches a zone's offsets, so that 100,000 dates cost a few look-ups and not one each. A UTC month whose start,
 * middle and end agree has one offset; otherwise each of its days is looked up, on a day when the clocks change each
 * hour, and in the hour of the change every instant.
 */
export function memoZoneOffset(exact: ZoneOffset): ZoneOffset {
  const instants = new Map<number, number>();
  const months = new Map<number, number | null>();
  const days = new Map<number, number | null>();
  const hours = new Map<number, number | null>();
  const lookUp = (instant: number): number => {
    const known = instants.get(instant);
    if (known !== undefined) return known;
    const offset = exact(instant);
    instants.set(instant, offset);
    return offset;
  };
  const commonOffset = (moments: readonly number[]): number | null => {
    const [first, ...others] = moments.map(lookUp) as [number, ...number[]];
    return others.every((each) => each === first) ? first : null;
  };
  const offsetOfDay = (day: number): number | null => {
    const date = new Date(day * DAY);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    const offset = memoized(months, year * 12 + month, () =>
      commonOffset([
        Date.UTC(year, month, 1),
        Date.UTC(year, month, 16),
        Date.UTC(year, month + 1, 1),
      ]),
    );
    return offset ?? commonOffset([day * DAY, (day + 1) * DAY]);
  };
  const offsetOfHour = (hour: number) => commonOffset([hour * HOUR, (hour + 1) * HOUR - 1000]);
  return (instant) =>
    memoized(days, Math.floor(instant / DAY), offsetOfDay) ??
    memoized(hours, Math.floor(instant / HOUR), offsetOfHour) ??
    lookUp(instant);
}

function memoized<T>(known: Map<number, T>, bucket: number, make: (bucket: number) => T): T {
  const before = known.get(bucket);
  if (before !== undefined) return before;
  const made = make(bucket);
  known.set(bucket, made);
  return made;
}

/** The offset at an instant, from its formatted local time ("2026-03-01T14:00:00"). */
export function offsetFromText(local: string, instant: number): number {
  const parsed = Date.parse(`${local}Z`);
  return Number.isNaN(parsed) ? 0 : parsed - Math.floor(instant / 1000) * 1000;
}

/** Local time minus UTC, in milliseconds, at an instant (milliseconds since 1970). */
export type ZoneOffset = (instant: number) => number;

const DAY = 86_400_000;
const HOUR = 3_600_000;

/**
 * Remembers a zone's offsets, so that 100,000 dates cost a few look-ups and not one each: a UTC month whose
 * start, middle and end agree has one offset, else each of its days is asked, of a day on which the clocks
 * change each hour, and in the hour of the change every instant.
 */
export function memoZoneOffset(exact: ZoneOffset): ZoneOffset {
  const instants = new Map<number, number>();
  const months = new Map<number, number | null>();
  const days = new Map<number, number | null>();
  const hours = new Map<number, number | null>();
  const ask = (instant: number): number => {
    const known = instants.get(instant);
    if (known !== undefined) return known;
    const offset = exact(instant);
    instants.set(instant, offset);
    return offset;
  };
  const steady = (moments: readonly number[]): number | null => {
    const [first, ...others] = moments.map(ask) as [number, ...number[]];
    return others.every((each) => each === first) ? first : null;
  };
  const offsetOfDay = (day: number): number | null => {
    const date = new Date(day * DAY);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    const offset = remembered(months, year * 12 + month, () =>
      steady([Date.UTC(year, month, 1), Date.UTC(year, month, 16), Date.UTC(year, month + 1, 1)]),
    );
    return offset ?? steady([day * DAY, (day + 1) * DAY]);
  };
  const offsetOfHour = (hour: number) => steady([hour * HOUR, (hour + 1) * HOUR - 1000]);
  return (instant) =>
    remembered(days, Math.floor(instant / DAY), offsetOfDay) ??
    remembered(hours, Math.floor(instant / HOUR), offsetOfHour) ??
    ask(instant);
}

function remembered<T>(known: Map<number, T>, bucket: number, make: (bucket: number) => T): T {
  const before = known.get(bucket);
  if (before !== undefined) return before;
  const made = make(bucket);
  known.set(bucket, made);
  return made;
}

/** The instant that a zone's clock shows as this local time; where the clock skips it, the first after. */
export function instantOf(local: number, offsetAt: ZoneOffset): number {
  const guess = local - offsetAt(local);
  const instant = local - offsetAt(guess);
  if (instant + offsetAt(instant) === local) return instant;
  return local - Math.min(offsetAt(local - DAY), offsetAt(local + DAY));
}

/** The offset that a formatted local time ("2026-03-01T14:00:00") tells at an instant. */
export function offsetFromText(local: string, instant: number): number {
  const parsed = Date.parse(`${local}Z`);
  return Number.isNaN(parsed) ? 0 : parsed - Math.floor(instant / 1000) * 1000;
}

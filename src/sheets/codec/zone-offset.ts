/** Local time minus UTC, in milliseconds, at an instant (milliseconds since 1970). */
export type ZoneOffset = (instant: number) => number;

const DAY = 86_400_000;

/**
 * Remembers a zone's offsets, so that 100,000 dates cost a few look-ups and not one each: a UTC month whose
 * start, middle and end agree has one offset, else each of its days is asked, and a day on which the clocks
 * change is exact to the instant.
 */
export function memoZoneOffset(exact: ZoneOffset): ZoneOffset {
  const instants = new Map<number, number>();
  const months = new Map<number, number | null>();
  const days = new Map<number, number | null>();
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
  return (instant) => {
    const date = new Date(instant);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    const bucket = year * 12 + month;
    let offset = months.get(bucket);
    if (offset === undefined) {
      offset = steady([
        Date.UTC(year, month, 1),
        Date.UTC(year, month, 16),
        Date.UTC(year, month + 1, 1),
      ]);
      months.set(bucket, offset);
    }
    if (offset !== null) return offset;
    const day = Math.floor(instant / DAY);
    let ofDay = days.get(day);
    if (ofDay === undefined) {
      ofDay = steady([day * DAY, (day + 1) * DAY]);
      days.set(day, ofDay);
    }
    return ofDay ?? ask(instant);
  };
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

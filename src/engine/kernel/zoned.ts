import type { DateCell } from "./cells";
import type { Day } from "./day";

const DAY = 86_400_000;

/** Local time minus UTC, in milliseconds, at an instant (milliseconds since 1970). */
export type ZoneOffset = (instant: number) => number;

/** The instant at which a zone's clock shows this local time; if the clock skips it, the first instant after. */
export function instantOf(local: number, offsetAt: ZoneOffset): number {
  const guess = local - offsetAt(local);
  const instant = local - offsetAt(guess);
  if (instant + offsetAt(instant) === local) return instant;
  return local - Math.min(offsetAt(local - DAY), offsetAt(local + DAY));
}

/** The civil day and clock time of a local time; to the second. No clock time at midnight. */
export function dateCellOf(local: number): DateCell {
  const [day = "", time = ""] = new Date(Math.floor(local / 1000) * 1000).toISOString().split("T");
  const clock = time.slice(0, 8);
  return { day: day as Day, time: clock === "00:00:00" ? "" : clock };
}

import type { DateCell } from "./cells";
import { type Day, parseDay } from "./day";

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

const ISO =
  /^(\d{4}-\d{2}-\d{2})[T ]((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(?:[.,]\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * A time as tools write it, "2026-02-01T03:30:00Z", on the calendar of the zone; one that names no zone is the zone's.
 * Undefined for any other text, and for a time of another zone where the own one is not known (IMPORT-13).
 */
export function isoMoment(text: string, offsetAt: ZoneOffset | undefined): DateCell | undefined {
  const [, on = "", clock = "", seconds = "00", zone] = ISO.exec(text) ?? [];
  const day = parseDay(on);
  if (day === undefined) return undefined;
  const local = Date.parse(`${day}T${clock}:${seconds}Z`);
  if (zone === undefined) return dateCellOf(local);
  if (offsetAt === undefined) return undefined;
  const [, sign, hours = 0, minutes = 0] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60_000;
  const instant = local - (sign === "-" ? -ahead : ahead);
  return dateCellOf(instant + offsetAt(instant));
}

/** The civil day and clock time of a local time; to the second. No clock time at midnight. */
export function dateCellOf(local: number): DateCell {
  const [day = "", time = ""] = new Date(Math.floor(local / 1000) * 1000).toISOString().split("T");
  const clock = time.slice(0, 8);
  return { day: day as Day, time: clock === "00:00:00" ? "" : clock };
}

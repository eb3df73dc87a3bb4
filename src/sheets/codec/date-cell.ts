import type { Day } from "../../engine/kernel/day";
import type { DateCell } from "../../engine/kernel/fields";
import { instantOf, type ZoneOffset } from "../../engine/kernel/zoned";

const DAY = 86_400_000;
const days = new Map<number, Day>();

/** The civil day of an instant in a zone, with the clock time if there is one; to the second. */
export function toDateCell(instant: number, offsetAt: ZoneOffset): DateCell {
  const local = Math.round((instant + offsetAt(instant)) / 1000) * 1000;
  const number = Math.floor(local / DAY);
  let day = days.get(number);
  if (day === undefined) {
    day = new Date(number * DAY).toISOString().slice(0, 10) as Day;
    days.set(number, day);
  }
  const rest = local - number * DAY;
  return { day, time: rest === 0 ? "" : new Date(rest).toISOString().slice(11, 19) };
}

/** The instant of this day and clock time in a zone; midnight where there is no clock time. */
export function fromDateCell({ day, time }: DateCell, offsetAt: ZoneOffset): Date {
  return new Date(instantOf(Date.parse(`${day}T${time || "00:00:00"}Z`), offsetAt));
}

import type { Driver } from "../../driver/driver";
import { epochToSerial, serialToEpoch } from "../../workbook";
import type { ClockMove } from "../calls";
import { Refused } from "./refused";

/** Serial of 1970-01-01. */
const unixDay = 25_569;
const msOfDay = 86_400_000;
/** How far one move goes. */
const mostDays = 800;

/**
 * The instant, in epoch ms, that a move of the clock leads to: the same time of day on the next day or a month later
 * (the last day if the month is shorter), or noon of a given day; all in the program's time zone, which is the
 * spreadsheet's (DRIP-7).
 */
export function clockTarget(host: Driver, move: ClockMove): number {
  const zone = host.workbook.timeZone;
  const serial = epochToSerial(host.clock.now().getTime(), zone);
  switch (move.kind) {
    case "next-day":
      return serialToEpoch(serial + 1, zone);
    case "next-month":
      return serialToEpoch(monthOn(Math.floor(serial)) + (serial % 1), zone);
    case "day": {
      const day = serialOfDay(move.day);
      if (day - serial > mostDays) {
        throw new Refused(
          400,
          `Go at most ${mostDays} days ahead at once: each day's runs are lived.`,
        );
      }
      return serialToEpoch(day + 0.5, zone);
    }
    default:
      return move satisfies never;
  }
}

/** A civil day and time in the program's zone, "2026-03-02" and "09:00". */
export function civilClock(host: Driver): { readonly day: string; readonly time: string } {
  const serial = epochToSerial(host.clock.now().getTime(), host.workbook.timeZone);
  const text = new Date(Math.round((serial - unixDay) * msOfDay)).toISOString();
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}

function serialOfDay(day: string): number {
  const epoch = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(epoch)) throw new Error(`"${day}" is not a day.`);
  return epoch / msOfDay + unixDay;
}

function monthOn(serial: number): number {
  const date = new Date((serial - unixDay) * msOfDay);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + 1);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime() / msOfDay + unixDay;
}

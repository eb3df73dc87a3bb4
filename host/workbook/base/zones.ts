import { ServiceError } from "./service-error";

const day = 86_400_000;
/** 1899-12-30, the day of serial 0, in epoch milliseconds of UTC. */
const origin = Date.UTC(1899, 11, 30);

type Zone = {
  readonly format: Intl.DateTimeFormat;
  /** Offset in ms by day of UTC; NaN on a day whose offset changes. */
  readonly days: Map<number, number>;
};

const zones = new Map<string, Zone>();

/** Whether the host's ICU data knows a time zone ("Europe/Berlin"). */
export function isZone(name: string): boolean {
  try {
    zoneOf(name);
    return true;
  } catch (error) {
    if (error instanceof ServiceError) return false;
    throw error;
  }
}

/**
 * The epoch milliseconds at which a zone's clocks show a serial's civil date and time. Of a time that occurs twice it
 * is the first; a time skipped by a jump is as far past the jump (both as JS Dates do).
 */
export function serialToEpoch(serial: number, zone: string): number {
  const civil = origin + Math.round(serial * day);
  if (zone === "UTC") return civil;
  const before = offsetAt(civil - day, zone);
  const after = offsetAt(civil + day, zone);
  if (before === after) return civil - before;
  if (civilAt(civil - before, zone) === civil) return civil - before;
  if (civilAt(civil - after, zone) === civil) return civil - after;
  return civil - before;
}

/** The serial of the civil date and time that a zone's clocks show at epoch milliseconds. */
export function epochToSerial(epoch: number, zone: string): number {
  return (civilAt(epoch, zone) - origin) / day;
}

/** The civil time of a zone, as if it were epoch milliseconds of UTC. */
export function civilAt(epoch: number, zone: string): number {
  return zone === "UTC" ? epoch : epoch + offsetAt(epoch, zone);
}

/** Serial of a civil date (month 1-12) and time of day; out-of-range parts roll over. */
export function serialOf(year: number, month: number, date: number, dayFraction = 0): number {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, date);
  return Math.round((at.getTime() - origin) / day) + dayFraction;
}

/** A Date whose UTC fields are the civil fields of a serial, rounded to the millisecond. */
export function civilDate(serial: number): Date {
  return new Date(origin + Math.round(serial * day));
}

function offsetAt(epoch: number, name: string): number {
  const zone = zoneOf(name);
  const index = Math.floor(epoch / day);
  let known = zone.days.get(index);
  if (known === undefined) {
    const start = measure(zone, index * day);
    known = start === measure(zone, (index + 1) * day - 1) ? start : Number.NaN;
    zone.days.set(index, known);
  }
  return Number.isNaN(known) ? measure(zone, epoch) : known;
}

function measure(zone: Zone, epoch: number): number {
  const whole = Math.floor(epoch / 1000) * 1000;
  const fields: Record<string, number> = {};
  for (const { type, value } of zone.format.formatToParts(whole)) fields[type] = Number(value);
  const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second = 0 } = fields;
  const civil = new Date(0);
  civil.setUTCFullYear(year, month - 1, date);
  civil.setUTCHours(hour, minute, second);
  return civil.getTime() - whole;
}

function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const zone = { format: formatOf(name), days: new Map<number, number>() };
  zones.set(name, zone);
  return zone;
}

function formatOf(name: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      calendar: "iso8601",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch (cause) {
    if (cause instanceof RangeError) throw new ServiceError(`Invalid time zone: ${name}`);
    throw cause;
  }
}

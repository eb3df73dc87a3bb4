import { months, patternParts, weekdays } from "./date-pattern";
import { type Zone, zoneOf } from "./zone";

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

const dayOfYear = (at: Date): number =>
  Math.round((at.getTime() - Date.UTC(at.getUTCFullYear(), 0, 1)) / 86_400_000 + 0.5);

/** The year that a week belongs to: that of its Saturday, as American weeks count. */
const weekYear = (at: Date): number =>
  new Date(at.getTime() + (6 - at.getUTCDay()) * 86_400_000).getUTCFullYear();

const weekOfYear = (at: Date): number => {
  const saturday = new Date(at.getTime() + (6 - at.getUTCDay()) * 86_400_000);
  return Math.ceil(dayOfYear(saturday) / 7);
};

const year = (value: number, count: number): string =>
  count === 2 ? pad(value % 100, 2) : pad(value, count);

const offsetText = (minutes: number, letter: string, count: number): string => {
  if (letter === "X" && minutes === 0) return "Z";
  const sign = minutes < 0 ? "-" : "+";
  const [hour, minute] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  if (letter === "X" && count === 1) return `${sign}${pad(hour, 2)}`;
  return `${sign}${pad(hour, 2)}${letter === "X" && count === 3 ? ":" : ""}${pad(minute, 2)}`;
};

/** One field; `at` holds the civil time as UTC. Letters of Java's SimpleDateFormat, in English. */
const field = (letter: string, count: number, at: Date, epoch: number, zone: Zone): string => {
  const hour = at.getUTCHours();
  const number: Readonly<Record<string, number>> = {
    d: at.getUTCDate(),
    D: dayOfYear(at),
    F: Math.ceil(at.getUTCDate() / 7),
    w: weekOfYear(at),
    W: Math.ceil((at.getUTCDate() + 6 - at.getUTCDay()) / 7),
    u: at.getUTCDay() === 0 ? 7 : at.getUTCDay(),
    H: hour,
    k: hour === 0 ? 24 : hour,
    K: hour % 12,
    h: hour % 12 === 0 ? 12 : hour % 12,
    m: at.getUTCMinutes(),
    s: at.getUTCSeconds(),
    S: at.getUTCMilliseconds(),
  };
  const value = number[letter];
  if (value !== undefined) return pad(value, count);
  const month = months[at.getUTCMonth()] ?? "";
  const weekday = weekdays[at.getUTCDay()] ?? "";
  switch (letter) {
    case "G":
      return at.getUTCFullYear() > 0 ? "AD" : "BC";
    case "y":
      return year(at.getUTCFullYear(), count);
    case "Y":
      return year(weekYear(at), count);
    case "E":
      return count > 3 ? weekday : weekday.slice(0, 3);
    case "a":
      return hour < 12 ? "AM" : "PM";
    case "z":
      return zone.nameAt(epoch, count > 3 ? "long" : "short");
    case "Z":
    case "X":
      return offsetText(Math.round((at.getTime() - epoch) / 60_000), letter, count);
    default:
      if (count < 3) return pad(at.getUTCMonth() + 1, count);
      return count === 3 ? month.slice(0, 3) : month;
  }
};

/** Utilities.formatDate: an instant in epoch milliseconds, in a zone, by a SimpleDateFormat pattern. */
export const formatDate = (epoch: number, timeZone: string, pattern: string): string => {
  const zone = zoneOf(timeZone);
  const at = new Date(zone.civilAt(epoch));
  return patternParts(pattern)
    .map((part) =>
      part.kind === "text" ? part.text : field(part.letter, part.count, at, epoch, zone),
    )
    .join("");
};

import { ServiceError } from "../../workbook/base/service-error";
import { months, type PatternPart, patternParts } from "./date-pattern";
import { zoneOf } from "./zone";

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const shortNames = (): string => months.map((name) => name.slice(0, 3)).join("|");

/** The letters that can be parsed, each with what it accepts. */
const expression = (part: PatternPart, next: PatternPart | undefined): string => {
  if (part.kind === "text") return escaped(part.text);
  const { letter, count } = part;
  if (letter === "E") return "[A-Za-z]+";
  if (letter === "a") return "(AM|PM|am|pm)";
  if (letter === "Z" || letter === "X") return "(Z|[+-]\\d{2}:?\\d{0,2})";
  if ((letter === "M" || letter === "L") && count > 2)
    return `(${months.join("|")}|${shortNames()})`;
  if (!"yMLdHkKhmsS".includes(letter)) {
    throw new ServiceError(`not in the local host: Utilities.parseDate with ${letter}`);
  }
  return next?.kind === "field" ? `(\\d{${count}})` : "(\\d+)";
};

const monthOf = (text: string): number => {
  const named = months.findIndex((name) => name.startsWith(text.slice(0, 3)));
  return named === -1 ? Number(text) : named + 1;
};

/** Two digits mean the year within 80 years before and 20 after now, as in Java. */
const yearOf = (text: string, count: number, now: number): number => {
  if (count > 2 || text.length !== 2) return Number(text);
  const first = new Date(now).getUTCFullYear() - 80;
  const inCentury = first - (first % 100) + Number(text);
  return inCentury < first ? inCentury + 100 : inCentury;
};

const offsetOf = (text: string): number => {
  if (text === "Z") return 0;
  const [, sign, hour, minute] = /([+-])(\d{2}):?(\d{0,2})/.exec(text) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hour) * 60 + Number(minute)) * 60_000;
};

/** Utilities.parseDate: the epoch milliseconds of a text written by a SimpleDateFormat pattern. */
export const parseDate = (text: string, timeZone: string, pattern: string, now: number): number => {
  const parts = patternParts(pattern);
  const groups = parts.filter((part) => part.kind === "field" && part.letter !== "E") as Extract<
    PatternPart,
    { kind: "field" }
  >[];
  const source = parts.map((part, at) => expression(part, parts[at + 1])).join("");
  const found = new RegExp(`^${source}`).exec(text);
  if (found === null) throw new ServiceError(`Unparseable date: "${text}"`);
  const value = new Map(groups.map(({ letter }, at) => [letter, found[at + 1] ?? ""]));
  const number = (letters: string, fallback: number): number => {
    const letter = [...letters].find((each) => value.has(each));
    return letter === undefined ? fallback : Number(value.get(letter));
  };
  const half = number("hK", 0) % 12;
  const late = /pm/i.test(value.get("a") ?? "") ? 12 : 0;
  const hour = value.has("H") || value.has("k") ? number("Hk", 0) : half + late;
  const count = groups.find(({ letter }) => letter === "y")?.count ?? 4;
  const month = value.get("M") ?? value.get("L");
  const civil = new Date(0);
  civil.setUTCFullYear(
    value.has("y") ? yearOf(value.get("y") ?? "", count, now) : 1970,
    month === undefined ? 0 : monthOf(month) - 1,
    number("d", 1),
  );
  civil.setUTCHours(hour, number("m", 0), number("s", 0), number("S", 0));
  const offset = value.get("X") ?? value.get("Z");
  return offset === undefined
    ? zoneOf(timeZone).epochOf(civil.getTime())
    : civil.getTime() - offsetOf(offset);
};

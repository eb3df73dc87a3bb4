import type { LocaleRules } from "./locale-rules";

const tokens = /"[^"]*"|\\.|\[(?:h+|m+|s+)\]|\[[^\]]*\]|y+|m+|d+|h+|s+|\.0+|am\/pm|a\/p|[^"\\]/gi;

/** A date, time or duration under a date format; `at` carries the serial's civil fields as UTC. */
export function displayDate(serial: number, at: Date, format: string, rules: LocaleRules): string {
  const parts = format.match(tokens) ?? [];
  const half = parts.some((part) => /^a(m\/p)?/i.test(part) && part.includes("/"));
  return parts
    .map((part, index) => {
      if (part.startsWith('"')) return part.slice(1, -1);
      if (part.startsWith("\\")) return part.slice(1);
      if (part.startsWith("[")) return elapsed(serial, part);
      const letter = part[0]?.toLowerCase();
      if (letter === "m" && isMinute(parts, index)) return pad(at.getUTCMinutes(), part.length);
      if (letter === "y") return yearText(at, part.length);
      if (letter === "m") return monthText(at, part.length, rules);
      if (letter === "d") return dayText(at, part.length, rules);
      if (letter === "h") return pad(hourOf(at, half), part.length);
      if (letter === "s") return pad(at.getUTCSeconds(), part.length);
      if (/^\.0/.test(part)) return `.${pad(at.getUTCMilliseconds(), 3).slice(0, part.length - 1)}`;
      if (/^am\/pm$/i.test(part)) return at.getUTCHours() < 12 ? "AM" : "PM";
      if (/^a\/p$/i.test(part)) return at.getUTCHours() < 12 ? "A" : "P";
      return part;
    })
    .join("");
}

/** An m stands for minutes after an hour or before seconds. */
function isMinute(parts: readonly string[], index: number): boolean {
  const meaning = (part: string) => /^\[?[ymdhs]/i.test(part);
  const before = parts.slice(0, index).reverse().find(meaning);
  const after = parts.slice(index + 1).find(meaning);
  return /^\[?h/i.test(before ?? "") || /^s/i.test(after ?? "");
}

function hourOf(at: Date, half: boolean): number {
  const hour = at.getUTCHours();
  return half ? hour % 12 || 12 : hour;
}

function yearText(at: Date, length: number): string {
  return length <= 2
    ? pad(at.getUTCFullYear() % 100, 2)
    : String(at.getUTCFullYear()).padStart(4, "0");
}

function monthText(at: Date, length: number, rules: LocaleRules): string {
  const month = at.getUTCMonth();
  if (length === 3) return rules.shortMonths[month] ?? "";
  if (length === 4) return rules.months[month] ?? "";
  if (length === 5) return (rules.months[month] ?? "").slice(0, 1);
  return pad(month + 1, length);
}

function dayText(at: Date, length: number, rules: LocaleRules): string {
  if (length === 3) return rules.shortWeekdays[at.getUTCDay()] ?? "";
  if (length >= 4) return rules.weekdays[at.getUTCDay()] ?? "";
  return pad(at.getUTCDate(), length);
}

function elapsed(serial: number, part: string): string {
  const unit = part[1]?.toLowerCase();
  const perDay = unit === "h" ? 24 : unit === "m" ? 1440 : unit === "s" ? 86_400 : null;
  if (perDay === null) return "";
  const count = Math.floor(Math.round(Math.abs(serial) * 86_400_000) / (86_400_000 / perDay));
  return `${serial < 0 ? "-" : ""}${pad(count, part.length - 2)}`;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0");
}

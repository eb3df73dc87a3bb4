import { quoted } from "./cells";
import { type Day, dayOfParts, parseDay } from "./day";
import { type FieldKind, fail, ok, type Parsed } from "./field";

/** How people of the spreadsheet's locale type, and on which day they do. */
export interface Entry {
  readonly order: readonly ("day" | "month" | "year")[];
  /** The locale's names of the months, January first. */
  readonly months: readonly string[];
  /** The same as they are shown where space is short: "mrt" is no beginning of "maart". */
  readonly shortMonths?: readonly string[];
  readonly today: Day;
}

/** The names of the months in English, January first. */
export const englishMonths: readonly string[] =
  "january february march april may june july august september october november december".split(
    " ",
  );
const SHORTEST = 3;

/**
 * What a person typed into a field of this kind, as the field itself reads it: days as "12 Mar", "12.3.2026" or
 * "3/12" (this year's where none is typed) become ISO. What can be read in more than one way is CELL_AMBIGUOUS; what is not understood is left as it is.
 */
export function typedEntry(kind: FieldKind, text: string, entry: Entry): Parsed<string> {
  if (kind === "day" || kind === "moment") return typedDay(text.trim(), entry);
  return ok(text);
}

function typedDay(text: string, entry: Entry): Parsed<string> {
  if (parseDay(text)) return ok(text);
  const parts = text.split(/[\s./,-]+/).filter((part) => part !== "" && part !== "de");
  const numbers = parts.filter((part) => /^\d+$/.test(part));
  const words = parts.filter((part) => !/\d/.test(part));
  if (numbers.length + words.length !== parts.length || words.length > 1) return ok(text);
  const [word] = words;
  return word === undefined
    ? inNumbers(text, numbers, entry)
    : withName(text, word, numbers, entry);
}

const ambiguous = (text: string): Parsed<never> =>
  fail(
    "CELL_AMBIGUOUS",
    `${quoted(text)} can be read in more than one way. Type it as 2026-03-31.`,
  );

function inNumbers(text: string, numbers: readonly string[], entry: Entry): Parsed<string> {
  const [first = "", second = "", third] = numbers;
  if (numbers.length < 2 || numbers.length > 3) return ok(text);
  if (first.length === 4) return isoOf(text, first, second, third ?? "");
  const isDayFirst = entry.order.indexOf("day") < entry.order.indexOf("month");
  // Points are the sign of day-first countries, and a year at the end is not that of year-first ones.
  const isForeign = isDayFirst
    ? entry.order[0] === "year" && third !== undefined
    : /^\d+\.\s?\d/.test(text) || entry.order[0] === "year";
  if (isForeign && Number(first) <= 12 && Number(second) <= 12 && first !== second) {
    return third === undefined && entry.order[0] === "year"
      ? isoOf(text, yearOf(entry.today), first, second)
      : ambiguous(text);
  }
  const year = third ?? yearOf(entry.today);
  const dayComesFirst = isForeign ? Number(first) > 12 : isDayFirst;
  return dayComesFirst ? isoOf(text, year, second, first) : isoOf(text, year, first, second);
}

const yearOf = (day: Day): string => day.slice(0, 4);

function withName(
  text: string,
  word: string,
  numbers: readonly string[],
  { months, shortMonths = [], today }: Entry,
): Parsed<string> {
  const wanted = plain(word);
  if (wanted.length < SHORTEST || numbers.length === 0 || numbers.length > 2) return ok(text);
  const found = [months, shortMonths, englishMonths].map((names) =>
    names.flatMap((name, index) => (plain(name).startsWith(wanted) ? [index + 1] : [])),
  );
  const meant = found.find((each) => each.length > 0) ?? [];
  if (meant.length > 1) return ambiguous(text);
  const [first = "", second = yearOf(today)] = numbers;
  if (meant[0] === undefined) return ok(text);
  return first.length === 4
    ? isoOf(text, first, String(meant[0]), second)
    : isoOf(text, second, String(meant[0]), first);
}

const plain = (word: string): string =>
  word
    .normalize("NFD")
    .replace(/[\u0300-\u036f.]/g, "")
    .toLowerCase();

/** ISO text; the text itself where there is no such day, so that the field refuses it in its own words. */
const isoOf = (text: string, year: string, month: string, date: string): Parsed<string> =>
  ok(dayOfParts(year.length === 2 ? `20${year}` : year, month, date) ?? text);

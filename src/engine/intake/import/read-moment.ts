import { addDays, type Day, day, dayOfParts } from "../../kernel/day";

/** Whether `03/04/2026` is the 3rd of April or March 4th; "unknown" where nothing in the file tells. */
export type DayOrder = "day first" | "month first" | "unknown";

/** A date of a file, not yet in any zone's calendar: a civil day, or an instant (milliseconds since 1970). */
export type Moment =
  | { readonly instant: number }
  /** `time` is "" where no clock time is written; midnight is "00:00:00". */
  | { readonly day: Day; readonly time: string; readonly zone: string };
type Read<T> = T | { readonly reason: string; readonly isAmbiguous?: true };
export type DateRead = Read<Moment>;

const clean = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/\s+/g, " ")
    .trim();

const NUMERIC = /^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})\.?(?![\d/-])/;

/** Tells the order from the numbers above twelve among all dates of a file that are written with one of these signs. */
export function dayOrderOf(texts: readonly string[], signs = "/-"): DayOrder {
  const pairs = texts.flatMap((text) => {
    const [, first, sign = "", second] = NUMERIC.exec(clean(text)) ?? [];
    return first && signs.includes(sign) ? [[Number(first), Number(second)] as const] : [];
  });
  const dayFirst = pairs.some(([first, second]) => first > 12 && second <= 12);
  const monthFirst = pairs.some(([first, second]) => second > 12 && first <= 12);
  if (dayFirst === monthFirst) return "unknown";
  return dayFirst ? "day first" : "month first";
}

const CLOCK =
  /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s*([ap])(?:\.?\s?m)?\b\.?)?|(?:^|[\sT,])(\d{1,2})(?:[.h](\d{2})(?:[.:](\d{2}))?|(?=\s*[ap]\.?\s?m\b))(?:\s*([ap])\.?\s?m\b\.?)?(?=$|\s*(?:uhr|Z|[+-]\d|[A-Z]{3}))/i;
const ZONE =
  /^(Z\b|(?:UTC|GMT)?\s?[+-]\d{1,2}(?::?\d{2})?|[A-Za-z]+\/[\w/+-]+|[A-Z]{2,5}\b)?\s*(?:\([^)]*\))?\s*(.*)$/;

/**
 * Reads a date as tools and people write it: ISO, with points, slashes or dashes, with the name of a month, as seconds
 * since 1970 or a spreadsheet's day number; with a clock of 24 or 12 hours and a zone. What is not understood is never
 * cut off: the whole text is refused then (IMPORT-9).
 */
export function readMoment(
  text: string,
  orders: { readonly slashed: DayOrder; readonly dotted: DayOrder },
): DateRead {
  const bare = withoutWeekday(clean(text));
  const bad = { reason: `“${text}” is not a date` };
  const since = /^(\d{10})(?:\.\d+)?$|^(\d{13})$/.exec(bare);
  if (since) return { instant: since[1] ? Number(since[1]) * 1000 : Number(since[2]) };
  const serial = /^([2-7]\d{4})(?:[.,](\d+))?$/.exec(bare);
  if (serial) return ofSerial(Number(serial[1]), Number(`0.${serial[2] ?? 0}`));
  const found = clockIn(bare);
  const before = bare
    .slice(0, found?.at ?? bare.length)
    .replace(/(?<=\d)T$|[\s,]+$|[\s,]+(at|um|à|a las|alle|om)\s*$/i, "")
    .trim();
  const rest = found
    ? bare
        .slice(found.ends)
        .trim()
        .replace(/^uhr\b\s*/i, "")
    : "";
  const [, first = "", others = ""] = ZONE.exec(rest) ?? [];
  // "20:12:59 Jan 13, 2026 PST": the zone stands last.
  const [, after = others, last = ""] = /^(.*\d)\s+([A-Z]{3,5}|[+-]\d\d:?\d\d)$/.exec(others) ?? [];
  const zone = first || last;
  const written = [before, after].filter((part) => part !== "").join(" ");
  const read = readDay(written, orders);
  if (read === undefined) return bad;
  if (typeof read !== "string") return { ...read, reason: `“${text}” ${read.reason}` };
  if (!found) return { day: read, time: "", zone: "" };
  const time = clockOf(found);
  return time === undefined
    ? { reason: `the clock time in “${text}” can't be read` }
    : { day: read, time, zone };
}

const either = { slashed: "day first", dotted: "day first" } as const;
/** Whether a text is a date, in whichever order. */
export const isDate = (text: string): boolean => !("reason" in readMoment(text, either));

function clockIn(text: string) {
  const found = CLOCK.exec(text);
  if (!found) return undefined;
  const [whole, h1, m1, s1, half1, h2, m2, s2, half2] = found;
  // Dots part days, too: without a date before them they are no clock.
  if (h1 === undefined && found.index === 0) return undefined;
  return {
    at: found.index,
    ends: found.index + whole.length,
    parts: [h1 ?? h2, m1 ?? m2, s1 ?? s2, half1 ?? half2],
  };
}

function clockOf({ parts }: NonNullable<ReturnType<typeof clockIn>>): string | undefined {
  const [hours, minutes = "0", seconds = "0", half] = parts;
  let hour = Number(hours);
  if (half && hour <= 12) {
    if (hour === 0 && half.toLowerCase() === "p") return undefined;
    hour = (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  } else if (half?.toLowerCase() === "a") return undefined;
  const all = [hour, Number(minutes), Number(seconds)];
  if (all.some((part, at) => part > (at === 0 ? 23 : 59))) return undefined;
  return all.map((part) => String(part).padStart(2, "0")).join(":");
}

const EPOCH = day("1899-12-30");
function ofSerial(days: number, fraction: number): DateRead {
  const seconds = Math.round(fraction * 86_400);
  const time = new Date(seconds * 1000).toISOString().slice(11, 19);
  return { day: addDays(EPOCH, days), time: seconds === 0 ? "" : time, zone: "" };
}

/** Beginnings of the months' names in seven languages, without accents. */
const months: readonly (readonly [RegExp, number])[] = [
  [/^(jan|gen|ene)/, 1],
  [/^(feb|fev)/, 2],
  [/^(mar(?!di)|mrz|maerz|maart|mrt)/, 3],
  [/^(apr|avr|abr)/, 4],
  [/^(may|mai|mag|mei)/, 5],
  [/^(jun|juin|giu)/, 6],
  [/^(jul|juil|lug)/, 7],
  [/^(aug|aou|ago)/, 8],
  [/^(sep|set)/, 9],
  [/^(oct|okt|ott|out)/, 10],
  [/^nov/, 11],
  [/^(dec|dez|dic)/, 12],
];
const monthNamed = (word: string): number | undefined => {
  const bare = word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return months.find(([beginning]) => beginning.test(bare))?.[1];
};

/** "Sat, 10/01/2026": the day of the week says nothing new. */
const withoutWeekday = (text: string): string =>
  text.replace(/^(\p{L}{2,})\.?,?\s+(?=\d)/u, (whole, word: string) =>
    monthNamed(word) === undefined ? "" : whole,
  );

function readDay(
  text: string,
  { slashed, dotted }: { readonly slashed: DayOrder; readonly dotted: DayOrder },
): Read<Day> | undefined {
  const iso =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? /^(\d{4})()(\d\d)(\d\d)$/.exec(text);
  if (iso) return sane(dayOfParts(iso[1], iso[3], iso[4]));
  const east = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (east) return sane(dayOfParts(east[1], east[2], east[3]));
  const numeric = NUMERIC.exec(text);
  if (!numeric) return /\p{L}/u.test(text) ? namedDay(text) : undefined;
  if (numeric[0].length !== text.length) return undefined;
  const [, first = "", sign = "", second = "", year = ""] = numeric;
  const whole = year.length === 2 ? `20${year}` : year;
  const dayFirst = sane(dayOfParts(whole, second, first));
  const monthFirst = sane(dayOfParts(whole, first, second));
  if (dayFirst === undefined || monthFirst === undefined) return dayFirst ?? monthFirst;
  if (dayFirst === monthFirst) return dayFirst;
  const order = sign === "." ? dotted : slashed;
  if (order === "unknown") {
    return {
      reason: `can be read as ${dayFirst} or as ${monthFirst}`,
      isAmbiguous: true,
    };
  }
  return order === "day first" ? dayFirst : monthFirst;
}

function namedDay(text: string): Day | undefined {
  const parts = text
    .replace(/(\d)(st|nd|rd|th|er|ere|º|ª|o)\b/gi, "$1")
    .split(/[\s.,/-]+/)
    .filter((part) => part !== "" && !/^(de|of|the|del|le|der)$/i.test(part));
  const numbers = parts.filter((part) => /^\d+$/.test(part));
  const words = parts.filter((part) => /^\D+$/.test(part));
  if (numbers.length !== 2 || numbers.length + words.length !== parts.length) return undefined;
  // A day of the week may stand before it.
  if (words.length > 2 || (words.length === 2 && words[0] !== parts[0])) return undefined;
  const month = monthNamed(words[words.length - 1] as string);
  const [first = "", second = ""] = numbers;
  if (month === undefined) return undefined;
  const [date, year] = first.length === 4 ? [second, first] : [first, second];
  return sane(dayOfParts(year.length === 2 ? `20${year}` : year, String(month), date));
}

/** A year that no sale is of is a slip of the keyboard. */
const sane = (read: Day | undefined): Day | undefined =>
  read !== undefined && read >= "1970" && read < "2200" ? read : undefined;

/** How a locale writes numbers and dates, as far as parsing and showing them needs. */
export type LocaleRules = {
  readonly decimal: string;
  readonly group: string;
  readonly order: "mdy" | "dmy" | "ymd";
  /** The number format of a date that arrives without one, such as "m/d/yyyy". */
  readonly dateFormat: string;
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
};

const known = new Map<string, LocaleRules>();

/** The rules of a spreadsheet locale ("de_DE"); one that ICU does not know is read as en_US. */
export function localeRules(locale: string): LocaleRules {
  let rules = known.get(locale);
  if (rules === undefined) {
    rules = read(tagOf(locale));
    known.set(locale, rules);
  }
  return rules;
}

function tagOf(locale: string): string {
  const tag = locale.replace("_", "-");
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? "en-US";
  } catch (error) {
    if (error instanceof RangeError) return "en-US";
    throw error;
  }
}

function read(tag: string): LocaleRules {
  const number = new Intl.NumberFormat(tag, { numberingSystem: "latn" }).formatToParts(-1234567.5);
  // Sheets' own dates are CLDR's short ones with a whole year (PLATFORM-106).
  const date = new Intl.DateTimeFormat(tag, {
    dateStyle: "short",
    timeZone: "UTC",
    calendar: "gregory",
    numberingSystem: "latn",
  }).formatToParts(Date.UTC(2026, 2, 4));
  const order = date.map(({ type }) => (type in letters ? type[0] : "")).join("");
  return {
    decimal: number.find(({ type }) => type === "decimal")?.value ?? ".",
    group: number.find(({ type }) => type === "group")?.value ?? ",",
    order: order === "mdy" || order === "ymd" ? order : "dmy",
    dateFormat: date
      .map(({ type, value }) => {
        if (type === "literal") return value.replace(/[\u200e\u200f]/g, "");
        const letter = letters[type as keyof typeof letters] ?? "";
        return letter === "y" ? "yyyy" : letter.repeat(value.length);
      })
      .join(""),
    months: names(tag, { month: "long" }, 12, 32),
    shortMonths: names(tag, { month: "short" }, 12, 32),
    weekdays: names(tag, { weekday: "long" }, 7, 1),
    shortWeekdays: names(tag, { weekday: "short" }, 7, 1),
  };
}

const letters = { year: "y", month: "m", day: "d" } as const;

/** Names from Sunday 2023-01-01 on, a step of days apart (32 days from the 1st reach each next month often enough once counted by month). */
function names(
  tag: string,
  options: Intl.DateTimeFormatOptions,
  count: number,
  step: number,
): readonly string[] {
  const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" });
  return Array.from({ length: count }, (_, index) =>
    format.format(step === 1 ? Date.UTC(2023, 0, 1 + index) : Date.UTC(2023, index, 1)),
  );
}

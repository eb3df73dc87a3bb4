import type { Day } from "../../engine/kernel/day";
import type { Entry } from "../../engine/kernel/locale-entry";

/**
 * How people type dates and numbers in a spreadsheet's locale, such as "de_DE"; as in English where it is unknown.
 */
export function entryOf(locale: string, today: Day): Entry {
  const tag = locale.replace(/_/g, "-");
  try {
    return inLocale(tag, today);
  } catch (error) {
    if (error instanceof RangeError) return inLocale("en-US", today);
    throw error;
  }
}

function inLocale(tag: string, today: Day): Entry {
  const zone = { timeZone: "UTC" } as const;
  const shown = new Intl.DateTimeFormat(tag, zone).formatToParts(new Date(0));
  const monthsIn = (month: "long" | "short") => {
    const format = new Intl.DateTimeFormat(tag, { ...zone, month });
    return Array.from({ length: 12 }, (_, index) =>
      format.format(new Date(Date.UTC(2026, index, 1))),
    );
  };
  return {
    order: shown.flatMap(({ type }) =>
      type === "day" || type === "month" || type === "year" ? [type] : [],
    ),
    months: monthsIn("long"),
    shortMonths: monthsIn("short"),
    today,
  };
}

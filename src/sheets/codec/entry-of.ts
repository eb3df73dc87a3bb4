import type { Day } from "../../engine/kernel/day";
import type { Entry } from "../../engine/kernel/locale-entry";
import { tagOf } from "../../engine/kernel/locale-tag";

/**
 * How people type dates and numbers in a spreadsheet's locale, such as "de_DE"; as in English where it is unknown.
 */
export function entryOf(locale: string, today: Day): Entry {
  const tag = tagOf(locale) ?? "en-US";
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

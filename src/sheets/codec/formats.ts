import { tagOf } from "../../engine/kernel/locale-tag";
import type { Column } from "../../engine/tables/table";

/** How the cells of a spreadsheet look (SHEET-17a). */
export interface Look {
  /** The number format of a day. */
  readonly dates: string;
  /** The decimals of the program's currency, which an amount without one is in; two until the settings are read. */
  digits: number;
}

/** A look as the journal's tab keeps it: its days' format comes before the bar. */
export const lookText = ({ dates, digits }: Look): string => `${dates}|${digits}`;

/** How earlier releases showed a day everywhere, and one that nobody can misread. */
export const ISO = "yyyy-mm-dd";

/**
 * The number format of a day as a spreadsheet's locale writes it, such as "dd.mm.yyyy" for "de_DE"; ISO where this script's
 * server does not know the locale (SHEET-17a).
 */
export function dateFormatIn(locale: string): string {
  const tag = tagOf(locale);
  if (tag === undefined) return ISO;
  const format = new Intl.DateTimeFormat(tag, {
    dateStyle: "short",
    calendar: "gregory",
    numberingSystem: "latn",
    timeZone: "UTC",
  })
    .formatToParts(Date.UTC(2026, 2, 5))
    .map(({ type, value }) => {
      // Without marks of direction; "5.03.2026 г." without its word.
      if (type === "literal") return /\p{L}/u.test(value) ? "" : value.replace(/[^ ./-]/g, "");
      return type === "year" ? "yyyy" : type.charAt(0).repeat(value.length);
    })
    .join("");
  return /^[dmy]+([ ./-]+[dmy]+){2}\.?$/.test(format) ? format : ISO;
}

/** A column's number format; "" leaves it as it is. `digits`: the decimals of an amount's currency. */
export function formatOf(
  { field, filledBy }: Column<unknown>,
  { dates, digits: usual }: Look,
  digits = usual,
): string {
  switch (field.kind) {
    case "text":
    case "long text":
    case "key":
    case "percent":
    case "currency":
    case "month":
    case "word":
    case "yes/no":
    case "e-mail":
    case "packed":
      return "@";
    case "day":
      return dates;
    case "moment":
      return filledBy === "program" ? momentFormat(dates) : dates;
    case "amount":
      return amountFormat(digits);
    case "integer":
      return "0";
    case "number":
      return "";
    default:
      return field.kind satisfies never;
  }
}

/** The number format of a day with its time of day. */
export const momentFormat = (dates: string): string => `${dates} hh:mm:ss`;

/** The number format of an amount with this many decimals. */
export const amountFormat = (digits: number): string =>
  digits === 0 ? "#,##0" : `#,##0.${"0".repeat(digits)}`;

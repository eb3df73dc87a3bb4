import { tagOf } from "../../engine/kernel/locale-tag";

/** How a spreadsheet's locale, such as "de_DE", writes 1234567.8; as in English where it is unknown. */
export const millionOf = (locale: string): string =>
  (1_234_567.8).toLocaleString(tagOf(locale) ?? "en-US");

/** The decimal mark in a number that a locale wrote. */
export const decimalMarkIn = (million: string): "." | "," =>
  million.slice(-2, -1) === "," ? "," : ".";

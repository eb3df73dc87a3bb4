import type { ReplyError } from "../../engine/contract/contract";
import { type Sentence, type Speech, wordsOf } from "../../engine/kernel/message";
import { sentenceIn } from "../state/failure";
import { dayText, monthText, shortMonthText } from "./days";
import { localeOf } from "./locale";
import { moneyText } from "./money";
import { numberOf, numberText } from "./number";
import { count } from "./words";

/** The spreadsheet's locale, which the script writes into the page when it opens the sidebar. */
const locale = localeOf(document.getElementById("sidebar")?.dataset.locale);

const speech: Speech = {
  money: (decimal, currency) => moneyText(decimal, currency, locale),
  day: (day) => dayText(day, locale),
  month: (month) => monthText(month, locale),
  number: (n) => (locale === undefined ? String(n) : new Intl.NumberFormat(locale).format(n)),
  invoice: (month, currency) =>
    locale === undefined
      ? `inv_${month}_${currency}`
      : `${monthText(month, locale)} ·\u00a0${currency}`,
};

/** A sentence of the engine with its days, months and amounts in the locale. */
const said = (sentence: Sentence): string => wordsOf(sentence, speech);

/** How this spreadsheet writes amounts, days and counts. */
export const text = {
  money: (decimal: string, currency: string) => moneyText(decimal, currency, locale),
  day: (day: string) => dayText(day, locale),
  shortMonth: (month: string) => shortMonthText(month, locale),
  month: (month: string) => monthText(month, locale),
  said,
  /** An invoice by its key. */
  invoice: (key: string) => said({ code: "{}", values: [{ invoice: key }] }),
  refused: (error: ReplyError) => said(sentenceIn(error)),
  number: (value: number) => numberText(value, locale),
  /** The number typed in the locale; undefined where it is not a number. */
  numberIn: (typed: string) => numberOf(typed, locale),
  count: (n: number, one: string, many?: string) => count(n, one, locale, many),
} as const;

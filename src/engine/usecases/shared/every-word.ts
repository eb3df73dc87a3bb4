import { type Day, parseDay } from "../../kernel/day";
import type { Env } from "../../kernel/env";
import { numberField } from "../../kernel/fields";
import { englishMonths, typedEntry } from "../../kernel/locale-entry";
import { numberToDecimal } from "../../kernel/money";
import type { Program } from "../../program/program";
import { folded } from "./find-by-text";

/** What a row is found by. */
export type Texts = readonly (string | null | undefined)[];

/**
 * Answers whether texts hold every word of a search, those aside that are ignored, whatever the case and the accents. An amount or a
 * day is found however the locale writes it: texts hold it as plain decimals, or as ISO. The texts are not asked for where nothing is searched.
 */
export function everyWord(
  search: string | null,
  context: Program["context"],
  entry: Env["entry"],
  ignored: readonly string[] = [],
): (texts: () => Texts) => boolean {
  const typed = folded(search ?? "");
  const all = typed
    .split(/\s+/)
    .filter((word) => word !== "" && !/^[a-z]{0,3}\p{Sc}[a-z]{0,3}$/u.test(word));
  // "enero de 2024"
  const words = all.filter((word) => !ignored.includes(word) && (word !== "de" || all.length < 2));
  if (words.length === 0) return () => true;
  const wanted = words.map((word) => [word, ...decimalIn(word, context)]);
  const day = dayIn(search ?? "", entry);
  return (texts) => {
    const text = folded(texts().join("\n"));
    const holds = (word: string) => text.includes(word);
    // A day is none of which only its parts are there.
    return day === undefined
      ? wanted.every((each) => each.some(holds))
      : holds(day) || holds(typed);
  };
}

/** A number as plain decimals, where a word is one: "$1,200.00" is 1200.00. */
function decimalIn(word: string, context: Program["context"]): readonly string[] {
  const digits = word.replace(/^([-−]?)[a-z]{0,3}\p{Sc}/u, "$1").replace(/\p{Sc}$/u, "");
  if (!/^[-−]?\d/.test(digits)) return [];
  const read = numberField.parse(digits, context);
  return read.ok ? [digits, numberToDecimal(read.value)] : [digits];
}

function dayIn(search: string, entry: Env["entry"]): Day | undefined {
  const read = /\d/.test(search) ? typedEntry("day", search, entry()) : undefined;
  return read?.ok ? parseDay(read.value) : undefined;
}

/** A day, or a month, as searches find it: in digits, and its month in words of English and of the spreadsheet's locale. */
export function dayTexts(on: string | null | undefined, entry: Env["entry"]): Texts {
  if (!on) return [];
  const [year, month] = on.split("-");
  const names = [englishMonths, entry().months].map((each) => each[Number(month) - 1]);
  return [on, ...names.map((name) => `${name} ${year}`)];
}

import { clip } from "./cells";
import type { Day, Month } from "./day";
import { type Key, readInvoiceKey } from "./keys";

/**
 * A sentence as data: its template, with `{}` for each value, and the values. Nothing reads a sentence back; only the
 * edge (sheet, mail, sidebar) turns it into words, in the reader's locale.
 */
export interface Message {
  readonly code: string;
  readonly values: readonly Value[];
}
/** A sentence of the program: one without values is its words. */
export type Sentence = string | Message;

/** A value in a sentence. Text stands as it is; the others are written as the reader's locale has them. */
export type Value =
  | Sentence
  | number
  /** An amount of money as plain decimal text, with its currency's own decimals. */
  | { readonly decimal: string; readonly currency: string }
  | { readonly day: Day }
  | { readonly month: Month }
  /** A number of things, with the words for one and for several. */
  | { readonly count: number; readonly one: string; readonly many: string }
  | { readonly invoice: Key }
  /** Sentences one after the other, with this between them. */
  | { readonly list: readonly Sentence[]; readonly between: string };

/** How an edge writes values. */
export interface Speech {
  readonly money: (decimal: string, currency: string) => string;
  readonly day: (day: Day) => string;
  readonly month: (month: Month) => string;
  readonly number: (n: number) => string;
  readonly invoice: (month: Month, currency: string) => string;
}

/** The words of a sentence. */
export function wordsOf(sentence: Sentence, speech: Speech): string {
  return quotedOnce(
    typeof sentence === "string" ? sentence : filled(sentence, (value) => valueText(value, speech)),
  );
}

const filled = ({ code, values }: Message, textOf: (value: Value) => string): string =>
  code
    .split("{}")
    .map((part, at) => part + (at < values.length ? textOf(values[at] as Value) : ""))
    .join("");

/** What is quoted quotes with single quotes; a text whose quotes do not match is left as it is. */
function quotedOnce(text: string): string {
  let open = 0;
  const single = text.replace(/[“”]/g, (quote) => {
    if (quote === "“") return open++ > 0 ? "‘" : quote;
    return --open > 0 ? "’" : quote;
  });
  return open === 0 ? single : text;
}

function valueText(value: Value, speech: Speech): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return speech.number(value);
  if ("code" in value) return wordsOf(value, speech);
  if ("decimal" in value) return speech.money(value.decimal, value.currency);
  if ("day" in value) return speech.day(value.day);
  if ("month" in value) return speech.month(value.month);
  if ("count" in value) {
    return `${speech.number(value.count)} ${value.count === 1 ? value.one : value.many}`;
  }
  if ("list" in value) {
    return value.list.map((each) => wordsOf(each, speech)).join(value.between);
  }
  const named = readInvoiceKey(value.invoice);
  return named ? speech.invoice(named.month as Month, named.currency) : value.invoice;
}

/** What is said, without what it is said of: "Set rewards to approved", whichever and however many. */
export const kindOf = (sentence: Sentence): string =>
  typeof sentence === "string"
    ? sentence
    : filled(sentence, (value) =>
        typeof value === "object" && "many" in value ? value.many : "…",
      );

/** A sentence of which no text is longer: for lists, which are bounded. */
export const brief = (sentence: Sentence, most: number): Sentence =>
  typeof sentence === "string"
    ? clip(sentence, most)
    : {
        code: sentence.code,
        values: sentence.values.map((value) => (isSentence(value) ? brief(value, most) : value)),
      };
const isSentence = (value: Value): value is Sentence =>
  typeof value === "string" || (typeof value === "object" && "code" in value);

import type { Message } from "../../kernel/message";
import { earlierGroup, groupJudged } from "./groups-judged";
import { packed, parseJson } from "./packed";
import {
  anything,
  currency,
  day,
  integer,
  isJson,
  map,
  optional,
  record,
  type Shape,
  type Shaped,
  text,
  typedKey,
} from "./shape";

const counted = record({
  sale: typedKey,
  amount: integer,
  /** How much of the amount counts: what exceeds the sale does not. */
  counts: integer,
  /** Its date and currency, which count while their cells can't be read; null where an earlier release counted it. */
  on: optional(day),
  currency: optional(currency),
});
/** What a refund's row said when it was counted; minor units of the sale's currency, never below 0. */
export type Counted = Shaped<typeof counted>;

/** Characters of a cell that are kept in full; of a longer one the beginning and a fingerprint. */
export const LONGEST_JUDGED = 80;

const judgedAs = record({
  /** Its cells, by header. */
  row: optional(map(text)),
  /** What its cell *Customer* said, where that was not the customer's key (IMPORT-5). */
  named: optional(text),
  /**
   * The partner whose sale it was, "" for nobody's: what is typed over that counts for nothing (EDIT-8). The partner whose
   * customer it is, as last read, which counts while the cell shows an error (CELL-2b).
   */
  partner: optional(text),
  /** A sale's amount, in minor units of its currency. */
  amount: optional(integer),
  by: optional(groupJudged),
  /** What came of it, where the row's *Outcome* says more than words: that cell is for people. */
  outcome: optional(anything as Shape<Message>),
  counted: optional(counted),
});
/** What a row said when it was judged; null for what is not known or does not apply. */
export type JudgedAs = Shaped<typeof judgedAs>;

/** What a judged row said, by header; of a counted refund its sale and currency. Null where that is not known. */
export const factsJudged = (
  judgedAs: JudgedAs | null,
): Readonly<Record<string, string | undefined>> | null => {
  if (!judgedAs) return null;
  const { row, counted } = judgedAs;
  if (row || !counted) return row;
  const { sale, currency } = counted;
  return { "Refund of": sale, ...(currency && { Currency: currency }) };
};

/** Before version 1: `{"row":{…},"group":…,"moved":…}`. */
export const judgedAsField = packed(1, judgedAs, (text) => {
  const json = parseJson(text);
  if (!isJson(json) || !("row" in json)) return undefined;
  return { row: json.row, by: "group" in json ? earlierGroup(json) : null };
});

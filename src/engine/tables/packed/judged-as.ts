import type { Day } from "../../kernel/day";
import type { Key } from "../../kernel/keys";
import type { Message } from "../../kernel/message";
import type { Currency } from "../../kernel/money";
import { earlierGroup, type GroupJudged, groupFields } from "./groups-judged";
import { packed, parseJson } from "./packed";
import {
  anything,
  currency,
  day,
  integer,
  map,
  optional,
  record,
  type Shape,
  text,
  typedKey,
} from "./shape";

/** What a refund's row said when it was counted; minor units of the sale's currency, never below 0. */
export interface Counted {
  readonly sale: Key;
  readonly amount: number;
  /** So much of the amount counts: what exceeds the sale does not. */
  readonly counts: number;
  /** Its date and currency, which count while their cells can't be read; null where an earlier release counted it. */
  readonly on: Day | null;
  readonly currency: Currency | null;
}

/** Characters of a cell that are kept in full; of a longer one the beginning and a fingerprint. */
export const LONGEST_JUDGED = 80;

/** What a row said when it was judged; null for what is not known or does not apply. */
export interface JudgedAs {
  /** Its cells, by header. */
  readonly row: Readonly<Record<string, string>> | null;
  /** What its cell *Customer* said, where that was not the customer's key (IMPORT-5). */
  readonly named: string | null;
  /** The partner whose sale it was, "" for nobody's: what is typed over that counts for nothing (EDIT-8). */
  readonly partner: string | null;
  /** A sale's amount, in minor units of its currency. */
  readonly amount: number | null;
  readonly by: GroupJudged | null;
  readonly counted: Counted | null;
  /** What came of it, where the row's *Outcome* says more than words: that cell is for people. */
  readonly outcome: Message | null;
}

const counted = record({
  sale: typedKey,
  amount: integer,
  counts: integer,
  on: optional(day),
  currency: optional(currency),
});

/** Before version 1: `{"row":{…},"group":…,"moved":…}`. */
export const judgedAsField = packed<JudgedAs>(
  1,
  record({
    row: optional(map(text)),
    named: optional(text),
    partner: optional(text),
    amount: optional(integer),
    by: optional(record(groupFields)),
    outcome: optional(anything as Shape<Message>),
    counted: optional(counted),
  }),
  (text) => {
    const json = parseJson(text);
    if (typeof json !== "object" || json === null || !("row" in json)) return undefined;
    return { row: json.row, by: "group" in json ? earlierGroup(json) : null };
  },
);

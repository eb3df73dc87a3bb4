import type { FieldContext } from "../../kernel/field";
import { eventKinds } from "../../kernel/vocabulary";
import { packed, parseJson } from "./packed";
import {
  anything,
  day,
  flag,
  integer,
  isJson,
  key,
  list,
  optional,
  percent,
  type Shape,
  type Shaped,
  text,
  union,
  word,
} from "./shape";

/** A condition as it was judged: fact, operator, value wanted, value found (null: no value), whether it held. */
export type JudgedTest = readonly [string, string, unknown, Found, boolean];
type Found = string | number | boolean | readonly string[] | { readonly error: string } | null;
export type JudgedRules =
  | { readonly all: readonly (JudgedRules | JudgedTest)[] }
  | { readonly any: readonly (JudgedRules | JudgedTest)[] }
  | { readonly not: JudgedRules | JudgedTest };

/** Amounts are in minor units of the row's currency. */
const rate = union("kind", {
  flat: { amount: integer },
  /** What it comes to, rounded, where that is known. */
  percent: { percent, of: integer, is: optional(integer), column: optional(text) },
});
const sum = union("kind", {
  flat: { amount: integer },
  /** A percent of what a sale came to, and what that is, rounded. */
  percent: { percent, of: integer, is: integer, column: optional(text) },
  /** Part k of n of a total that is split. */
  part: { total: rate, k: integer, n: integer, is: integer },
  /** What a drip promises: so much n times, or split in n. */
  promise: { each: rate, n: integer, isSplit: flag },
  /** What a reward should come to, less what there is of it. */
  difference: { wanted: integer, stood: integer },
  /** As an earlier release put it. */
  words: { words: text },
});
const note = union("kind", {
  /** So much was left of a limit. */
  cap: { limit: integer, left: integer, per: word(["reward", "customer", "month"]) },
  kept: { kept: integer, of: integer },
  "within months": { months: integer, from: day },
  "first events": { number: integer, of: integer, owner: word(["customer", "partner"]) },
  /** It began in another drip's place, with the terms of this version, and makes what falls due from that day on. */
  "in place": { from: day },
  /** The partner's code by which the customer was found. */
  code: { code: text },
  words: { words: text },
});

const why = union("by", {
  /** A trigger, for an event: the whole of the rules as judged or, where they are too long, the conditions that decided. */
  trigger: {
    event: key,
    kind: word(eventKinds),
    on: optional(day),
    trigger: key,
    version: integer,
    rules: optional(anything as Shape<JudgedRules>),
    deciding: optional(list(anything as Shape<JudgedTest>)),
    /** How many conditions are left out. */
    left: optional(integer),
    sum,
    notes: optional(list(note)),
  },
  /** A drip, for one of its parts. */
  drip: {
    drip: key,
    trigger: optional(key),
    version: optional(integer),
    k: integer,
    n: integer,
    due: day,
    sum,
    notes: optional(list(note)),
  },
  /** A person. */
  person: { what: text, who: text, on: day },
  /** Words that an earlier release or a person put there. */
  words: { words: text },
  /** A reward that it corrects. */
  reward: { adjusts: key, refunds: optional(list(key)), sum: optional(sum) },
});

/** Why a reward or drip exists (REWARD-10). */
export type Why = Shaped<typeof why>;
export type Sum = Shaped<typeof sum>;
export type Rate = Shaped<typeof rate>;
export type Note = Shaped<typeof note>;

export const whyField = packed<Why>(1, why, earlier);

const EVENT = new RegExp(`^(${eventKinds.join("|")}) (.*?)(?: on (\\d{4}-\\d{2}-\\d{2}))?$`);

/** Before version 1: plain JSON in which the event, the part, the arithmetic and the notes were sentences; or words. */
function earlier(cell: string, _: FieldContext): unknown {
  const asItStands = { by: "words", words: cell };
  const json = parseJson(cell);
  if (!isJson(json)) return asItStands;
  const { event, drip, manual, adjusts, ...rest } = json;
  const sum = wordsOf(rest.sum);
  const notes = Array.isArray(rest.notes) ? rest.notes.map(wordsOf) : null;
  if (typeof event === "string") {
    const [, kind, key, on] = EVENT.exec(event) ?? [];
    return { ...rest, by: "trigger", event: key, kind, on, sum, notes };
  }
  if (typeof drip === "string") {
    const [k, n] = String(rest.occurrence).split(" of ").map(Number);
    return { ...rest, by: "drip", drip, k, n, sum, notes };
  }
  if (manual !== undefined) return { by: "person", what: manual, who: rest.by, on: rest.on };
  if (adjusts === undefined) return asItStands;
  const refunds = typeof rest.refund === "string" ? rest.refund.split(", ") : null;
  return { by: "reward", adjusts, refunds, sum: sum ?? wordsOf(rest.typed) };
}

const wordsOf = (words: unknown) => (typeof words === "string" ? { kind: "words", words } : null);

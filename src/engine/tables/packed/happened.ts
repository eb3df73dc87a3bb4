import type { Message, Sentence } from "../../kernel/message";
import { packed } from "./packed";
import {
  anything,
  day,
  flag,
  integer,
  key,
  list,
  map,
  optional,
  record,
  type Shape,
  type Shaped,
  text,
  union,
  word,
} from "./shape";

const sentence = anything as Shape<Sentence>;
const message = anything as Shape<Message>;

const counts = record({
  judged: integer,
  rewards: integer,
  drips: integer,
  ended: integer,
  finalized: integer,
  opened: integer,
  payouts: integer,
  problems: integer,
  /** What the health check found. */
  health: integer,
});
/** Sales that were processed and earned nothing, by why. */
const nothing = record({ noPartner: integer, beforeStart: integer, noTrigger: integer });
const problem = record({
  table: text,
  row: optional(text),
  column: optional(text),
  message: sentence,
});

/** What was decided of an answer of the application form (PARTNER-7). */
export const decisions = ["accepted", "declined", "changed", "replaced"] as const;
const decided = record({
  what: word(decisions),
  on: day,
  /** The answer, its mailbox and each of its texts, as short hashes. */
  answer: key,
  mailbox: text,
  prints: text,
});

const happened = union("kind", {
  /** A run; while it `goesOn`, its further parts add to it. `more` problems than these were found. */
  run: { counts, problems: list(problem), more: integer, nothing: optional(nothing), goesOn: flag },
  /** A person's act, on these records. */
  act: {
    what: sentence,
    records: list(key),
    /** What its cells say, where that is more than words. */
    from: optional(message),
    to: optional(message),
    why: optional(message),
    /** The answers that it decided on. */
    answers: optional(list(decided)),
    /** It took a final invoice back into review. */
    reopens: optional(flag),
  },
  /** What was found typed into cells. */
  edits: {
    what: sentence,
    records: list(key),
    from: optional(message),
    to: optional(message),
  },
  /** A month's folded lines: how many of each kind of act, and what its runs did together. */
  summary: {
    runs: integer,
    acts: integer,
    counts,
    kinds: map(integer),
    answers: optional(list(decided)),
  },
});

/** What a line of Activity tells of, as data; its other columns are for people, and nothing reads those back. */
export type Happened = Shaped<typeof happened>;
/** What runs did, counted. */
export type RunCounts = Shaped<typeof counts>;
/** Sales that earned nothing where a person can mend it, by why. */
export type NothingEarned = Shaped<typeof nothing>;
/** A decision on an answer of the application form. */
export type DecidedAnswer = Shaped<typeof decided>;
export type ToldProblem = Shaped<typeof problem>;

export const happenedField = packed(1, happened);

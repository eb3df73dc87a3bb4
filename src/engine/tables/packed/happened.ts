import type { Message, Sentence } from "../../kernel/message";
import { packed } from "./packed";
import {
  anything,
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
  },
  /** What was found typed into cells. */
  edits: {
    what: sentence,
    records: list(key),
    from: optional(message),
    to: optional(message),
  },
  /** A month's folded lines: how many of each kind of act, and what its runs did together. */
  summary: { runs: integer, acts: integer, counts, kinds: map(integer) },
});

/** What a line of Activity tells of, as data; its other columns are for people, and nothing reads those back. */
export type Happened = Shaped<typeof happened>;
/** What runs did, counted. */
export type RunCounts = Shaped<typeof counts>;
/** Sales that earned nothing where a person can mend it, by why. */
export type NothingEarned = Shaped<typeof nothing>;
export type ToldProblem = Shaped<typeof problem>;

export const happenedField = packed(1, happened);

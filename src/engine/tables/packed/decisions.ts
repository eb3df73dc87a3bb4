import { rewardStatuses } from "../../kernel/vocabulary";
import { holdReason, readHoldReasons } from "./hold-reasons";
import { packed, parseJson } from "./packed";
import { day, flag, integer, key, list, optional, record, type Shaped, text, word } from "./shape";

/** Amounts are in minor units of the reward's currency. */
const typed = record({
  amount: integer,
  /** What was calculated when it was typed. */
  calculated: integer,
});
const letStand = record({
  /** The line that was declined. */
  line: key,
  /** What the reward should have come to, and what stood, when it was declined. */
  declined: integer,
  stood: integer,
});
const before = record({
  status: word(rewardStatuses),
  reason: optional(text),
  by: optional(text),
  on: optional(day),
});
export const decisions = record({
  /** The amount that a person typed, until a person's decline drops it. */
  typed: optional(typed),
  /** The differences that persons let stand by declining lines, in their order. */
  letStand: optional(list(letStand)),
  /** On the row or line that a person declined: the typed amount that this dropped. */
  dropped: optional(typed),
  /** What the row was before the program declined it. */
  before: optional(before),
  /** What a person approved, where the amount has changed since. */
  approved: optional(integer),
  /** Why it is held, and how its cell says that: what a person writes over it is theirs. */
  hold: optional(record({ reasons: list(holdReason), said: optional(text) })),
  /** It was declined because judging its event again would not make it. */
  judgedAway: flag,
});

/** What people and the program decided about a reward, from which its target and status follow (TARGET-1 to TARGET-6). */
export type Decisions = Shaped<typeof decisions>;
export type TypedAmount = Shaped<typeof typed>;
export type LetStand = Shaped<typeof letStand>;
export type Before = Shaped<typeof before>;

export const noDecisions: Decisions = {
  typed: null,
  letStand: null,
  dropped: null,
  before: null,
  approved: null,
  hold: null,
  judgedAway: false,
};

/** Version 1 kept one cause of the program's, and the reason that stood there before it as a text. */
export const decisionsField = packed(2, decisions, (cell) => {
  const json = parseJson(cell);
  const [version, value] = Array.isArray(json) ? json : [];
  const { hold, ...rest } = (value ?? {}) as { readonly hold?: EarlierHold };
  if (version !== 1) return undefined;
  if (!hold) return rest;
  const reasons = [...(hold.own ? readHoldReasons(hold.own) : []), hold.cause];
  return { ...rest, hold: { reasons, said: null } };
});

interface EarlierHold {
  readonly cause: unknown;
  readonly own?: string;
}

const WAS_HELD = "refunded (it was held: ";
/** What a row was before a refund, from the reason of its decline: earlier releases said it there (UPGRADE-7). */
export const readBefore = (reason: string): Before =>
  reason.startsWith(WAS_HELD)
    ? { status: "held", reason: reason.slice(WAS_HELD.length, -1), by: null, on: null }
    : { status: "pending", reason: null, by: null, on: null };

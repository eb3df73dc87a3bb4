import { endReason } from "./end-reason";
import { packed } from "./packed";
import { day, flag, integer, list, optional, record, type Shaped, text } from "./shape";

const ending = record({ on: day, reason: optional(endReason), by: optional(text) });
const endings = record({
  /** The ending in the row is that of its sale's full refund, which may go again (TIME-8). */
  isRefund: flag,
  /** Endings that would work if that one went. */
  others: list(ending),
  /** The ending in the row is that of a record's archiving still to come, noted for this day (DRIP-28). */
  coming: optional(day),
  /** A full refund's ending went: the drip goes on, and what it makes beyond its first n is held (TARGET-6). */
  isRevived: flag,
  /** The pause that the full refund's end closed, and the parts that this forfeited: both go with that end (TIME-8). */
  pause: optional(record({ on: day, parts: list(integer) })),
});

/** An ending of a drip: what is due on or before its day stands. A person may type the day alone. */
export type Ending = Shaped<typeof ending>;
/** What a drip's row keeps beside the ending in force, which is the earliest. */
export type Endings = Shaped<typeof endings>;
export const endingsField = packed(1, endings);

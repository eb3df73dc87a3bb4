import type { Day } from "../../kernel/day";
import type { Key } from "../../kernel/keys";

/** An event of a partner's own as it was judged: who joined, or whom a person moved to another group. */
export interface GroupJudged {
  readonly key: Key;
  readonly on: Day;
  /** The group before, and the one it was judged by. */
  readonly from: string | null;
  readonly group: string | null;
  /** Where the event's own triggers moved the partner then. */
  readonly moved?: string | null;
}

/** So many are kept: more than that no one partner is moved, and the cell stays small. */
const MOST = 200;

/** The events that a partner's cell keeps, oldest first. What a person broke tells of none. */
export function readGroupsJudged(text: string | null): readonly GroupJudged[] {
  if (!text?.startsWith("[")) return [];
  try {
    return JSON.parse(text) as readonly GroupJudged[];
  } catch {
    // The column is protected with a warning only: text that a person broke tells nothing of then.
    return [];
  }
}

/** The cell with one event more. */
export const addGroupJudged = (text: string | null, event: GroupJudged): string =>
  JSON.stringify([...readGroupsJudged(text), event].slice(-MOST));

import type { ActiveRecord } from "../../engine/contract/contract";
import { call } from "../state/call";
import { createStore } from "../state/create-store";

/** Milliseconds between two checks. While nothing changes the wait grows: each check is an execution at Google. */
const SHORTEST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;
const WAIT_FACTOR = 1.25;
/** Whoever comes back to the page is answered at once, but not more often than this. */
const SHORTEST_RETURN = 1_000;
const MOST_FAILURES = 3;

interface Tracked {
  /** The record of the row that the active cell is in. */
  readonly record: ActiveRecord | null;
  /** Google failed several times in a row: only the person starts another check. */
  readonly hasStopped: boolean;
}
export const activeRecord = createStore<Tracked>({ record: null, hasStopped: false });

let wait = SHORTEST_WAIT;
let failures = 0;
let last = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Checks which record the active cell belongs to, and repeats that while the page has the focus. */
export async function checkActiveRecord(): Promise<void> {
  clearTimeout(timer);
  last = Date.now();
  const reply = await call("active-record", {});
  const { record } = activeRecord.get();
  const isSame = reply.ok && JSON.stringify(reply.output) === JSON.stringify(record);
  wait = isSame ? Math.min(LONGEST_WAIT, wait * WAIT_FACTOR) : SHORTEST_WAIT;
  failures = reply.ok ? 0 : failures + 1;
  const hasStopped = failures >= MOST_FAILURES;
  if (!isSame || hasStopped !== activeRecord.get().hasStopped) {
    activeRecord.set({ record: reply.ok ? reply.output : record, hasStopped });
  }
  clearTimeout(timer);
  timer = hasStopped ? undefined : setTimeout(checkInFocus, wait);
}

function checkInFocus(): void {
  if (document.hasFocus()) void checkActiveRecord();
}

/** While the person works in the cells nothing is asked; as they come back, by pointer or keyboard, it is at once. */
export function followReturns(): void {
  const comeBack = (): void => {
    if (activeRecord.get().hasStopped) return;
    wait = SHORTEST_WAIT;
    clearTimeout(timer);
    timer = setTimeout(checkActiveRecord, last + SHORTEST_RETURN - Date.now());
  };
  window.addEventListener("focus", comeBack);
  document.documentElement.addEventListener("pointerenter", comeBack);
}

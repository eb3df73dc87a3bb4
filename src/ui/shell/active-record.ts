import type { ActiveRecord } from "../../engine/contract/contract";
import { call } from "../state/call";
import { createStore } from "../state/store";

/** Milliseconds between two checks. While nothing changes the wait grows, to save Google's quota. */
const SHORTEST_WAIT = 2_000;
const LONGEST_WAIT = 10_000;
const WAIT_FACTOR = 1.1;
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
let timer: ReturnType<typeof setTimeout> | undefined;

/** Checks which record the active cell belongs to, and repeats that while the page is visible. */
export async function checkActiveRecord(): Promise<void> {
  clearTimeout(timer);
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
  timer = hasStopped ? undefined : setTimeout(checkWhenVisible, wait);
}

function checkWhenVisible(): void {
  if (document.visibilityState === "visible") void checkActiveRecord();
  else document.addEventListener("visibilitychange", checkWhenVisible, { once: true });
}

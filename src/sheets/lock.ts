import { DomainError } from "../engine/kernel/problem";

/** How long a door waits for a run that is at work, in milliseconds. */
const PATIENCE = 2_000;

/**
 * Holds the one script lock that every writing door takes first, and flushes before letting go (RUN-4). (The document
 * lock may be null in a web app, and two different locks exclude nobody.) Throws RUN_BUSY: nothing was changed (RUN-5).
 */
export function underLock<T>(work: () => T): T {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(PATIENCE)) throw new DomainError("RUN_BUSY");
  try {
    return work();
  } finally {
    SpreadsheetApp.flush();
    lock.releaseLock();
  }
}

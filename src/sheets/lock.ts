import { DomainError } from "../engine/kernel/problem";
import { unlessRefused } from "./workbook/refusal";

/** How long to wait for a run that is in progress, in milliseconds. */
const WAIT = 2_000;

/**
 * Holds the one script lock that every writing call takes first, and flushes before releasing it (RUN-4). (The
 * document lock may be null in a web app, and two different locks do not exclude each other.) Throws RUN_BUSY:
 * nothing was changed (RUN-5).
 */
export function underLock<T>(work: () => T): T {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(WAIT)) throw new DomainError("RUN_BUSY");
  try {
    return work();
  } finally {
    unlessRefused(() => SpreadsheetApp.flush());
    lock.releaseLock();
  }
}

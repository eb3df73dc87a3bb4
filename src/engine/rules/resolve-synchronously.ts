import { isSettled, LATE } from "./settled-promise";

/**
 * What code answers that runs on the stand-in for `Promise`, at once: its answer is settled when it returns, since Apps
 * Script has no event loop to wait on (ADR-1). Throws what it rejects with, and refuses anything that answers later.
 */
export function resolveSynchronously<T>(start: () => PromiseLike<T>): T {
  const answer = start() as unknown;
  if (!isSettled(answer)) throw new Error(LATE);
  if (!answer.kept) throw answer.outcome;
  return answer.outcome as T;
}

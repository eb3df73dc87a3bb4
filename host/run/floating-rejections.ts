import { realProcess } from "./with-time-zone";

type Listener = (reason: unknown, promise: Promise<unknown>) => void;

/** Which rejections belong to running executions; others go where they always went. */
const watchers = new Set<(reason: unknown, promise: Promise<unknown>) => boolean>();
let displaced: readonly Listener[] = [];

const onRejection: Listener = (reason, promise) => {
  for (const owns of watchers) if (owns(reason, promise)) return;
  for (const listener of displaced) listener(reason, promise);
  if (displaced.length > 0) return;
  setImmediate(() => {
    throw reason;
  });
};

/**
 * Collects unhandled rejections of a realm's promises. They show only after a macrotask (ADR-15), so `settled` is
 * async.
 */
export const watchRejections = (isOwn: (promise: unknown) => boolean) => {
  const reasons: unknown[] = [];
  const owns = (reason: unknown, promise: Promise<unknown>): boolean => {
    if (!isOwn(promise)) return false;
    reasons.push(reason);
    return true;
  };
  if (watchers.size === 0) {
    displaced = realProcess.listeners("unhandledRejection") as Listener[];
    realProcess.removeAllListeners("unhandledRejection");
    realProcess.on("unhandledRejection", onRejection);
  }
  watchers.add(owns);
  return {
    settled: async (): Promise<readonly unknown[]> => {
      await new Promise((resolve) => setImmediate(resolve));
      watchers.delete(owns);
      if (watchers.size === 0) {
        realProcess.removeListener("unhandledRejection", onRejection);
        for (const listener of displaced) realProcess.on("unhandledRejection", listener);
        displaced = [];
      }
      return reasons;
    },
  };
};

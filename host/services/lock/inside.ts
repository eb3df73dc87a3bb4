import type { InsideService } from "../../realm/inside/kit";

type LockState = { readonly scope: string; readonly id: number };

/** LockService as a script sees it: one lock each of script, document and user (PLATFORM-73). */
export const lock: InsideService = (kit) => {
  const locks = kit.define<LockState>("LockService.Lock", {
    hasLock: ({ scope, id }) => kit.ask("lock.has", scope, id),
    releaseLock: ({ scope, id }) => {
      kit.ask("lock.release", scope, id);
    },
    tryLock: ({ scope, id }, timeout: number) => kit.ask("lock.try", scope, id, timeout),
    waitLock: ({ scope, id }, timeout: number) => {
      kit.ask("lock.wait", scope, id, timeout);
    },
  });
  const make = (scope: string) => () => {
    const id = kit.ask("lock.make", scope);
    return typeof id === "number" ? locks.make({ scope, id }) : null;
  };
  const service = kit.define<undefined>("LockService", {
    getDocumentLock: make("document"),
    getScriptLock: make("script"),
    getUserLock: make("user"),
  });
  return { LockService: service.make(undefined) };
};

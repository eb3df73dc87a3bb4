import type { Plain } from "../../realm/inside/bridge";
import type { OutsideService } from "../../realm/outside-service";
import { ServiceError } from "../../workbook/base/service-error";

/** The holder of a lock: the execution, and which of its Lock objects. */
interface Holder {
  readonly execution: number;
  readonly lock: number;
}

const timeoutOf = (timeout: Plain): number => {
  if (typeof timeout === "number" && !Number.isNaN(timeout)) return timeout;
  throw new ServiceError("Invalid argument: timeoutInMillis");
};

/**
 * The host's half of LockService. An execution runs as one piece, but a hook of the driver may start another one
 * while the first is in a service call. The holder of the lock stands still meanwhile, so waiting for it is pointless
 * and costs the whole timeout in virtual time. A second Lock object of the same execution does not get the lock
 * either: re-entrancy is unknown (PLATFORM-73).
 */
export const lock: OutsideService = (host, execution) => {
  const holders = host.slot("lock", () => new Map<string, Holder>());
  let made = 0;
  const nameOf = (scope: Plain): string => (scope === "user" ? `user ${host.user}` : String(scope));
  const holds = (name: string, id: Plain): boolean => {
    const holder = holders.get(name);
    return holder?.execution === execution.id && holder.lock === id;
  };
  const tryLock = (scope: Plain, id: Plain, timeout: Plain): boolean => {
    const [name, wait] = [nameOf(scope), timeoutOf(timeout)];
    if (holds(name, id)) return true;
    if (wait < 0) return false;
    if (holders.has(name)) {
      execution.spend(wait);
      return false;
    }
    holders.set(name, { execution: execution.id, lock: Number(id) });
    return true;
  };
  execution.onEnd(() => {
    for (const [name, holder] of holders) {
      if (holder.execution === execution.id) holders.delete(name);
    }
  });
  return {
    "lock.make": (scope) => {
      if (scope === "document" && execution.kind === "web") return null;
      made += 1;
      return made;
    },
    "lock.try": tryLock,
    "lock.wait": (scope, id, timeout) => {
      if (tryLock(scope, id, timeout)) return;
      throw new ServiceError("Lock timeout: another process was holding the lock for too long.");
    },
    "lock.has": (scope, id) => holds(nameOf(scope), id),
    "lock.release": (scope, id) => {
      if (holds(nameOf(scope), id)) holders.delete(nameOf(scope));
    },
  };
};

import { ServiceError } from "../workbook/base/service-error";
import { type AuthMode, checkAuth } from "./auth";
import type { HostState } from "./host-state";
import { type Killed, Killed as KilledError, killOf, Refused, timeIsUp } from "./killed";
import type { usageCounter } from "./usage";

/** The one gate that every service call of an execution passes. */
export interface Gate {
  readonly pass: (call: string) => void;
  /** Throws if the execution is dead. */
  readonly alive: () => void;
  readonly kill: (cause: Killed) => never;
  readonly death: () => Killed | undefined;
}

interface GatePlan {
  readonly host: HostState;
  readonly id: number;
  readonly name: string;
  readonly authMode: AuthMode;
  /** Whether the execution has used up its virtual time. */
  readonly timeIsOver: () => boolean;
  readonly counter: ReturnType<typeof usageCounter>;
}

/** Creates the gate: dead, forbidden, counted, shown to the hook, charged in virtual time. */
export const createGate = (plan: GatePlan): Gate => {
  const { host, counter, timeIsOver } = plan;
  let death: Killed | undefined;
  const alive = (): void => {
    if (death !== undefined) throw death;
  };
  const kill = (cause: Killed): never => {
    death ??= cause;
    throw death;
  };
  return {
    alive,
    kill,
    death: () => death,
    pass: (call) => {
      alive();
      const number = counter.call(call);
      try {
        host.hook()?.(call, number, { id: plan.id, name: plan.name });
      } catch (thrown) {
        if (thrown instanceof Refused) throw new ServiceError(thrown.message);
        kill(killOf(thrown));
      }
      host.clock.moveTo(host.clock.now() + host.callCost(call));
      if (timeIsOver()) kill(new KilledError(timeIsUp));
      checkAuth(plan.authMode, call);
    },
  };
};

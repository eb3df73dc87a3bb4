import type { Execution } from "./execution";
import type { HostState } from "./host-state";
import type { Plain } from "./inside/bridge";

/** What the host does when the in-realm half asks; it may throw a ServiceError. */
export type Op = (...args: readonly Plain[]) => Plain;

/**
 * The host's half of a service: its operations by name ("hello-world.greet"), created for each execution. What must
 * outlive the execution is stored in a slot of the host.
 */
export type OutsideService = (
  host: HostState,
  execution: Execution,
) => Readonly<Record<string, Op>>;

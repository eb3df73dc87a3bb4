import { ServiceError } from "../workbook/service-error";
import type { Bridge } from "./bridge";
import type { Gate } from "./gate";
import { Killed } from "./killed";
import type { Op } from "./outside-service";

const isExpected = (thrown: unknown): boolean =>
  thrown instanceof Killed || thrown instanceof ServiceError;

/** Joins the gate and the services' ops; a fault of the host itself is told as one. */
export const createBridge = (
  gate: Gate,
  ops: ReadonlyMap<string, Op>,
  now: () => number,
): Bridge => ({
  gate: gate.pass,
  now,
  ask: (name, ...args) => {
    gate.alive();
    const op = ops.get(name);
    if (op === undefined) throw new ServiceError(`not in the local host: ${name}`);
    try {
      return op(...args);
    } catch (thrown) {
      if (isExpected(thrown)) throw thrown;
      const fault = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
      throw new ServiceError(`Fault of the local host in ${name}: ${fault}`);
    }
  },
});

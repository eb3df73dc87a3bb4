import { ServiceError } from "../workbook/base/service-error";
import type { Gate } from "./gate";
import type { Bridge, Plain } from "./inside/bridge";
import { Killed } from "./killed";
import type { Op } from "./outside-service";

const isExpected = (thrown: unknown): boolean =>
  thrown instanceof Killed || thrown instanceof ServiceError;

/** A copy made here, so that nothing of a realm outlives it or can change while the host uses it. */
const copyOut = (value: Plain): Plain => {
  if (typeof value !== "object" || value === null) {
    if (typeof value === "function" || typeof value === "symbol") throw new TypeError("not plain");
    return value;
  }
  if (!Array.isArray(value)) throw new TypeError("An object crossed the bridge.");
  const copy: Plain[] = new Array(value.length);
  for (let at = 0; at < value.length; at += 1) {
    const each = value[at] as Plain;
    // Distinguished here, since a function call for each of a million cells takes half the time.
    copy[at] = typeof each === "string" || typeof each === "number" ? each : copyOut(each);
  }
  return copy;
};

/** Joins the gate and the services' operations; a fault of the host itself is reported as one. */
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
      return op(...args.map(copyOut));
    } catch (thrown) {
      if (isExpected(thrown)) throw thrown;
      const fault = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
      throw new ServiceError(`Fault of the local host in ${name}: ${fault}`);
    }
  },
});

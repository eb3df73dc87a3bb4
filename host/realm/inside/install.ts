import type { Bridge } from "./bridge";
import type { Described } from "./described";
import { type Box, enter, faultOf, type ScriptFault } from "./entry";
import { impoverish } from "./impoverish";
import { createKit, type InsideService } from "./kit";
import { revive } from "./revive";
import { virtualDate } from "./virtual-date";

/** What the main realm holds of a fresh realm. */
export interface Inside {
  /** Readies a call; the function it leaves under the given global name is to be run by a script. */
  readonly prepare: (slot: string, name: string, args: readonly unknown[]) => Box;
  readonly describe: (value: unknown) => Described | undefined;
  readonly faultOf: (thrown: unknown) => ScriptFault;
}

/** Makes the realm as poor as Apps Script and puts the services into it. */
export const installServices = (
  bridge: Bridge,
  services: Readonly<Record<string, InsideService>>,
): Inside => {
  impoverish();
  virtualDate(() => bridge.now());
  const { kit, describe, revivers } = createKit(bridge);
  for (const service of Object.values(services)) {
    const names = service(kit);
    for (const name of Object.keys(names)) {
      Object.defineProperty(globalThis, name, {
        value: names[name],
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
  }
  return {
    prepare: (slot, name, args) => {
      const box: Box = { status: "pending", promised: false, value: undefined, error: undefined };
      const own = args.map((each) => revive(each, revivers));
      Object.defineProperty(globalThis, slot, {
        value: () => enter(name, own, box),
        configurable: true,
      });
      return box;
    },
    describe,
    faultOf,
  };
};

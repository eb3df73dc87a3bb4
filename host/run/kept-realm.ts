import type { HostState } from "../realm/host-state";
import type { Bridge } from "../realm/inside/bridge";
import { createRealm, type Realm } from "../realm/realm";
import { programScript } from "./program-script";

/** A realm that serves one execution at a time. */
export interface HeldRealm {
  readonly realm: Realm;
  /** Loads the program, unless an earlier execution has. */
  readonly load: () => void;
  /** For an execution that was completed: another one may now go on here. */
  readonly giveBack: () => void;
}

interface KeptRealm {
  readonly held: HeldRealm;
  readonly fits: (host: HostState, limitMs: number) => boolean;
  readonly serve: (bridge: Bridge) => void;
}

/** What the next executions of a host that keeps its program go on with: one begins before another has quite ended. */
let waiting: readonly KeptRealm[] = [];
const MOST_WAITING = 2;

/** A realm for one execution: a fresh one, unless the host keeps its program and one waits that has it loaded. */
export const takeRealm = (host: HostState, bridge: Bridge, limitMs: number): HeldRealm => {
  const kept = host.keepsProgram ? waiting.find(({ fits }) => fits(host, limitMs)) : undefined;
  if (kept === undefined) return freshRealm(host, bridge, limitMs);
  waiting = waiting.filter((each) => each !== kept);
  kept.serve(bridge);
  return kept.held;
};

const freshRealm = (host: HostState, first: Bridge, limitMs: number): HeldRealm => {
  const { code, scriptTimeZone, keepsProgram } = host;
  let bridge = first;
  const realm = createRealm(
    {
      gate: (call) => bridge.gate(call),
      ask: (op, ...args) => bridge.ask(op, ...args),
      now: () => bridge.now(),
    },
    limitMs,
  );
  let isLoaded = false;
  const held: HeldRealm = {
    realm,
    load: () => {
      if (!isLoaded) realm.run(programScript(code));
      isLoaded = true;
    },
    giveBack: () => {
      if (keepsProgram) waiting = [{ held, fits, serve }, ...waiting].slice(0, MOST_WAITING);
    },
  };
  const fits = (next: HostState, limit: number): boolean =>
    next.code === code && next.scriptTimeZone === scriptTimeZone && limit === limitMs;
  const serve = (next: Bridge): void => {
    bridge = next;
  };
  return held;
};

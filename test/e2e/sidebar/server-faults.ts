import type { Driver } from "../../../host";

/** What can befall a call between the sidebar and the script; each lasts until `mend`. */
export interface ServerFaults {
  /** Calls reach the script, and their answer is Google's own error. */
  readonly failAfter: () => void;
  /** Calls do not reach the script. */
  readonly fail: () => void;
  /** The person's authorization is gone (PLATFORM-80). */
  readonly loseAuthorization: () => void;
  /** Another run holds the lock. */
  readonly holdLock: () => void;
  /** Calls reach the script, and their answers wait until they are let go: a server as slow as one likes. */
  readonly hold: () => HeldCalls;
  /** How many calls wait to be let go. */
  readonly held: () => number;
  readonly mend: () => void;
  /** From now on faults befall only calls of this name whose input, as JSON, has this in it; "" are all. */
  readonly aim: (call: string, input?: string) => void;
}

export interface HeldCalls {
  /** How many were made since. */
  readonly count: () => number;
  readonly letGo: () => void;
}

interface Fault {
  readonly failure?: string;
  readonly isDone: boolean;
  /** Called with each call; its answer waits for what this gives. */
  readonly held?: () => Promise<void>;
}
const SERVER_ERROR = "We're sorry, a server error occurred. Please wait a bit and try again.";
const AUTHORIZATION_ERROR = "Authorization is required to perform that action.";

/**
 * A server that is slow, up to so many milliseconds before a call and as many after it (LATE=400): a test that looks before
 * it has waited for what it needs then fails, and not only where it is unlucky.
 */
const late = Number(process.env.LATE ?? 0);
const slowly = (): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, late * (0.5 + Math.random() / 2)));

/** Stands between a page and its script: the page is to be served on `driver`. */
export function serverFaults(host: Driver): {
  readonly driver: Driver;
  readonly server: ServerFaults;
} {
  const none: Fault = { isDone: true };
  let fault = none;
  let letGo: () => void = Object;
  let aimed = { call: "", input: "" };
  let waiting = 0;
  const isAimedAt = ([call, input]: readonly unknown[]): boolean =>
    aimed.call === "" ||
    (call === aimed.call && (JSON.stringify(input) ?? "").includes(aimed.input));
  const run: Driver["run"] = async (name, args) => {
    if (late === 0) return faulty(name, args);
    await slowly();
    try {
      return await faulty(name, args);
    } finally {
      await slowly();
    }
  };
  const faulty: Driver["run"] = async (name, args) => {
    const { failure, isDone, held } = fault;
    if (fault === none || !isAimedAt(args)) return host.run(name, args);
    const heldBack = held?.();
    const answer = isDone ? await host.run(name, args) : undefined;
    await heldBack;
    if (failure !== undefined) throw new Error(failure);
    return answer;
  };
  const locks = host.state.slot("lock", () => new Map<string, object>());
  const mend = () => {
    fault = none;
    locks.delete("script");
    letGo();
  };
  const server: ServerFaults = {
    failAfter: () => {
      fault = { failure: SERVER_ERROR, isDone: true };
    },
    fail: () => {
      fault = { failure: SERVER_ERROR, isDone: false };
    },
    loseAuthorization: () => {
      fault = { failure: AUTHORIZATION_ERROR, isDone: false };
    },
    holdLock: () => {
      locks.set("script", { execution: -1, lock: 1 });
    },
    hold: () => {
      let count = 0;
      const gate = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      const held = async () => {
        count++;
        waiting++;
        await gate;
        waiting--;
      };
      fault = { isDone: true, held };
      return { count: () => count, letGo: mend };
    },
    held: () => waiting,
    mend,
    aim: (call, input = "") => {
      aimed = { call, input };
    },
  };
  return { driver: { ...host, run }, server };
}

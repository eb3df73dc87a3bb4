import type { Page } from "playwright-core";
import type { Driver } from "../../../host";

/** What can befall a call between the sidebar and the script; each lasts until `mend`. */
export interface ServerFaults {
  /** Answers come after so many milliseconds. */
  readonly slow: (milliseconds: number) => void;
  /** Calls reach the script, and their answer is Google's own error. */
  readonly failAfter: () => void;
  /** Calls do not reach the script. */
  readonly fail: () => void;
  /** The person's authorization is gone (PLATFORM-30). */
  readonly loseAuthorization: () => void;
  /** The network is gone. */
  readonly disconnect: () => void;
  /** Another run holds the lock. */
  readonly holdLock: () => void;
  readonly mend: () => void;
  /** From now on faults befall only calls of this name whose input, as JSON, has this in it; "" are all. */
  readonly aim: (call: string, input?: string) => void;
  /** Calls reach the script, and their answers wait until they are let go: a server as slow as one likes. */
  readonly hold: () => HeldCalls;
}

export interface HeldCalls {
  /** How many were made since. */
  readonly count: () => number;
  readonly letGo: () => void;
}

interface Fault {
  readonly wait: number;
  readonly failure?: string;
  readonly isDone: boolean;
  /** Called with each call; its answer waits for what this gives. */
  readonly held?: () => Promise<void>;
}
const SERVER_ERROR = "We're sorry, a server error occurred. Please wait a bit and try again.";

/** Stands between a page and its server. */
export async function serverFaults(page: Page, host: Driver): Promise<ServerFaults> {
  const none: Fault = { wait: 0, isDone: true };
  let fault = none;
  let isConnected = true;
  let aimed = ["", ""];
  const isAimedAt = (body: string): boolean => {
    const { args } = JSON.parse(body) as { readonly args: string };
    const [call = "", input = ""] = aimed;
    return call === "" || (args.startsWith(`["${call}",`) && args.includes(input));
  };
  await page.route("**/api/run", async (route) => {
    const { wait, failure, isDone, held } = fault;
    if (!isConnected) return route.abort();
    if (fault === none || !isAimedAt(route.request().postData() ?? "")) return route.continue();
    const heldBack = held?.();
    const answer = isDone ? await route.fetch() : undefined;
    await heldBack;
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    if (failure === undefined && answer) return route.fulfill({ response: answer });
    const output = { status: "failed", message: failure };
    return route.fulfill({ json: { ok: true, output } });
  });
  const locks = host.state.slot("lock", () => new Map<string, object>());
  return {
    slow: (wait) => {
      fault = { ...none, wait };
    },
    failAfter: () => {
      fault = { ...none, failure: SERVER_ERROR };
    },
    fail: () => {
      fault = { wait: 0, failure: SERVER_ERROR, isDone: false };
    },
    loseAuthorization: () => {
      const failure = "Authorization is required to perform that action.";
      fault = { wait: 0, failure, isDone: false };
    },
    disconnect: () => {
      isConnected = false;
    },
    holdLock: () => {
      locks.set("script", { execution: -1, lock: 1 });
    },
    aim: (call, input = "") => {
      aimed = [call, input];
    },
    hold: () => {
      let count = 0;
      let letGo: () => void = Object;
      const gate = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      const held = () => {
        count++;
        return gate;
      };
      fault = { ...none, held };
      return {
        count: () => count,
        letGo: () => {
          fault = none;
          letGo();
        },
      };
    },
    mend: () => {
      fault = none;
      isConnected = true;
      locks.delete("script");
    },
  };
}

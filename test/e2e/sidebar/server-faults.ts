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
  /** The person's authorization is gone (platform.md §7, several accounts). */
  readonly loseAuthorization: () => void;
  /** The network is gone. */
  readonly disconnect: () => void;
  /** Another run holds the lock. */
  readonly holdLock: () => void;
  readonly mend: () => void;
}

type Fault = { readonly wait: number; readonly failure?: string; readonly isDone: boolean };
const SERVER_ERROR = "We're sorry, a server error occurred. Please wait a bit and try again.";

/** Stands between a page and its server. */
export async function serverFaults(page: Page, host: Driver): Promise<ServerFaults> {
  const none: Fault = { wait: 0, isDone: true };
  let fault = none;
  let isConnected = true;
  await page.route("**/api/run", async (route) => {
    const { wait, failure, isDone } = fault;
    if (!isConnected) return route.abort();
    if (fault === none) return route.continue();
    const answer = isDone ? await route.fetch() : undefined;
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
    mend: () => {
      fault = none;
      isConnected = true;
      locks.delete("script");
    },
  };
}

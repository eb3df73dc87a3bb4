import type { Call, Input, Reply } from "../../engine/contract/contract";
import { failureError, isReplyShape, noAnswer } from "./failure";

interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner;
  withFailureHandler(handler: (thrown: unknown) => void): Runner;
  rpc(name: string, input: object): void;
}
declare const google:
  | { readonly script: { readonly run: Runner; readonly host: { close(): void } } }
  | undefined;

/**
 * Calls the script's one entry for the sidebar. Always resolves: with the reply, or with a readable error where
 * Google itself failed. A call that writes is never repeated automatically.
 */
export function call<C extends Call>(name: C, input: Input<C>): Promise<Reply<C>> {
  return new Promise((resolve) => {
    const fail = (thrown: unknown) => resolve({ ok: false, error: failureError(thrown) });
    try {
      if (typeof google === "undefined") throw new Error("NetworkError: not opened by Google");
      google.script.run
        .withSuccessHandler((answer) =>
          resolve(isReplyShape(answer) ? (answer as Reply<C>) : { ok: false, error: noAnswer }),
        )
        .withFailureHandler(fail)
        .rpc(name, asJson(input));
    } catch (thrown) {
      fail(thrown);
    }
  });
}

/** Only JSON crosses: Google refuses a call with anything else in it, and drops what it does not know (PLATFORM-24). */
const asJson = (input: object): object => JSON.parse(JSON.stringify(input)) as object;

/** Closes this page: Google's frames do not close on their own. */
export const closePage = (): void => google?.script.host.close();

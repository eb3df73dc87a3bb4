import type { Call, Input, Reply } from "../../engine/contract/contract";
import { failureError, isReplyShape, noAnswer } from "./failure";

interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner;
  withFailureHandler(handler: (thrown: unknown) => void): Runner;
  rpc(name: string, input: object, token: string): void;
}
declare const google:
  | { readonly script: { readonly run: Runner; readonly host: { close(): void } } }
  | undefined;

/** What the door asks of each call: handed to this page as it opened, renewed by answers (PARTNER-3). */
let token: string | undefined;
const handedToken = (): string => document.getElementById("sidebar")?.dataset.token ?? "";

/**
 * Calls the script's one entry for the sidebar. Always resolves: with the reply, or with a readable error where
 * Google itself failed. A call that writes is never repeated automatically, but for one that was refused at the door
 * because this page has stood open for over a day: with the new token that came with the refusal, once.
 */
export async function call<C extends Call>(name: C, input: Input<C>): Promise<Reply<C>> {
  const reply = await callOnce(name, input);
  const isOld = !reply.ok && reply.error.code === "TOKEN_OLD";
  return isOld ? callOnce(name, input) : reply;
}

function callOnce<C extends Call>(name: C, input: Input<C>): Promise<Reply<C>> {
  return new Promise((resolve) => {
    const fail = (thrown: unknown) => resolve({ ok: false, error: failureError(thrown) });
    const take = (answer: unknown) => {
      if (!isReplyShape(answer)) return resolve({ ok: false, error: noAnswer });
      const { token: next, ...reply } = answer as Reply<C> & { readonly token?: string };
      token = next ?? token;
      resolve(reply as Reply<C>);
    };
    try {
      if (typeof google === "undefined") throw new Error("NetworkError: not opened by Google");
      token ??= handedToken();
      google.script.run
        .withSuccessHandler(take)
        .withFailureHandler(fail)
        .rpc(name, asJson(input), token);
    } catch (thrown) {
      fail(thrown);
    }
  });
}

/** Only JSON crosses: Google refuses a call with anything else in it, and drops what it does not know (PLATFORM-24). */
const asJson = (input: object): object => JSON.parse(JSON.stringify(input)) as object;

/** Closes this page: Google's frames do not close on their own. */
export const closePage = (): void => google?.script.host.close();

import type { ReplyError } from "../../engine/contract/contract";
import type { Sentence } from "../../engine/kernel/message";

const sentences: readonly (readonly [RegExp, string])[] = [
  [
    /authori[sz]ation is required|PERMISSION_DENIED|do not have permission/i,
    "Google no longer lets this sidebar act for you. Open it again from the Tributary menu, signed in to one account only.",
  ],
  [
    /maximum execution time/i,
    "This took longer than Google allows. The next run finishes what was started.",
  ],
  [
    /NetworkError|connection failure|HTTP 0\b/i,
    "No connection to Google. Check the network, then try again.",
  ],
  [
    /too many (times|simultaneous)|quota|rate limit/i,
    "Google's usage limit is reached for now. Try again in a few minutes.",
  ],
];

/** What is said where a call may have been carried out or not. */
const DOUBT = ", so this may not have been done. Refresh to check.";
const unknown = `Google returned an error${DOUBT}`;

/** The readable message of a failed google.script.run (PLATFORM-29); never the raw exception. */
export function failureError(thrown: unknown): ReplyError {
  const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  const known = sentences.find(([pattern]) => pattern.test(text));
  return { code: "UNEXPECTED", message: known?.[1] ?? unknown };
}

/** What a refusal says, as data where it has values. */
export const sentenceIn = ({ sentence, message }: ReplyError): Sentence => sentence ?? message;

/** Whether an answer has the shape of a reply: Google turns some answers into null (PLATFORM-25). */
export function isReplyShape(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { ok, output, error } = value as Record<string, unknown>;
  if (ok === true) return output !== undefined;
  return ok === false && typeof (error as Partial<ReplyError> | null)?.message === "string";
}

export const noAnswer: ReplyError = {
  code: "UNEXPECTED",
  message: `Google did not answer${DOUBT}`,
};

/** The error of a call that only reads: nothing can have been done, so that there is nothing to check. */
export const readError = (error: ReplyError): ReplyError => ({
  ...error,
  message: error.message.replace(DOUBT, ". Nothing was changed."),
});

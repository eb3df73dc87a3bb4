import type { ReplyError } from "../engine/contract";

const sentences: readonly (readonly [RegExp, string])[] = [
  [
    /authori[sz]ation is required|PERMISSION_DENIED|do not have permission/i,
    "Google no longer lets this sidebar act for you. Open it again from the Tributary menu; if you use several Google accounts, sign in with one only.",
  ],
  [
    /maximum execution time/i,
    "This took longer than Google allows. What was begun is completed by the next run. Reload to see how far it came.",
  ],
  [
    /NetworkError|connection failure|HTTP 0\b/i,
    "There is no connection to Google. Check the network, then try again.",
  ],
  [
    /too many (times|simultaneous)|quota|rate limit/i,
    "Google limits how much a spreadsheet may do in a while. Wait a few minutes, then try again.",
  ],
];

const unknown =
  "Google answered with an error, so this may not have been done. Reload to see how things stand, then try again.";

/** What a failed google.script.run says to a person (platform.md §3); never the raw exception. */
export function failureError(thrown: unknown): ReplyError {
  const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  const known = sentences.find(([pattern]) => pattern.test(text));
  return { code: "UNEXPECTED", message: known?.[1] ?? unknown };
}

/** Whether what came back has the shape of a reply: Google turns some answers into null (platform.md §3). */
export function isReplyShape(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { ok, output, error } = value as Record<string, unknown>;
  if (ok === true) return output !== undefined;
  return (
    ok === false && typeof (error as { message?: unknown } | undefined | null)?.message === "string"
  );
}

export const noAnswer: ReplyError = {
  code: "UNEXPECTED",
  message: "Google gave no answer, so this may not have been done. Reload to see how things stand.",
};

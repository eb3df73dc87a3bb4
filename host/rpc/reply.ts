/** What the server returns; `message` is that of the failure handler's Error. */
export type Reply =
  | { readonly status: "answered"; readonly value: unknown }
  | { readonly status: "failed"; readonly message: string }
  | { readonly status: "missing" };

/** The Error that a failure handler gets: its name is ScriptError, and nothing but a message is left (PLATFORM-29). */
export const replyError = (message: string): Error => {
  const error = new Error(message);
  error.name = "ScriptError";
  return error;
};

import type { ExecutionKind, HostState } from "../realm/host-state";
import { es2020 } from "../realm/inside/es2020";
import { Killed } from "../realm/killed";
import { ScriptError } from "../realm/script-error";
import { type Run, runExecution } from "../run/run-execution";
import type { Reply } from "./reply";
import { takeReply } from "./take-reply";

const ownOfLanguage = new Set((es2020.globalThis ?? "").split(" "));

/** Only top-level functions are visible to a page, except those whose name ends in "_". */
const isVisible = (name: string): boolean =>
  /^[\p{L}$_][\p{L}\p{N}$_]*$/u.test(name) &&
  !name.endsWith("_") &&
  !ownOfLanguage.has(name) &&
  !(name in Object.prototype);

/** The failure as the page receives it: "Exception: …", without the error's own properties. */
const messageOf = (name: string, thrown: Error): string | undefined => {
  if (thrown instanceof Killed) return thrown.message;
  if (!(thrown instanceof ScriptError)) throw thrown;
  if (thrown.message === `Script function not found: ${name}`) return undefined;
  return thrown.name === "ScriptError" ? thrown.message : `${thrown.name}: ${thrown.message}`;
};

/**
 * The server's side of google.script.run: one complete execution in AuthMode FULL as the user at
 * the keyboard, or as a web app's deployer where a visitor's page calls. `args` is the JSON of a list. "missing" means that there is no such function for a
 * page to call.
 */
export const answerCall = async (
  host: HostState,
  settings: Pick<Run<unknown>, "arrived" | "realLimitMs">,
  name: string,
  args: string,
  kind: Extract<ExecutionKind, "rpc" | "web"> = "rpc",
): Promise<Reply> => {
  if (!isVisible(name)) return { status: "missing" };
  try {
    const { result } = await runExecution<unknown>(host, {
      ...settings,
      name,
      args: JSON.parse(args) as unknown[],
      kind,
      authMode: "FULL",
      take: takeReply,
    });
    return { status: "answered", value: result };
  } catch (thrown) {
    const message = messageOf(name, thrown as Error);
    return message === undefined ? { status: "missing" } : { status: "failed", message };
  }
};

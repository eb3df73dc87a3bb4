import { limitCalls } from "./limit-calls";
import { packArguments } from "./pack-arguments";
import { type Reply, replyError } from "./reply";

/** Carries a call to the server: the function's name and its arguments as JSON. */
export type Transport = (name: string, args: string) => Promise<Reply>;

type Handler = (outcome: never, userObject?: unknown) => unknown;

/** google.script.run as a page sees it; each with… gives a new runner. Runs in Node and in a browser. */
export type Runner = {
  readonly withSuccessHandler: (handler: Handler | null) => Runner;
  readonly withFailureHandler: (handler: Handler | null) => Runner;
  readonly withUserObject: (userObject: unknown) => Runner;
} & Readonly<Record<string, (...args: never[]) => unknown>>;

interface Setting {
  readonly success: Handler | null;
  /** undefined logs a failure, null ignores it. */
  readonly failure: Handler | null | undefined;
  readonly userObject: unknown;
}

const failed = (setting: Setting, error: Error): void => {
  if (setting.failure === undefined) console.error(error);
  else setting.failure?.(error as never, setting.userObject);
};

/** Creates google.script.run on a transport, with at most ten calls at once (PLATFORM-27, PLATFORM-28). */
export const createRunner = (transport: Transport): Runner => {
  const limited = limitCalls();
  const send = async (setting: Setting, name: string, args: string): Promise<void> => {
    const reply = await limited(() => transport(name, args));
    switch (reply.status) {
      case "answered":
        setting.success?.(reply.value as never, setting.userObject);
        return;
      case "failed":
        return failed(setting, replyError(reply.message));
      case "missing":
        return failed(setting, new TypeError(`google.script.run.${name} is not a function`));
      default:
        reply satisfies never;
    }
  };
  const runner = (setting: Setting): Runner => {
    const builder: Readonly<Record<string, unknown>> = {
      withSuccessHandler: (success: Handler | null) => runner({ ...setting, success }),
      withFailureHandler: (failure: Handler | null) => runner({ ...setting, failure }),
      withUserObject: (userObject: unknown) => runner({ ...setting, userObject }),
    };
    const call =
      (name: string) =>
      (...args: readonly unknown[]) => {
        void send(setting, name, packArguments(args));
      };
    return new Proxy(builder, {
      get: (own, name) => {
        if (typeof name === "symbol" || name === "then" || name.endsWith("_")) return undefined;
        return Object.hasOwn(own, name) ? own[name] : call(name);
      },
    }) as Runner;
  };
  return runner({ success: null, failure: undefined, userObject: undefined });
};

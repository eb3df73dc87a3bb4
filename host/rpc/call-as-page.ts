import { createRunner, type Transport } from "./create-runner";

/** Calls a server function as a page would, and waits for its answer. */
export type CallAsPage = (name: string, args: readonly unknown[]) => Promise<unknown>;

/**
 * google.script.run with a promise instead of handlers: rejects with the failure handler's Error,
 * with a TypeError for an illegal argument or for a function that a page cannot call.
 */
export const callAsPage = (transport: Transport): CallAsPage => {
  const runner = createRunner(transport);
  return (name, args) =>
    new Promise((resolve, reject) => {
      const call = runner.withSuccessHandler(resolve).withFailureHandler(reject)[name];
      if (call === undefined) throw new TypeError(`google.script.run.${name} is not a function`);
      call(...(args as never[]));
    });
};

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Call, Input, Output, ReplyError } from "../../engine/contract/contract";
import { call } from "./call";
import { useElsewhere } from "./elsewhere";
import { readError } from "./failure";

export interface Loaded<C extends Call> {
  /** The latest output, also while a newer one loads or after that failed. */
  readonly output: Output<C> | undefined;
  readonly error: ReplyError | undefined;
  readonly isLoading: boolean;
  reload(): void;
}

/** Loads the output of a reading call for the current input; outdated answers are dropped. */
export function useLoad<C extends Call>(name: C, input: Input<C>, isWanted = true): Loaded<C> {
  const [state, setState] = useState<Omit<Loaded<C>, "reload">>({
    output: undefined,
    error: undefined,
    isLoading: isWanted,
  });
  const latest = useRef(0);
  // The input is compared by content, not by object.
  const inputText = JSON.stringify(input);
  const reload = useCallback(() => {
    const request = ++latest.current;
    setState((before) => ({ ...before, isLoading: true }));
    void call(name, JSON.parse(inputText) as Input<C>).then((reply) => {
      if (request !== latest.current) return;
      setState((before) =>
        reply.ok
          ? { output: reply.output, error: undefined, isLoading: false }
          : { output: before.output, error: readError(reply.error), isLoading: false },
      );
    });
  }, [name, inputText]);
  useEffect(() => {
    if (isWanted) reload();
    else setState((before) => ({ ...before, isLoading: false }));
    return () => {
      latest.current++;
    };
  }, [reload, isWanted]);
  useElsewhere(reload, isWanted);
  return { ...state, reload };
}

import { useEffect, useRef, useState } from "preact/hooks";
import type { Call, Input, Output, ReplyError } from "../../engine/contract";
import { call } from "../call";

export interface Loaded<C extends Call> {
  /** The latest output, also while a newer one is under way or after it failed. */
  readonly output: Output<C> | undefined;
  readonly error: ReplyError | undefined;
  readonly isLoading: boolean;
  reload(): void;
}

/** Keeps the output of a reading call for its present input; an answer that was overtaken is dropped. */
export function useLoad<C extends Call>(name: C, input: Input<C>, isWanted = true): Loaded<C> {
  const [state, setState] = useState<Omit<Loaded<C>, "reload">>({
    output: undefined,
    error: undefined,
    isLoading: isWanted,
  });
  const latest = useRef(0);
  const load = () => {
    const mine = ++latest.current;
    setState((before) => ({ ...before, isLoading: true }));
    void call(name, input).then((reply) => {
      if (mine !== latest.current) return;
      setState((before) =>
        reply.ok
          ? { output: reply.output, error: undefined, isLoading: false }
          : { output: before.output, error: reply.error, isLoading: false },
      );
    });
  };
  const asText = JSON.stringify(input);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the input counts by its content
  useEffect(() => {
    if (isWanted) load();
    return () => {
      latest.current++;
    };
  }, [name, asText, isWanted]);
  return { ...state, reload: load };
}

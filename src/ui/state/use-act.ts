import { useRef, useState } from "preact/hooks";
import type { Call, Input, Reply, ReplyError } from "../../engine/contract/contract";
import { call } from "./call";

export interface Act<C extends Call> {
  readonly isBusy: boolean;
  readonly error: ReplyError | undefined;
  /** Undefined where the same act is still under way: a second press does nothing. */
  start(input: Input<C>): Promise<Reply<C> | undefined>;
}

/** A call that a person sets off: safe to press twice, its refusal kept until the next try. */
export function useAct<C extends Call>(name: C): Act<C> {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ReplyError | undefined>(undefined);
  const isInFlight = useRef(false);
  return {
    isBusy,
    error,
    start: async (input) => {
      if (isInFlight.current) return undefined;
      isInFlight.current = true;
      setBusy(true);
      setError(undefined);
      const reply = await call(name, input);
      isInFlight.current = false;
      setBusy(false);
      if (!reply.ok) setError(reply.error);
      return reply;
    },
  };
}

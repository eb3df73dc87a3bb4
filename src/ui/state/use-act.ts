import { useRef, useState } from "preact/hooks";
import type { Call, Input, Reply, ReplyError } from "../../engine/contract/contract";
import { call } from "./call";
import { announceChange } from "./elsewhere";

export interface Act<C extends Call> {
  readonly isBusy: boolean;
  readonly error: ReplyError | undefined;
  /** Undefined while the same act is in flight: a second click does nothing. */
  start(input: Input<C>): Promise<Reply<C> | undefined>;
}

/** A call started by a person: safe to click twice; its refusal stays until the next try. */
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
      // What Google refused is kept, and counts already (REFUSAL-1g).
      if (reply.ok || reply.error.code === "WRITE_REFUSED") announceChange();
      if (!reply.ok) setError(reply.error);
      return reply;
    },
  };
}

import { useState } from "preact/hooks";
import type { ReplyError } from "../../engine/contract/contract";
import { text } from "../format/text";

type Answer = { readonly ok: true } | { readonly ok: false; readonly error: ReplyError };

/** Does something to one record after the other, and says how far it is; it stops at the first that is refused. */
export function useEach() {
  const [progress, setProgress] = useState<string | undefined>(undefined);
  const [error, setError] = useState<ReplyError | undefined>(undefined);
  return {
    isBusy: progress !== undefined,
    progress: progress ?? "",
    error,
    /** How many were done. */
    start: async <R>(
      records: readonly R[],
      act: (record: R) => Promise<Answer>,
    ): Promise<number> => {
      setError(undefined);
      let done = 0;
      for (const record of records) {
        setProgress(`${text.number(done + 1)} of ${text.number(records.length)}`);
        const reply = await act(record);
        if (!reply.ok) {
          setError(reply.error);
          break;
        }
        done++;
      }
      setProgress(undefined);
      return done;
    },
  };
}

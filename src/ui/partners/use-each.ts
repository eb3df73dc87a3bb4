import { useState } from "preact/hooks";
import type { ReplyError } from "../../engine/contract/contract";
import { text } from "../format/text";
import { announceChange } from "../state/elsewhere";

type Answer = { readonly ok: true } | { readonly ok: false; readonly error: ReplyError };

/** Does something to one record after the other, and says how far it is; it stops at the first that is refused. */
export function useEach() {
  const [progress, setProgress] = useState<string | undefined>(undefined);
  const [error, setError] = useState<ReplyError | undefined>(undefined);
  return {
    isBusy: progress !== undefined,
    progress: progress ?? "",
    error,
    /** How many were done, and why it stopped before the end. */
    start: async <R>(
      records: readonly R[],
      act: (record: R) => Promise<Answer>,
    ): Promise<{ readonly done: number; readonly refused: ReplyError | undefined }> => {
      setError(undefined);
      let done = 0;
      let refused: ReplyError | undefined;
      for (const record of records) {
        setProgress(`${text.number(done + 1)} of ${text.number(records.length)}`);
        const reply = await act(record);
        if (!reply.ok) {
          refused = reply.error;
          break;
        }
        done++;
      }
      if (done > 0) announceChange();
      setError(refused);
      setProgress(undefined);
      return { done, refused };
    },
  };
}

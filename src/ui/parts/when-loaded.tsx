import type { ComponentChildren } from "preact";
import type { ReplyError } from "../../engine/contract/contract";
import { Refusal } from "./notice";
import { Skeleton } from "./skeleton";

/** The answer of a reading call, as far as it has arrived. */
export interface Answer<T> {
  /** The latest answer, also while a newer one loads or after that failed. */
  readonly output: T | undefined;
  readonly error: ReplyError | undefined;
  readonly isLoading: boolean;
  reload(): void;
}

/** Draws an answer once it is loaded; until then grey bars, or the error with a retry. */
export function WhenLoaded<T>(props: {
  readonly loaded: Answer<T>;
  readonly bars?: 1 | 2 | 3 | 4 | 5;
  readonly children: (output: T) => ComponentChildren;
}) {
  const { loaded, bars = 5, children } = props;
  const { output, error, isLoading } = loaded;
  return (
    <>
      {error && <Refusal error={error} onRetry={loaded.reload} isBusy={isLoading} />}
      {output === undefined && isLoading && <Skeleton rows={bars} />}
      {output !== undefined && (
        <div class={isLoading ? "stale" : undefined} aria-busy={isLoading}>
          {children(output)}
        </div>
      )}
    </>
  );
}

import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { Pages } from "../state/use-pages";
import { Refusal } from "./notice";
import { Skeleton } from "./skeleton";

/** One row of a paged list, drawn alone; its page is read if it is not loaded yet. */
export function OneRow<O, R>(props: {
  readonly list: Pages<O, R>;
  /** The row's index, from 0. */
  readonly at: number;
  readonly row: (row: R, index: number) => ComponentChildren;
}) {
  const { list, at, row } = props;
  const page = Math.floor(at / list.pageLength) + 1;
  useEffect(() => list.want([page]));
  const { error, isLoading = false } = list.pageAt(page) ?? {};
  const shown = list.rowAt(at);
  return (
    <>
      {error && <Refusal error={error} onRetry={() => list.retry(page)} isBusy={isLoading} />}
      {shown ? <ul class="card">{row(shown, at)}</ul> : !error && <Skeleton rows={2} />}
    </>
  );
}

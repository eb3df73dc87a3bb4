import type { ComponentChildren } from "preact";
import type { ReplyError } from "../../engine/contract/contract";
import { Button } from "./button";
import { Empty } from "./empty";
import type { IconName } from "./icon";
import { Refusal } from "./notice";
import { Skeleton } from "./skeleton";

/** What is said where nothing is there: what is missing, what to do about it, and the way there. */
export interface Nothing {
  readonly title: string;
  readonly advice: string;
  readonly act?: { readonly label: string; readonly go: () => void };
}

/** What a list shows while it loads, where it failed, where it is empty, and else its rows. */
export function ListStates<T>(props: {
  readonly loaded: {
    readonly output: T | undefined;
    readonly error: ReplyError | undefined;
    readonly isLoading: boolean;
    reload(): void;
  };
  readonly isEmpty: (output: T) => boolean;
  readonly icon: IconName;
  readonly none: Nothing;
  readonly children: (output: T) => ComponentChildren;
}) {
  const { loaded, isEmpty, icon, none, children } = props;
  const { output, error, isLoading } = loaded;
  const isBare = output !== undefined && isEmpty(output);
  return (
    <>
      {error && <Refusal error={error} onRetry={loaded.reload} isBusy={isLoading} />}
      {output === undefined && isLoading && <Skeleton rows={5} />}
      {isBare && !error && (
        <Empty icon={icon} title={none.title}>
          <p>{none.advice}</p>
          {none.act && <Button onClick={none.act.go}>{none.act.label}</Button>}
        </Empty>
      )}
      {output !== undefined && !isBare && (
        <div class={isLoading ? "stale" : undefined} aria-busy={isLoading}>
          {children(output)}
        </div>
      )}
    </>
  );
}

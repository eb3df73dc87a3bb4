import type { ComponentChildren } from "preact";
import { Button } from "./button";
import { Empty } from "./empty";
import type { IconName } from "./icon";
import { type Answer, WhenLoaded } from "./when-loaded";

/** The text of an empty list: what is missing, what to do about it, and a button for that. */
export interface EmptyText {
  readonly title: string;
  readonly advice: string;
  readonly act?: { readonly label: string; readonly go: () => void };
}

/** What a list shows while it loads, when it failed, when it is empty, and otherwise its rows. */
export function ListStates<T>(props: {
  readonly loaded: Answer<T>;
  readonly isEmpty: (output: T) => boolean;
  readonly icon: IconName;
  readonly none: EmptyText;
  readonly children: (output: T) => ComponentChildren;
}) {
  const { loaded, isEmpty, icon, none, children } = props;
  return (
    <WhenLoaded loaded={loaded}>
      {(output) =>
        isEmpty(output)
          ? !loaded.error && (
              <Empty icon={icon} title={none.title}>
                <p>{none.advice}</p>
                {none.act && <Button onClick={none.act.go}>{none.act.label}</Button>}
              </Empty>
            )
          : children(output)
      }
    </WhenLoaded>
  );
}

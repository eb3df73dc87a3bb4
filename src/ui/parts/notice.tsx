import type { ComponentChildren } from "preact";
import type { ReplyError } from "../../engine/contract/contract";
import { text } from "../format/text";
import { Button } from "./button";
import { Icon, type IconName } from "./icon";

const icons = {
  warning: "warning",
  error: "warning",
  good: "done",
} as const satisfies { readonly [tone: string]: IconName };

/** A few sentences that stand out; errors are announced at once. */
export function Notice(props: {
  readonly tone: keyof typeof icons;
  readonly children: ComponentChildren;
  readonly beside?: ComponentChildren;
}) {
  return (
    <div class={`notice ${props.tone}`} role={props.tone === "error" ? "alert" : undefined}>
      <Icon name={icons[props.tone]} />
      <div>{props.children}</div>
      {props.beside}
    </div>
  );
}

/** A refusal in its own words, its problems as a list, and a button to try again. */
export function Refusal(props: {
  readonly error: ReplyError;
  readonly onRetry?: (() => void) | undefined;
  readonly isBusy?: boolean;
  readonly beside?: ComponentChildren;
  /** Does once more what was done before, though the spreadsheet knows nothing of it (REFUSAL-8). */
  readonly onRepeat?: () => void;
}) {
  const { error, onRetry, onRepeat, isBusy = false } = props;
  // Where the problems are listed below, the general sentence adds nothing.
  const isSaidBelow = error.code === "INPUT_INVALID" && (error.problems ?? []).length > 0;
  return (
    <Notice tone={error.code === "RUN_BUSY" ? "warning" : "error"} beside={props.beside}>
      {!isSaidBelow && (
        <p role={error.code === "RUN_BUSY" ? "alert" : undefined}>{text.refused(error)}</p>
      )}
      {(error.problems ?? []).length > 0 && (
        <ul class="plain">
          {error.problems?.map(({ at, message }) => (
            <li key={`${at.table} ${at.row} ${at.column} ${text.said(message)}`}>
              {at.table !== "input" && (
                <b>{[at.table, at.row, at.column].filter(Boolean).join(" › ")} </b>
              )}
              {text.said(message)}
            </li>
          ))}
        </ul>
      )}
      {onRepeat && error.code === "ALREADY_LEFT" && (
        <Button onClick={onRepeat} isBusy={isBusy}>
          I have checked: do it once more
        </Button>
      )}
      {onRetry && (
        <Button look="text" onClick={onRetry} isBusy={isBusy}>
          Try again
        </Button>
      )}
    </Notice>
  );
}

import type { ComponentChildren } from "preact";
import type { ReplyError } from "../../engine/contract/contract";
import { Button } from "./button";
import { Refusal } from "./notice";
import { Panel } from "./panel";

/** A form in a panel: its fields, a refusal that belongs to none of them, one blue button and Cancel. */
export function FormPanel(props: {
  readonly title: string;
  /** Shown above the form. */
  readonly above?: ComponentChildren;
  readonly error: ReplyError | undefined;
  readonly isBusy: boolean;
  readonly action: string;
  /** The button's label while it is busy. */
  readonly busy?: string;
  readonly onSubmit: () => void;
  /** Submits with the confirmation that something is to be done once more (REFUSAL-8). */
  readonly onRepeat?: () => void;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}) {
  const {
    title,
    above,
    error,
    isBusy,
    action,
    busy = action,
    onSubmit,
    onRepeat,
    onClose,
    children,
  } = props;
  return (
    <Panel title={title} onClose={onClose}>
      {above}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        {error && <Refusal error={error} {...(onRepeat ? { onRepeat } : {})} isBusy={isBusy} />}
        <div class="buttons">
          <Button look="action" type="submit" isBusy={isBusy}>
            {isBusy ? busy : action}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Panel>
  );
}

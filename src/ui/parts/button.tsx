import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon";

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onClick?: () => void;
  /** "action" is the screen's one blue button (PLATFORM-85). */
  readonly look?: "action" | "outlined" | "text";
  readonly type?: "button" | "submit";
  readonly icon?: IconName;
  readonly isBusy?: boolean;
  /** The accessible name, where the visible word alone is not enough. */
  readonly label?: string;
  /** The id of the form that it submits, where it is outside of it. */
  readonly form?: string;
  readonly id?: string;
}

/** A button that keeps the focus while it is busy. */
export function Button(props: ButtonProps) {
  const { children, onClick, look = "outlined", type = "button", icon, isBusy = false } = props;
  return (
    <button
      type={type}
      id={props.id}
      form={props.form}
      class={`button ${look}`}
      aria-label={props.label}
      aria-disabled={isBusy || undefined}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onClick?.();
      }}
    >
      {isBusy ? <span class="spinner" /> : icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

/** A button with an icon only; its label is read aloud and shown on hover. */
export function IconButton(props: {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly isOff?: boolean;
  readonly id?: string;
}) {
  const { icon, label, onClick, isOff = false } = props;
  return (
    <button
      type="button"
      id={props.id}
      class="icon-button"
      aria-label={label}
      title={label}
      aria-disabled={isOff || undefined}
      onClick={() => {
        if (!isOff) onClick();
      }}
    >
      <Icon name={icon} />
    </button>
  );
}

import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon";

/** Shown where a list is empty: what is missing and what to do about it. */
export function Empty(props: {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class="empty">
      <Icon name={props.icon} />
      <p class="strong">{props.title}</p>
      {props.children}
    </div>
  );
}

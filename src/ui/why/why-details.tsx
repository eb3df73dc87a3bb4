import { useState } from "preact/hooks";
import { Icon } from "../parts/icon";
import { Why } from "./why";

/** A line that unfolds to explain why; it only loads then. */
export function WhyDetails(props: {
  readonly of: "reward" | "drip" | "event";
  readonly about: string;
  readonly label: string;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="grow" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="line">
        {props.label} <Icon name="down" />
      </summary>
      {isOpen && <Why of={props.of} about={props.about} />}
    </details>
  );
}

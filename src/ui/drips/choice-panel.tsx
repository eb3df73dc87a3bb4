import type { ComponentChildren } from "preact";
import { Button } from "../parts/button";
import { Panel } from "../parts/panel";

/** A question whose answers are buttons; the first one is the blue one. */
export function ChoicePanel(props: {
  readonly title: string;
  readonly answers: readonly { readonly label: string; readonly onChoose: () => void }[];
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}) {
  const { title, answers, isBusy, onClose, children } = props;
  return (
    <Panel title={title} onClose={onClose}>
      {children}
      <div class="buttons">
        {answers.map(({ label, onChoose }, i) => (
          <Button
            key={label}
            look={i === 0 ? "action" : "outlined"}
            isBusy={isBusy}
            onClick={onChoose}
          >
            {label}
          </Button>
        ))}
      </div>
    </Panel>
  );
}

import type { Output } from "../../engine/contract/contract";
import { prefillForm } from "../form/use-form";
import { Button } from "../parts/button";
import { Panel } from "../parts/panel";
import { open } from "../shell/router";
import { newFrom } from "../trigger/use-trigger-draft";

let areAsked = false;

/** Opens the triggers with their templates on top. */
export function openTemplates(): void {
  areAsked = true;
  open({ screen: "triggers" });
}
/** Whether the templates were asked for; once only, so that coming back shows the list. */
export function takeTemplatesAsked(): boolean {
  const wereAsked = areAsked;
  areAsked = false;
  return wereAsked;
}

/** Templates to start a trigger from, and a blank one. */
export function GalleryPanel(props: {
  readonly gallery: Output<"list-triggers">["gallery"];
  readonly onClose: () => void;
}) {
  const { gallery, onClose } = props;
  // What partners read is written from the terms, and so follows what is changed of them.
  const begin = (
    about: string,
    { offer: _, ...values }: Readonly<Record<string, string | number>>,
  ) => {
    prefillForm("save-trigger", about, values);
    open({ screen: "trigger", about });
  };
  return (
    <Panel title="New trigger" onClose={onClose}>
      <p>Start from a template and change it, or start blank.</p>
      <ul class="card inner">
        {gallery.map((ready) => (
          <li key={ready.name}>
            <button type="button" class="option" onClick={() => begin(newFrom(ready.name), ready)}>
              <span class="strong">{ready.name}</span>
              <span class="faint">{ready.offer}</span>
            </button>
          </li>
        ))}
      </ul>
      <div class="buttons">
        <Button look="action" onClick={() => begin("", {})}>
          Blank trigger
        </Button>
      </div>
    </Panel>
  );
}

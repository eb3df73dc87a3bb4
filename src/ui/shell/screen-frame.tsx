import type { ComponentChildren } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { IconButton } from "../parts/button";
import { focusScreen } from "./focus";
import { goBack } from "./router";

/** The frame of every screen: title, back button, content and buttons. Sets the focus when the screen opens. */
export function ScreenFrame(props: {
  readonly title: string;
  readonly beside?: ComponentChildren;
  /** A screen of the tabs has none, unless it was opened from elsewhere. */
  readonly hasBack?: boolean;
  readonly children: ComponentChildren;
  readonly actions?: ComponentChildren;
  /** Shown above the buttons: a message about the last action. */
  readonly status?: ComponentChildren;
}) {
  const { title, beside, hasBack = true, children, actions, status } = props;
  // In a layout effect: later it would take the focus from a field that the person has chosen.
  useLayoutEffect(focusScreen, []);
  return (
    <>
      <main>
        <header class="screen-head">
          {hasBack && <IconButton icon="back" label="Back" onClick={goBack} />}
          <h1 id="title" tabIndex={-1}>
            {title}
          </h1>
          {beside}
        </header>
        {children}
      </main>
      {actions && (
        <footer class="actions">
          {status}
          <div class="buttons">{actions}</div>
        </footer>
      )}
    </>
  );
}

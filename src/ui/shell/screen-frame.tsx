import type { ComponentChildren } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { IconButton } from "../parts/button";
import { focusScreen } from "./focus";
import { goBack } from "./router";

/** What every screen has, and where the focus goes as it opens: its title, the way back where it lies on top of another, and its buttons below. */
export function ScreenFrame(props: {
  readonly title: string;
  readonly beside?: ComponentChildren;
  readonly hasBack?: boolean;
  readonly children: ComponentChildren;
  readonly actions?: ComponentChildren;
  /** What is said about the last action, right above the buttons. */
  readonly status?: ComponentChildren;
}) {
  const { title, beside, hasBack = false, children, actions, status } = props;
  // At once: later it would take the focus from a field that the person has chosen meanwhile.
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

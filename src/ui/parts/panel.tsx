import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { IconButton } from "./button";
import { openPanels, Toast } from "./toast";

/**
 * A dialog on top of the screen. The browser's own dialog keeps the focus inside, closes on Escape, and returns the
 * focus to where it was.
 */
export function Panel(props: {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly onClose: () => void;
}) {
  const { title, children, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const self = useRef({}).current;
  // At once, so that a key pressed right after opening goes to the dialog and not to the list below it.
  useLayoutEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    openPanels.set([...openPanels.get(), self]);
    // Browsers ignore "autofocus" in a frame of another origin.
    document.getElementById("panel-title")?.focus();
    return () => {
      element?.close();
      openPanels.set(openPanels.get().filter((each) => each !== self));
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [self]);
  return (
    <dialog
      ref={dialog}
      class="panel"
      aria-labelledby="panel-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="panel-inside">
        <header>
          <h2 id="panel-title" tabIndex={-1}>
            {title}
          </h2>
          <IconButton icon="close" label="Close" onClick={onClose} />
        </header>
        {children}
      </div>
      <Toast panel={self} />
    </dialog>
  );
}

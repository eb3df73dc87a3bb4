import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { theGrid } from "../state/the-grid";

type ModalProps = {
  readonly title: string;
  readonly children: ComponentChildren;
  /** Called on Escape. */
  readonly close: () => void;
  readonly isModal?: boolean;
  readonly name?: string;
};

/** A dialog: the browser keeps the focus inside, and gives it back. */
export function Modal({ title, children, close, isModal = true, name = "" }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const { current } = dialog;
    if (isModal) current?.showModal();
    else current?.show();
    return () => {
      current?.close();
      // The element that had the focus may be gone, such as a menu item.
      if (document.activeElement === document.body) theGrid()?.focus();
    };
  }, [isModal]);
  return (
    <dialog
      class={`modal ${name}`}
      ref={dialog}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      {children}
    </dialog>
  );
}

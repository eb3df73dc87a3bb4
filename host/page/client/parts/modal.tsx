import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

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
  useEffect(() => {
    if (isModal) dialog.current?.showModal();
    else dialog.current?.show();
    return () => dialog.current?.close();
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

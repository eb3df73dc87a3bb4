import { useEffect } from "preact/hooks";
import { createStore, useStore } from "../state/store";
import { Button, IconButton } from "./button";

/** What a toast offers to do next, such as an undo. */
export interface ToastAction {
  readonly label: string;
  readonly go: () => void;
}

const SECONDS_SHOWN = 8;
/** Longer where there is a button. */
const SECONDS_WITH_ACTION = 30;
const current = createStore<
  { readonly sentence: string; readonly action?: ToastAction } | undefined
>(undefined);

/** Shows a sentence in the reader's words about what was done for a while, and announces it; `action` is offered beside it. */
export const showToast = (sentence: string, action?: ToastAction): void =>
  current.set(action ? { sentence, action: action } : { sentence });

/** Takes away what was said last. */
export const dropToast = (): void => current.set(undefined);

/** The panels that are open, the topmost last: what lies below one can be neither seen whole nor pressed. */
export const openPanels = createStore<readonly object[]>([]);

/**
 * The live region of the page, or of a panel; it is always there, so that screen readers notice new messages. What is
 * said stands in the topmost.
 */
export function Toast({ panel }: { readonly panel?: object }) {
  const latest = useStore(current);
  const panels = useStore(openPanels);
  const isOnTop = panels[panels.length - 1] === panel;
  const message = isOnTop ? latest : undefined;
  useEffect(() => {
    if (!message) return undefined;
    const seconds = message.action ? SECONDS_WITH_ACTION : SECONDS_SHOWN;
    const timer = setTimeout(() => current.set(undefined), seconds * 1000);
    return () => clearTimeout(timer);
  }, [message]);
  return (
    <div class="toast-place">
      <div class="toasts">
        <div role="status">{message && <p class="toast-text">{message.sentence}</p>}</div>
        {message?.action && (
          <Button
            look="text"
            onClick={() => {
              current.set(undefined);
              message.action?.go();
            }}
          >
            {message.action.label}
          </Button>
        )}
        {message && (
          <IconButton icon="close" label="Dismiss" onClick={() => current.set(undefined)} />
        )}
      </div>
    </div>
  );
}

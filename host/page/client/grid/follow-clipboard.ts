import { client } from "../state/client-state";
import { copySelection, paste } from "../state/clipboard";

type Edited = { readonly isEditing: () => boolean };

/**
 * Copies, cuts and pastes by the keys of the browser, as Sheets does; with Shift only the values are pasted. While a cell is being
 * edited, the browser handles all of it.
 */
export function followClipboard(container: HTMLElement, grid: Edited): void {
  const isOurs = (): boolean =>
    container.contains(document.activeElement) && !grid.isEditing() && client.get().active !== null;
  const copy = (event: ClipboardEvent): void => {
    if (!isOurs()) return;
    const text = copySelection(event.type === "cut");
    if (text !== null) event.clipboardData?.setData("text/plain", text);
    take(event);
  };
  let withShift = false;
  addEventListener("keydown", ({ shiftKey }) => (withShift = shiftKey), true);
  addEventListener("copy", copy, true);
  addEventListener("cut", copy, true);
  addEventListener(
    "paste",
    (event) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!isOurs() || text === "") return;
      take(event);
      paste(text, withShift ? "values" : "all");
    },
    true,
  );
}

/** Stops Univer, which listens too and would change its own copy. */
function take(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

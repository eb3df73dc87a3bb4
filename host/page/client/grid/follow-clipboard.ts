import { client } from "../state/client-state";
import { pasteText, sheetActs } from "../state/sheet-acts";
import type { CellReader } from "./read-cells";

type Copied = Pick<CellReader, "shownTexts"> & { readonly isEditing: () => boolean };

/** A larger selection than this many cells is not copied. */
const mostCells = 500_000;

/**
 * Copies what the selected cells show, and pastes text as Sheets does: tabs and line ends separate the cells. While a
 * cell is being edited, the browser handles both.
 */
export function followClipboard(container: HTMLElement, grid: Copied): void {
  const isOurs = (): boolean =>
    container.contains(document.activeElement) && !grid.isEditing() && client.get().active !== null;
  const copy = (event: ClipboardEvent): boolean => {
    const area = client.get().active?.area;
    if (!isOurs() || area === undefined || area.rows * area.columns > mostCells) return false;
    const lines = grid.shownTexts(area).map((line) => line.map(quoted).join("\t"));
    event.clipboardData?.setData("text/plain", lines.join("\n"));
    take(event);
    return true;
  };
  addEventListener("copy", copy, true);
  addEventListener("cut", (event) => void (copy(event) && sheetActs.clear()), true);
  addEventListener(
    "paste",
    (event) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!isOurs() || text === "") return;
      take(event);
      pasteText(text);
    },
    true,
  );
}

/** Stops Univer, which listens too and would change its own copy. */
function take(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** A cell's text as spreadsheets put it on the clipboard: quoted if it contains a separator. */
const quoted = (text: string): string =>
  /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

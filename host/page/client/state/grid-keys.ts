import { client } from "./client-state";
import { sheetActs } from "./sheet-acts";
import { theGrid } from "./the-grid";

/** Keys that Sheets has and the grid has not: find, replace, clear formatting, whole rows and columns. */
export function followGridKeys(): void {
  addEventListener(
    "keydown",
    (event) => {
      const work = document.querySelector("dialog:modal") ? undefined : workOf(event);
      if (work === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      work();
    },
    true,
  );
}

function workOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent) {
  const isCommand = (ctrlKey || metaKey) && !altKey;
  if (isCommand && !shiftKey && key.toLowerCase() === "f") return find("find");
  if (isCommand && !shiftKey && key.toLowerCase() === "h") return find("replace");
  const { active } = client.get();
  const isInGrid = document.activeElement?.closest(".grid-place");
  if (!isInGrid || active === null || theGrid()?.isEditing()) return undefined;
  if (isCommand && key === "\\") return sheetActs.clearFormats;
  if (key !== " " || altKey || shiftKey === isCommand) return undefined;
  const sheet = client.get().page?.sheets.find(({ id }) => id === active.sheet);
  if (sheet === undefined) return undefined;
  const { row, column, rows, columns } = active.area;
  const area = shiftKey
    ? { row, rows, column: 1, columns: sheet.maxColumns }
    : { column, columns, row: 1, rows: sheet.maxRows };
  return () => theGrid()?.select(area);
}

const find = (finding: "find" | "replace") => (): void => client.set({ finding });

import type { Input } from "../../calls";
import type { CellArea } from "../../wire";
import { act, tell } from "./call";
import { client } from "./client-state";
import { pasteText } from "./sheet-acts";
import { theGrid } from "./the-grid";

/** What was copied or cut last on this page, and the text of it that the clipboard got. */
type Copied = {
  readonly from: { readonly sheet: number } & CellArea;
  readonly text: string;
  readonly isCut: boolean;
};

/** A larger selection than this many cells is not copied. */
const mostCells = 500_000;
let copied: Copied | null = null;

/** Remembers the selected cells, and answers the text for the clipboard; null when they can't be copied, which is told. */
export function copySelection(isCut: boolean): string | null {
  const { active } = client.get();
  const grid = theGrid();
  if (active === null || grid === null) return null;
  const { area, sheet } = active;
  if (area.rows * area.columns > mostCells)
    return refused(`Copy at most ${mostCells.toLocaleString("en")} cells at once.`);
  if (!grid.isLoaded(sheet, area))
    return refused(
      "Some of the selected rows have not been shown yet. Scroll through them first, or copy fewer.",
    );
  const text = textOf(sheet, area);
  copied = { from: { sheet, ...area }, text, isCut };
  client.set({ said: isCut ? "Cut: paste moves the cells" : "Copied" });
  return text;
}

/** Copies or cuts from a menu: no event of the browser brings the clipboard. */
export async function copyFromMenu(isCut: boolean): Promise<void> {
  const text = copySelection(isCut);
  if (text === null) return;
  // Where the browser keeps its clipboard to itself, the cells can still be pasted on this page.
  await navigator.clipboard?.writeText(text).catch(() => undefined);
}

/** Pastes from a menu, where the browser has to be asked for the clipboard. */
export async function pasteFromMenu(kind: Input<"paste">["kind"]): Promise<void> {
  const text = await navigator.clipboard?.readText().catch(() => null);
  if (typeof text === "string" && text !== "") return paste(text, kind);
  if (copied !== null) return paste(copied.text, kind);
  tell(
    "Nothing was pasted",
    new Error("The browser does not let the page read the clipboard: press Ctrl+V instead."),
  );
}

/**
 * Pastes a text of the clipboard. When it is what was copied on this page, the cells themselves are pasted, with formulas and
 * formats; any other text is typed into the cells.
 */
export function paste(text: string, kind: Input<"paste">["kind"] = "all"): void {
  const { active } = client.get();
  if (active === null) return;
  const from = cellsOf(text);
  if (from !== null) {
    const isCut = copied?.isCut === true && kind === "all";
    void act("paste", { sheet: active.sheet, to: active.area, from, kind, isCut });
    if (isCut) copied = null;
  } else if (kind === "formats")
    tell("Nothing was pasted", new Error("Copy cells of this page first: a text has no format."));
  else pasteText(text);
}

/** The copied cells, if the text is theirs and they still show it. Rows that a filter hides are left out, as on Google, so then the text counts. */
function cellsOf(text: string): Copied["from"] | null {
  if (copied === null || plain(text) !== plain(copied.text)) return null;
  const { from } = copied;
  const sheet = client.get().page?.sheets.find(({ id }) => id === from.sheet);
  if (sheet === undefined || from.row + from.rows - 1 > sheet.maxRows) return null;
  if (from.column + from.columns - 1 > sheet.maxColumns) return null;
  const hides = seenRows(from.sheet, from).length < from.rows;
  return hides || plain(textOf(from.sheet, from)) !== plain(text) ? null : from;
}

/** Line ends differ between the clipboards of systems. */
const plain = (text: string): string => text.replaceAll("\r\n", "\n").replace(/\n$/, "");

/** What the cells show, tabs and line ends between them. */
function textOf(sheet: number, area: CellArea): string {
  const lines = theGrid()?.shownTexts(sheet, area) ?? [];
  return seenRows(sheet, area)
    .map((row) => (lines[row - area.row] ?? []).map(quoted).join("\t"))
    .join("\n");
}

/** The rows (1-based) of an area that no filter hides. */
function seenRows(sheet: number, { row, rows }: CellArea): readonly number[] {
  const isHidden = theGrid()?.isFiltered;
  return Array.from({ length: rows }, (_, n) => row + n).filter((at) => !isHidden?.(sheet, at));
}

/** A cell's text as spreadsheets put it on the clipboard: quoted if it contains a separator. */
const quoted = (text: string): string =>
  /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

function refused(why: string): null {
  tell("Nothing was copied", new Error(why));
  return null;
}

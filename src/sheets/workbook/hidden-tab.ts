import type { Book, Sheet } from "./book";
import { unlessRefused } from "./refusal";

/** Rows of cells by their place below the header, from 1. */
export type RowsAt = ReadonlyMap<number, readonly (string | number)[]>;

/** Makes a hidden tab of the program's own, with headers. */
export function makeHiddenTab(
  { spreadsheet }: Book,
  name: string,
  headers: readonly string[],
): Sheet {
  const active = spreadsheet.getActiveSheet();
  const sheet = spreadsheet.insertSheet(name, spreadsheet.getNumSheets());
  sheet.getRange(1, 1, 1, headers.length).setValues([[...headers]]);
  unlessRefused(() => {
    sheet.hideSheet();
    spreadsheet.setActiveSheet(active);
  });
  return sheet;
}

/** Writes whole rows, those that lie together by one call; the tab grows for them. */
export function writeRowsAt(sheet: Sheet, rows: RowsAt): void {
  const lacking = highest(rows.keys()) + 1 - sheet.getMaxRows();
  if (lacking > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lacking);
  for (const [first, block] of blocksOf(rows)) {
    const [{ length: width }] = block as [readonly unknown[]];
    sheet.getRange(first + 1, 1, block.length, width).setValues(block.map((cells) => [...cells]));
  }
}

/** The highest of any number of places; a call takes only so many arguments (PLATFORM-14). */
export function highest(places: Iterable<number>): number {
  let most = 0;
  for (const place of places) most = Math.max(most, place);
  return most;
}

type Cells = readonly (string | number)[];
/** Rows that lie together, each block with its first place, so that one call writes it. */
function blocksOf(rows: RowsAt): readonly (readonly [number, readonly Cells[]])[] {
  const blocks: [number, Cells[]][] = [];
  for (const [place, cells] of [...rows].sort(([a], [b]) => a - b)) {
    const last = blocks[blocks.length - 1];
    if (last && last[0] + last[1].length === place) last[1].push(cells);
    else blocks.push([place, [cells]]);
  }
  return blocks;
}

import type { Column, Sheet } from "../base/model";
import { ServiceError } from "../base/service-error";
import { checkLine } from "./rows";

/** Groups are nested at most so deep; a change that would go beyond does nothing there (PLATFORM-103). */
const DEEPEST = 8;

/** A run of neighbouring columns, 1-based, that lie at least so deep in groups. */
export type ColumnGroup = { readonly first: number; readonly last: number; readonly depth: number };

const bare = (): Column => ({ width: null, hidden: false });
const columnAt = (sheet: Sheet, column: number): Column => {
  while (sheet.columns.length < column) sheet.columns.push(bare());
  return sheet.columns[column - 1] ?? bare();
};

export function columnDepth(sheet: Sheet, column: number): number {
  checkLine(column, sheet.maxColumns);
  return sheet.columns[column - 1]?.depth ?? 0;
}

/** Puts columns deeper into groups, or takes them out; never beyond the bounds. */
export function shiftColumnDepth(sheet: Sheet, first: number, count: number, delta: number): void {
  for (let column = first; column < first + count; column += 1) {
    const depth = Math.min(DEEPEST, Math.max(0, columnDepth(sheet, column) + delta));
    setDepth(columnAt(sheet, column), depth);
  }
}

function setDepth(column: Column, depth: number): void {
  if (depth === 0) delete column.depth;
  else column.depth = depth;
  const folded = (column.folded ?? []).filter((each) => each <= depth);
  if (folded.length === 0) delete column.folded;
  else column.folded = folded;
}

/** The group of this depth that a column lies in. Throws where there is none. */
export function columnGroup(sheet: Sheet, column: number, depth: number): ColumnGroup {
  const isIn = (at: number) => (sheet.columns[at - 1]?.depth ?? 0) >= depth;
  if (depth < 1 || columnDepth(sheet, column) < depth) {
    throw new ServiceError(`There is no column group at index ${column} and group depth ${depth}.`);
  }
  let [first, last] = [column, column];
  while (first > 1 && isIn(first - 1)) first -= 1;
  while (isIn(last + 1)) last += 1;
  return { first, last, depth };
}

/** Hides or shows a group's columns. Those that a deeper group keeps folded stay hidden when it is opened. */
export function foldColumns(sheet: Sheet, group: ColumnGroup, isFolded: boolean): void {
  for (let at = group.first; at <= group.last; at += 1) {
    const column = columnAt(sheet, at);
    const others = (column.folded ?? []).filter((depth) => depth !== group.depth);
    const folded = isFolded ? [...others, group.depth] : others;
    column.hidden = folded.length > 0;
    if (folded.length === 0) delete column.folded;
    else column.folded = folded;
  }
}

export const isFolded = (sheet: Sheet, { first, depth }: ColumnGroup): boolean =>
  sheet.columns[first - 1]?.folded?.includes(depth) ?? false;

/** Columns that come between others lie as deep as both of their neighbours, and are in no group of their own. */
export function joinGroups(columns: readonly Column[], first: number, count: number): void {
  const depthAt = (at: number) => columns[at - 1]?.depth ?? 0;
  const depth = Math.min(depthAt(first - 1), depthAt(first + count));
  for (const column of columns.slice(first - 1, first - 1 + count)) setDepth(column, depth);
}

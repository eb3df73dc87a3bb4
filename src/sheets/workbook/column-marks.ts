import type { Column, Table } from "../../engine/tables/table";
import { columnsOf } from "../../engine/tables/table";
import type { Raw } from "../codec/codec";
import type { Sheet, Spreadsheet } from "./book";
import { headerName } from "./columns";

/** The key of our developer metadata; its value names the table and the column's id. */
const MARK = "tributary";
type Metadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;

/** A column whose header was typed over: it holds what the program keeps under another header. */
export interface Renamed {
  readonly id: string;
  /** The header that it must have. */
  readonly header: string;
  /** What stands there; blank where the header was cleared. */
  readonly found: string;
  /** 0-based. */
  readonly column: number;
  /** Where that header stands now: on a column that was never ours, so that nobody knows which one counts. */
  readonly twin: number | undefined;
}

/** What a tab's columns were when the program last saw them. */
export interface Marks {
  readonly renamed: readonly Renamed[];
  /** The columns that carry no mark of their own yet, with the mark of another that stands there. */
  readonly unmarked: readonly Unmarked[];
  /** No column was ever marked: the tab is new, or of an earlier release. */
  readonly none: boolean;
}
interface Unmarked {
  readonly id: string;
  readonly column: number;
  readonly stale?: Metadata | undefined;
}

/**
 * Compares a tab's headers with the marks of its columns: developer metadata, which follows a column wherever it goes,
 * and the notes of the headers, which stay when a header is typed over and go along when cells are cut and pasted. A
 * column whose header and note agree is what it says (REFUSAL-9).
 */
export function readMarks(table: Table, sheet: Sheet, headers: readonly Raw[]): Marks {
  const columns = columnsOf(table);
  const notes =
    headers.length === 0 ? [] : (sheet.getRange(1, 1, 1, headers.length).getNotes()[0] ?? []);
  const idOf = (text: string, of: (column: Column<unknown>) => string) => {
    const [first, second] = columns.filter(([, column]) => of(column) === text);
    return first && !second ? first[0] : undefined;
  };
  const named = headers.map((raw) => idOf(headerName(raw), (each) => headerName(each.header)));
  const noted = notes.map((note) => idOf(note, (each) => each.note));
  const metadata = metadataOf(table, sheet);
  const marked = (column: number) => metadata.get(column)?.id;
  const renamed: Renamed[] = [];
  for (const [id, { header, optional }] of columns) {
    if (named.some((name, i) => name === id && (noted[i] === id || marked(i) === id))) continue;
    const byMark = [...metadata].find(([, each]) => each.id === id)?.[0];
    const column = byMark ?? noted.findIndex((each, i) => each === id && !metadata.has(i));
    if (column < 0 || named[column] === id) continue;
    const twin = named.indexOf(id);
    // Before columns were marked, a team could give a column that it may do without another name.
    if (optional && byMark === undefined && twin < 0) continue;
    const isOurs = twin < 0 || (marked(twin) ?? noted[twin] ?? id) !== id;
    const found = String(headers[column] ?? "").trim();
    renamed.push({ id, header, found, column, twin: isOurs ? undefined : twin });
  }
  const unmarked = columns.flatMap(([id]): readonly Unmarked[] => {
    const column = named.indexOf(id);
    const stale = metadata.get(column);
    return column < 0 || stale?.id === id ? [] : [{ id, column, stale: stale?.data }];
  });
  return { renamed, unmarked, none: metadata.size === 0 };
}

/** The ids of columns by their 0-based places, as the tab's metadata says. */
function metadataOf(table: Table, sheet: Sheet) {
  const found = new Map<number, { readonly id: string; readonly data: Metadata }>();
  for (const data of sheet.createDeveloperMetadataFinder().withKey(MARK).find()) {
    const [of, id = ""] = String(data.getValue()).split(".");
    const column = data.getLocation().getColumn();
    if (of === table.name && id in table.columns && column) {
      found.set(column.getColumn() - 1, { id, data });
    }
  }
  return found;
}

/**
 * Marks columns, so that they are recognised under any header. Marks are a help that nothing rests on: where Google
 * refuses them, the notes of the headers tell.
 */
export function markColumns(table: Table, sheet: Sheet, unmarked: readonly Unmarked[]): void {
  try {
    for (const { id, column, stale } of unmarked) {
      stale?.remove();
      const letter = letterOf(column);
      sheet.getRange(`${letter}:${letter}`).addDeveloperMetadata(MARK, `${table.name}.${id}`);
    }
  } catch (thrown) {
    console.warn(`The columns of ${table.sheet} could not be marked: ${String(thrown)}`);
  }
}

/** The name of a tab that holds a table's columns, where it is another one; undefined where there is none. */
export function findRenamedTab(
  spreadsheet: Spreadsheet,
  { name, sheet }: Table,
): string | undefined {
  for (const each of spreadsheet.createDeveloperMetadataFinder().withKey(MARK).find()) {
    if (!String(each.getValue()).startsWith(`${name}.`)) continue;
    const tab = each.getLocation().getColumn()?.getSheet().getName();
    if (tab !== undefined && headerName(tab) !== headerName(sheet)) return tab;
  }
  return undefined;
}

/** A column's letters, from its 0-based place. */
export const letterOf = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26);

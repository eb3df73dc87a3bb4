import {
  findSheet,
  type ProtectHow,
  personAddColumn,
  personAppend,
  personDeleteRow,
  personInsertRow,
  personMakeTable,
  personMoveColumn,
  personProtect,
  personRenameColumn,
  personSort,
  personType,
  personValidate,
  type RowMatch,
  readNotes,
  removeSheet,
  type Sheet,
  type SheetRecord,
  sheetRecords,
  type TableColumn,
  type Typed,
  type TypedRow,
  toA1,
  type ValidationRule,
  type Workbook,
} from "../workbook";

/** What a person sees and does in the sheets; it takes effect at once, on writes that were carried out. */
export interface People {
  readonly sheetNames: () => string[];
  /** The rows below the header row by header: Dates for dates, "" for empty. */
  readonly rows: (sheet: string) => SheetRecord[];
  /** The notes of a sheet by A1 place. */
  readonly notes: (sheet: string) => Record<string, string>;
  /** Pastes rows below the last one, by header. */
  readonly append: (sheet: string, rows: readonly TypedRow[]) => void;
  /** Deletes a tab; throws for the last one. */
  readonly deleteSheet: (sheet: string) => void;
  /** Adds a column with this header on the right, unless there is one. */
  readonly addColumn: (sheet: string, header: string) => void;
  /** Drags a column to before another one, or to the end of the sheet; what points at it follows. */
  readonly moveColumn: (sheet: string, header: string, before: string | null) => void;
  /** Types another header over one. */
  readonly renameColumn: (sheet: string, from: string, to: string) => void;
  /** Protects a range in A1 notation, or the sheet (null): whoever is neither owner nor editor is stopped. */
  readonly protect: (sheet: string, a1: string | null, how?: ProtectHow) => void;
  /** Makes all rows a Table with typed columns, by header: `{ Amount: { type: "NUMBER" } }`. */
  readonly makeTable: (sheet: string, types: Readonly<Record<string, TableColumn>>) => void;
  /** Sets a validation on all cells below a header, or takes it away. */
  readonly validate: (sheet: string, header: string, rule: ValidationRule | null) => void;
  /** Types into the one row that matches; throws if none or several do. */
  readonly type: (sheet: string, row: RowMatch, header: string, value: Typed) => void;
  /** Inserts a row as the `at`-th below the header row, from 0. */
  readonly insertRow: (sheet: string, at: number, row?: TypedRow) => void;
  readonly deleteRow: (sheet: string, row: RowMatch) => void;
  readonly sort: (sheet: string, header: string, how?: { readonly descending?: boolean }) => void;
}

const notesOf = (sheet: Sheet): Record<string, string> => {
  const [rows, columns] = [sheet.rows.length, sheet.maxColumns];
  if (rows === 0) return {};
  const found: Record<string, string> = {};
  readNotes(sheet, { row: 1, column: 1, rows, columns }).forEach((note, index) => {
    if (note === "") return;
    const row = Math.floor(index / columns) + 1;
    found[toA1({ row, column: (index % columns) + 1, rows: 1, columns: 1 })] = note;
  });
  return found;
};

/** People at the keyboard of a workbook; `changed` is called after each act. */
export const people = (book: Workbook, changed: () => void): People => {
  const sheet = (name: string): Sheet => {
    const found = findSheet(book, name);
    if (found === null) {
      throw new Error(`There is no sheet "${name}". There are: ${names().join(", ")}.`);
    }
    return found;
  };
  const names = (): string[] => book.sheets.map(({ name }) => name);
  const acting =
    <Args extends readonly unknown[]>(act: (sheet: Sheet, ...args: Args) => void) =>
    (name: string, ...args: Args): void => {
      act(sheet(name), ...args);
      changed();
    };
  return {
    sheetNames: names,
    rows: (name) => sheetRecords(book, sheet(name)),
    notes: (name) => notesOf(sheet(name)),
    append: acting((at, rows: readonly TypedRow[]) => personAppend(book, at, rows)),
    deleteSheet: acting((at) => removeSheet(book, at)),
    addColumn: acting((at, header: string) => personAddColumn(book, at, header)),
    moveColumn: acting((at, header: string, before: string | null) =>
      personMoveColumn(book, at, header, before),
    ),
    renameColumn: acting((at, from: string, to: string) => personRenameColumn(book, at, from, to)),
    protect: acting((at, a1: string | null, how?: ProtectHow) => personProtect(book, at, a1, how)),
    makeTable: acting((at, types: Readonly<Record<string, TableColumn>>) =>
      personMakeTable(book, at, types),
    ),
    validate: acting((at, header: string, rule: ValidationRule | null) =>
      personValidate(book, at, header, rule),
    ),
    type: acting((at, row: RowMatch, header: string, value: Typed) =>
      personType(book, at, row, header, value),
    ),
    insertRow: acting((at, index: number, row?: TypedRow) => personInsertRow(book, at, index, row)),
    deleteRow: acting((at, row: RowMatch) => personDeleteRow(book, at, row)),
    sort: acting((at, header: string, how?: { readonly descending?: boolean }) =>
      personSort(book, at, header, how?.descending ?? false),
    ),
  };
};

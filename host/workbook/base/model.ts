/** What a cell holds. A date, time or duration is a serial number under a date format. */
export type Cell = string | number | boolean;

/** A rectangle of cells, 1-based as in Apps Script's getRange(row, column, rows, columns). */
export type Rect = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
};

/**
 * Cells of a rectangle, row by row in one flat list; "" is empty.
 * At the places named in `dates` (ascending) the number is epoch milliseconds, not a serial.
 */
export type Block = { readonly cells: readonly Cell[]; readonly dates: readonly number[] };

/** A script, a person at the keyboard, or a person's paste (which validations do not stop). */
export type Writer = "script" | "person" | "paste";

/** Cells to write, row by row; null and undefined clear, dates are epoch milliseconds at the places named. */
export type BlockToWrite = {
  readonly cells: readonly (Cell | null | undefined)[];
  readonly dates: readonly number[];
};

/** Styles of a cell that do not affect its value: stored for the page and for .xlsx. */
export type Style = {
  readonly background?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly fontSize?: number;
  readonly fontFamily?: string;
  readonly align?: string;
  readonly verticalAlign?: string;
  readonly wrap?: string;
};

/** A data validation: criteria as Apps Script names them ("VALUE_IN_LIST", …) with their values. */
export type ValidationRule = {
  readonly criteria: string;
  readonly values: readonly (Cell | readonly Cell[])[];
  readonly allowInvalid: boolean;
  readonly help: string | null;
};

/**
 * Number formats, styles and validations of a row's cells. Rows that look alike share one object, so a table of
 * 100,000 rows holds a handful of them. Never changed once created.
 */
export type RowLook = {
  /** "" is the automatic format; cells past the end are automatic. */
  readonly formats: readonly string[];
  readonly styles: readonly (Style | null)[];
  readonly rules: readonly (ValidationRule | null)[];
};

export type Row = {
  cells: Cell[];
  look: RowLook;
  /** Formula texts ("=SUM(A:A)") by 0-based column; the last computed value is in `cells`. */
  formulas: Map<number, string> | null;
  /** Notes by 0-based column. */
  notes: Map<number, string> | null;
  /** Hidden by a person or a script. */
  hidden: boolean;
  /** Hidden by the sheet's filter when it was last applied. */
  filtered: boolean;
  /** The row as text in the workbook file, until the row changes (ADR-13). */
  text: string | null;
};

export type Column = {
  width: number | null;
  hidden: boolean;
  /** In how many groups it lies; 0 where left out. */
  depth?: number;
  /** The depths of those that are folded. */
  folded?: number[];
};

/** What a filter hides in one column: cells that show one of these texts, and those that don't fit the condition. */
export type ColumnFilter = {
  readonly hidden: readonly string[];
  /** As Apps Script names it ("NUMBER_GREATER_THAN"), with its values; null when there is none. */
  readonly criteria: string | null;
  readonly values: readonly Cell[];
};

/** The one filter that a sheet may have; its first row is the header (PLATFORM-105). */
export type SheetFilter = {
  readonly rect: Rect;
  /** By column of the sheet, 1-based; a column left out hides nothing. */
  readonly columns: Readonly<Record<number, ColumnFilter>>;
};

export type Protection = {
  readonly id: string;
  /** null protects the whole sheet. */
  rect: Rect | null;
  description: string;
  warningOnly: boolean;
  unprotected: Rect[];
  /** Who may edit, beside the owner; null while it mirrors the rights of the file: every editor may. */
  editors: string[] | null;
};

/** What a typed column of a Table takes. */
export type TableColumn = {
  readonly type: "TEXT" | "NUMBER" | "DATE" | "CHECKBOX" | "DROPDOWN";
  /** The words of a drop-down. */
  readonly values?: readonly string[];
};

/** A native Table, its header row first; only people make one (PLATFORM-55). */
export type Table = {
  readonly name: string;
  readonly rect: Rect;
  /** By place in the rectangle; null has no type. */
  readonly columns: readonly (TableColumn | null)[];
};

export type Metadata = {
  readonly id: number;
  key: string;
  value: string;
  visibility: "DOCUMENT" | "PROJECT";
  place:
    | { readonly kind: "spreadsheet" }
    | { readonly kind: "sheet"; readonly sheetId: number }
    | { readonly kind: "rows" | "columns"; readonly sheetId: number; at: number };
};

/** Stored and returned unchanged, without a meaning in the host. */
export type Kept = { rects: Rect[]; data: Readonly<Record<string, unknown>> };

export type Sheet = {
  readonly id: number;
  name: string;
  hidden: boolean;
  tabColor: string | null;
  maxRows: number;
  maxColumns: number;
  /** Row n of the sheet is rows[n - 1]; a missing or null entry is an empty row. */
  rows: (Row | null)[];
  columns: Column[];
  frozenRows: number;
  frozenColumns: number;
  filter: SheetFilter | null;
  protections: Protection[];
  tables: Table[];
  conditionalFormats: Kept[];
  charts: Kept[];
};

export type NamedRange = { name: string; sheetId: number; rect: Rect };

export type Workbook = {
  /** Cells of plain text keep an apostrophe that is written before a text (PLATFORM-38). */
  keepsApostrophes?: boolean;
  readonly id: string;
  name: string;
  /** As Apps Script writes it: "en_US", "de_DE". */
  locale: string;
  timeZone: string;
  sheets: Sheet[];
  namedRanges: NamedRange[];
  metadata: Metadata[];
  /**
   * What the host stores beside the sheets (properties, schedules, clock): plain data, saved in the workbook file.
   */
  extras: Record<string, unknown>;
  looks: Map<string, RowLook>;
  /** Grows with every change; whatever shows the workbook compares it. */
  version: number;
  /** The version and civil day for which formulas were last computed. */
  calculated: string;
  /** Epoch milliseconds; used by TODAY() and dates typed without a year. */
  now: () => number;
};

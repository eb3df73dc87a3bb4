import type { TopMenu } from "../services/ui/ui-state";
import type { ColumnFilter, StylePatch } from "../workbook";

/** What the page's server and its client exchange; all of it is JSON. */

/** A chart over a sheet's cells, with what its ranges hold now; its corner is an offset in pixels from a cell (1-based). */
export type WireChart = {
  readonly id: number;
  /** As Apps Script names it: "COLUMN", "LINE". */
  readonly type: string;
  readonly title: string;
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly isStacked: boolean;
  readonly labels: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
  }[];
};

export type SheetInfo = {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly tabColor: string | null;
  readonly maxRows: number;
  readonly maxColumns: number;
  /** Rows that hold or show anything; windows beyond are empty. */
  readonly usedRows: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** By 0-based column; null is the default width. */
  readonly widths: readonly (number | null)[];
  readonly hiddenColumns: readonly number[];
  /** Rows hidden by a person or a script, and those hidden by the filter: first and last of each run, 0-based, in one list. */
  readonly hiddenRows: readonly number[];
  readonly filteredRows: readonly number[];
  /** The filter's cells, and the columns (1-based) in which it hides something; null when there is none. */
  readonly filter: { readonly area: CellArea; readonly columns: readonly number[] } | null;
  readonly charts: readonly WireChart[];
};

/** A sidebar or dialog that is open; its HTML is served by the frames' origin under `id`. */
export type Panel = {
  readonly id: string;
  readonly title: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly isModal: boolean;
};

/** Toasts of the script, by their number. */
export type Toast = { readonly id: number; readonly title: string; readonly text: string };

/** An alert or prompt that a script waits for. */
export type Question = {
  readonly id: string;
  readonly kind: "alert" | "prompt";
  readonly title: string;
  readonly text: string;
  readonly buttons: readonly string[];
};

/** Everything but the cells; sent completely with every change. */
export type PageState = {
  /** The workbook's id; each file has its own. */
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** The path of the workbook's file; null if it is only in memory. */
  readonly file: string | null;
  /** Whether changes are saved there automatically; a .xlsx is only read. */
  readonly isSaved: boolean;
  /** Why the last change could not be saved; null when it was. */
  readonly unsaved: string | null;
  readonly canOpen: boolean;
  readonly user: string;
  readonly locale: string;
  readonly timeZone: string;
  /** Virtual time in the script's time zone. */
  readonly clock: {
    readonly day: string;
    readonly time: string;
    readonly zone: string;
    /** Whether it stands until a person moves it. */
    readonly isHeld: boolean;
  };
  readonly sheets: readonly SheetInfo[];
  /** The selection (1-based), and how often a script has moved it. */
  readonly chosen: {
    readonly sheet: number;
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
    readonly byScript: number;
  };
  readonly menus: readonly TopMenu[];
  /** The origin where alerts and prompts are answered. */
  readonly questions: string;
  readonly sidebar: Panel | null;
  readonly dialog: Panel | null;
  readonly toasts: readonly Toast[];
  readonly executions: number;
  readonly mails: number;
};

/** Formats, colours and drop-downs of a row's cells; rows that look alike share one. */
export type WireLook = {
  readonly styles: readonly (WireStyle | null)[];
  /** Choices of a drop-down by 0-based column. */
  readonly choices: Readonly<Record<number, readonly string[]>>;
};

export type WireStyle = {
  readonly background?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly size?: number;
  readonly align?: string;
  readonly wrap?: boolean;
};

export type WireRow = {
  /** Texts as shown, by 0-based column. */
  readonly texts: readonly string[];
  /** One letter per cell: t text, n number or date, b boolean, e error. */
  readonly kinds: string;
  /** Index into the looks of the same answer. */
  readonly look: number;
  /** What the editor shows if it differs from the displayed text, by 0-based column. */
  readonly typed?: Readonly<Record<number, string>>;
  readonly notes?: Readonly<Record<number, string>>;
  readonly hidden?: true;
};

export type WireRows = {
  readonly version: number;
  readonly looks: readonly WireLook[];
  /** From the first requested row on; null is an empty row; rows past the end are left out. */
  readonly rows: readonly (WireRow | null)[];
};

export type CellArea = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
};

/** What a filter can hide in a column: each text that it shows, how often, and whether it is hidden; at most 1,000 of them. */
export type FilterChoices = {
  readonly texts: readonly {
    readonly text: string;
    readonly count: number;
    readonly isHidden: boolean;
  }[];
  /** All different texts, told or not. */
  readonly total: number;
  readonly by: ColumnFilter | null;
};

/** Cells found, in the order of sheets and rows; at most 1,000 of `total`. */
export type Found = {
  readonly total: number;
  readonly cells: readonly {
    readonly sheet: number;
    readonly row: number;
    readonly column: number;
  }[];
};

/** The styles that a person sets on the page. */
export type StyleChange = Pick<
  StylePatch,
  "background" | "color" | "bold" | "italic" | "underline" | "strike" | "align" | "wrap"
>;

export type ExecutionLine = {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly startedAt: string;
  readonly status: string;
  readonly error: string | null;
  readonly calls: number;
  readonly roundTrips: number;
  readonly cellsRead: number;
  readonly cellsWritten: number;
  readonly characters: number;
  /** About how many seconds it takes on Google. */
  readonly seconds: number;
  readonly ms: number;
  readonly byMethod: readonly (readonly [string, number])[];
  readonly logs: readonly string[];
};

export type MailLine = {
  readonly sentAt: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly attachments: readonly string[];
};

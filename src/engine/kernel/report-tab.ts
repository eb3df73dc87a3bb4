import type { Cell } from "./cells";
import type { Money } from "./money";

/** What a cell of a report holds; an amount shows with its currency's decimals, its code stands in another column. */
export type ReportCell = Cell | Money;

/** A table of a report: a title, its headers and rows as wide as them. */
export interface ReportTable {
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** A column chart beside it, of the first column's labels and all columns of amounts or numbers. */
  readonly chart?: {
    readonly title: string;
    readonly columns: readonly [number, ...number[]];
    readonly isStacked?: boolean;
    /** How many of the first rows; all where it is left out. */
    readonly rows?: number;
  };
}

/**
 * A tab that a person asked for: for reading, which the program never reads again. It is always a new tab, so that nothing the
 * team did with an earlier one is lost, but for the one that is kept.
 */
export interface ReportTab {
  /** The tab's wished name; the adapter counts up where a tab has it. */
  readonly name: string;
  /** Written over the tab that was made of it before, and kept current by runs (REPORT-6). */
  readonly isKept?: boolean;
  /** Its charts stand side by side above the tables, not each beside its own. */
  readonly hasChartsOnTop?: boolean;
  /** Lines above the tables: what this is, of what, and of when. */
  readonly intro: readonly string[];
  readonly tables: readonly ReportTable[];
}

export const isAmount = (cell: ReportCell): cell is Money =>
  typeof cell === "object" && "currency" in cell;

/** The most rows of a table that are written; a tab holds 10 million cells with all others (PLATFORM-46). */
const MOST_ROWS = 20_000;

/** The rows that are written, and a last one that counts the rest. */
export const boundedRows = ({ headers, rows }: ReportTable): readonly (readonly ReportCell[])[] => {
  if (rows.length <= MOST_ROWS) return rows;
  const rest = headers.map((_, i) => (i === 0 ? `and ${rows.length - MOST_ROWS} more` : ""));
  return [...rows.slice(0, MOST_ROWS), rest];
};

import type { Plain } from "../../../realm/inside/bridge";
import type { Kit } from "../../../realm/inside/kit";

/** A range's place: the sheet's id and a rectangle, 1-based. */
export interface Place {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** What the range was named by, when it was whole columns ("D:F") or whole rows ("2:3"). */
  readonly whole?: "columns" | "rows";
}

/** What the classes of SpreadsheetApp use of one another. */
export interface Context {
  readonly kit: Kit;
  /** Creates a range; throws Google's texts if it leaves the grid (PLATFORM-49). */
  readonly range: (place: Place) => object;
  /** The place of a Range object; throws for anything else. */
  readonly placeOf: (value: unknown) => Place;
  readonly sheet: (id: number) => object;
  readonly sheetId: (value: unknown) => number;
  readonly spreadsheet: () => object;
  readonly rangeList: (places: readonly Place[]) => object;
  /** Further classes by name, each made by its own file. */
  readonly make: (name: PartName, state: unknown) => object;
}

export type PartName = "Protection" | "DataValidation" | "NamedRange" | "Selection";

/** A place as the operations take it. */
export const at = ({ sheet, row, column, rows, columns }: Place): readonly Plain[] => [
  sheet,
  row,
  column,
  rows,
  columns,
];

/** A place as the operations return it; `text` is the notation it was asked by. */
export const placeFrom = (plain: Plain, text = ""): Place => {
  const [sheet = 0, row = 1, column = 1, rows = 1, columns = 1] = plain as readonly number[];
  const whole = wholeLines(text);
  return { sheet, row, column, rows, columns, ...(whole && { whole }) };
};

const wholeLines = (text: string): Place["whole"] => {
  const cells = text.slice(text.lastIndexOf("!") + 1).trim();
  if (/^\$?[A-Za-z]+:\$?[A-Za-z]+$/.test(cells)) return "columns";
  return /^\$?\d+:\$?\d+$/.test(cells) ? "rows" : undefined;
};

/** Cuts a flat list into the rows of a place. */
export const grid = <T>(flat: readonly T[], place: Pick<Place, "columns">): T[][] => {
  const rows: T[][] = [];
  for (let start = 0; start < flat.length; start += place.columns) {
    rows.push(flat.slice(start, start + place.columns));
  }
  return rows;
};

import type { Plain } from "../../../realm/inside/bridge";
import type { Kit } from "../../../realm/inside/kit";

/** A range's place: the sheet's id and a rectangle, 1-based. */
export interface Place {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
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

/** A place as the operations return it. */
export const placeFrom = (plain: Plain): Place => {
  const [sheet = 0, row = 1, column = 1, rows = 1, columns = 1] = plain as readonly number[];
  return { sheet, row, column, rows, columns };
};

/** Cuts a flat list into the rows of a place. */
export const grid = <T>(flat: readonly T[], place: Pick<Place, "columns">): T[][] => {
  const rows: T[][] = [];
  for (let start = 0; start < flat.length; start += place.columns) {
    rows.push(flat.slice(start, start + place.columns));
  }
  return rows;
};

import { exception } from "../../../realm/inside/exception";
import { at, type Context, grid, type Place } from "./context";

/** The realm's own Date from before it shows virtual time: the same objects, created faster. */
const NativeDate = Date;

type Value = string | number | boolean | null;

const shape = (what: "rows" | "columns", has: number, wants: number): Error =>
  exception(
    `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${has} but the range has ${wants}.`,
  );

/** Flattens rows of cells; throws Google's texts if the shape is not the range's (PLATFORM-41). */
export const flat = <T>(rows: readonly (readonly T[])[], place: Place): T[] => {
  if (rows.length !== place.rows) throw shape("rows", rows.length, place.rows);
  const cells: T[] = new Array<T>(place.rows * place.columns);
  let next = 0;
  for (const row of rows) {
    if (row.length !== place.columns) throw shape("columns", row.length, place.columns);
    for (let column = 0; column < place.columns; column += 1) {
      cells[next] = row[column] as T;
      next += 1;
    }
  }
  return cells;
};

/**
 * Values as they cross the realm's border: a Date as epoch ms with its position in the second list. Objects are
 * refused, since it is unknown what they would become in a cell (PLATFORM-42).
 */
export const toCells = (values: readonly unknown[]): [Value[], number[]] => {
  const cells: Value[] = new Array(values.length);
  const dates: number[] = [];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    switch (typeof value) {
      case "string":
      case "boolean":
        cells[index] = value;
        break;
      case "number":
        cells[index] = Number.isFinite(value) ? value : "#NUM!";
        break;
      case "undefined":
        cells[index] = null;
        break;
      default:
        if (value === null) cells[index] = null;
        else if (value instanceof NativeDate && !Number.isNaN(value.getTime())) {
          cells[index] = value.getTime();
          dates.push(index);
        } else throw exception(`A cell cannot hold ${Object.prototype.toString.call(value)}.`);
    }
  }
  return [cells, dates];
};

/** getValues: rows created in this realm, with Dates where the format says so. */
export const readValues = ({ kit }: Context, place: Place): unknown[][] => {
  const [cells, dates] = kit.ask("range.read", ...at(place)) as unknown as [unknown[], number[]];
  for (const index of dates) cells[index] = new NativeDate(cells[index] as number);
  return grid(cells, place);
};

/** setValues. */
export const writeValues = ({ kit }: Context, place: Place, values: readonly unknown[]): void => {
  const [cells, dates] = toCells(values);
  kit.ask("range.write", ...at(place), cells, dates);
};

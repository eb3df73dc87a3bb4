import type { Life } from "./life";

type Value = string | number | boolean;
/** Which row: by values that it holds, or by its place below the headers, from 0. */
type Match = Readonly<Record<string, Value>> | number;

/** Types into a cell as a person does. False where Sheets does not take it, as in a typed column of a Table. */
export function typeCell(
  { host }: Life,
  tab: string,
  row: Match,
  header: string,
  value: Value,
): boolean {
  try {
    host.type(tab, row, header, value);
    return true;
  } catch (thrown) {
    if (!String((thrown as Error).message).includes("violates the data validation")) throw thrown;
    return false;
  }
}

import type * as ExcelJs from "exceljs";
import { lazyRequire } from "./lazy-require";

/** exceljs, loaded when the first .xlsx is opened or saved. */
export function exceljs(): typeof ExcelJs {
  return lazyRequire<typeof ExcelJs>("exceljs");
}

export { checkBlock, shapeError } from "./coercion/check-block";
export { bareWorkbook, createSheet, createWorkbook, type WorkbookOptions } from "./create-workbook";
export { displayValue } from "./formats/display-value";
export { isDateFormat } from "./formats/is-date-format";
export { type LocaleRules, localeRules } from "./formats/locale-rules";
export { functionNames } from "./formulas/evaluate";
export { recalculate } from "./formulas/recalculate";
export type * from "./model";
export {
  personAddColumn,
  personAppend,
  personDeleteRow,
  personInsertRow,
  personSort,
  personType,
  type TypedRow,
} from "./person/acts";
export type { RowMatch } from "./person/find-row";
export { type SheetRecord, sheetRecords, type Typed } from "./person/records";
export { rangeOf } from "./range-of";
export { lastColumn, lastRow, readBlock } from "./read-block";
export {
  readDisplay,
  readFormats,
  readFormulas,
  readNotes,
  readRules,
  readStyles,
} from "./read-looks";
export { checkRect, fromA1, toA1 } from "./rect";
export { internLook, plainLook } from "./row-look";
export { ServiceError } from "./service-error";
export {
  addSheet,
  copySheet,
  findSheet,
  growTo,
  moveSheet,
  removeSheet,
  renameSheet,
} from "./sheets";
export { appendRow } from "./structure/append-row";
export { deleteColumns, insertColumns } from "./structure/columns";
export { type CopyKind, copyRect } from "./structure/copy-rect";
export { deleteRows, insertRows, moveRows } from "./structure/rows";
export { type SortKey, sortRect } from "./structure/sort-rect";
export { writeBlock } from "./write-block";
export { type Clearing, clearRect, writeFormulas, writeNotes } from "./write-cells";
export { type StylePatch, writeFormats, writeRules, writeStyles } from "./write-looks";
export { epochToSerial, isZone, serialToEpoch } from "./zones";

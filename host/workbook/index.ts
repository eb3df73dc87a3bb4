export { hexColor } from "./base/color";
export {
  bareWorkbook,
  createSheet,
  createWorkbook,
  type WorkbookOptions,
} from "./base/create-workbook";
export { findSheet } from "./base/find-sheet";
export type * from "./base/model";
export { rangeOf } from "./base/range-of";
export { checkRect, fromA1, toA1 } from "./base/rect";
export { internLook, plainLook } from "./base/row-look";
export { ServiceError } from "./base/service-error";
export { epochToSerial, isZone, serialToEpoch } from "./base/zones";
export { areTicked, type Tick, tickBoxes } from "./cells/checkboxes";
export { lastColumn, lastRow, readBlock } from "./cells/read-block";
export {
  readDisplay,
  readFormats,
  readFormulas,
  readNotes,
  readRules,
  readStyles,
} from "./cells/read-looks";
export { writeBlock } from "./cells/write-block";
export { type Clearing, clearRect, writeFormulas, writeNotes } from "./cells/write-cells";
export { type StylePatch, writeFormats, writeRules, writeStyles } from "./cells/write-looks";
export { checkBlock, shapeError } from "./coercion/check-block";
export {
  createFilter,
  filterColumn,
  filterValues,
  removeFilter,
  sortFilter,
  sortRect,
} from "./filter/filter";
export { fitsCondition } from "./formats/conditions";
export { displayValue } from "./formats/display-value";
export { type LocaleRules, localeRules } from "./formats/locale-rules";
export { functionNames } from "./formulas/evaluate";
export { recalculate } from "./formulas/recalculate";
export {
  personAddColumn,
  personAppend,
  personDeleteRow,
  personInsertRow,
  personMoveColumn,
  personRenameColumn,
  personSort,
  personType,
  type TypedRow,
} from "./person/acts";
export type { RowMatch } from "./person/find-row";
export {
  type ProtectHow,
  personMakeTable,
  personProtect,
  personValidate,
} from "./person/guard-acts";
export { type SheetRecord, sheetRecords, type Typed } from "./person/records";
export { type Actor, checkMayEdit, isEditor, mayEdit, protectedCell } from "./refusals/may-edit";
export { appendRow } from "./structure/append-row";
export { deleteColumns, insertColumns, moveColumns } from "./structure/columns";
export { type CopyKind, copyRect } from "./structure/copy-rect";
export { freezeLines, hideLines, type LineAxis, linesOf } from "./structure/lines";
export { moveRect } from "./structure/move-rect";
export { deleteRows, insertRows, moveRows } from "./structure/rows";
export {
  addSheet,
  copySheet,
  growTo,
  hideSheet,
  moveSheet,
  removeSheet,
  renameSheet,
} from "./structure/sheets";

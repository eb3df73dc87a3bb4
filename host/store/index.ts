export { csvLines } from "./csv/read-csv";
export { openable, openWorkbook } from "./open-workbook";
export { saveWorkbook } from "./save-workbook";
export { workbookText } from "./workbook-text";
export { writeAtomically } from "./write-atomically";

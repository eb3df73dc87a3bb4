export { openWorkbook } from "./open-workbook";
export { saveWorkbook } from "./save-workbook";
export { workbookText } from "./workbook-text";

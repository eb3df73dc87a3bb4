export { lockFile, type Unlock } from "./lock-file";
export { openWorkbook } from "./open-workbook";
export { parseWorkbook } from "./parse-workbook";
export { saveWorkbook } from "./save-workbook";
export { workbookText } from "./workbook-text";

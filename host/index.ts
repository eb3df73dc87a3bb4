export { Killed, kill } from "./realm/killed";
export { runExecution } from "./realm/run-execution";
export { ScriptError } from "./realm/script-error";
export { createWorkbook } from "./workbook/create-workbook";

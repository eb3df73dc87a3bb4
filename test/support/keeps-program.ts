/** Each of them is a long mode (CONTRIBUTING); `FRESH=1` is the one that is only this. */
const longModes = ["FRESH", "KILLS", "REFUSALS", "LIVES", "SCREENS", "ANY_CELL", "IMPORT_LINES"];

/**
 * Whether executions of the built program go on with it as an earlier one left it loaded, which takes a quarter of the
 * time. In the long modes each loads it anew, as at Google. test/simulation holds that both live the same life.
 */
export const keepsProgram = !longModes.some((name) => process.env[name] !== undefined);

import type { ValidationRule } from "../../host/workbook";

/** What nobody and no program ever writes. */
export const NOTHING = "nothing that anybody writes";

/** A validation by which nothing may be written into a column. */
export const refusesAll: ValidationRule = {
  criteria: "TEXT_EQUAL_TO",
  values: [NOTHING],
  allowInvalid: false,
  help: null,
};

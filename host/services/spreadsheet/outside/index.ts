import type { OutsideService } from "../../../realm/outside-service";
import { bookOps } from "./book-ops";
import { cellOps } from "./cell-ops";
import { filterOps } from "./filter-ops";
import { groupOps } from "./group-ops";
import { keptOps } from "./kept-ops";
import { lookOps } from "./look-ops";
import { createScope } from "./scope";
import { sheetOps } from "./sheet-ops";
import { structureOps } from "./structure-ops";

/** The host's half of SpreadsheetApp, over host/workbook. */
export const spreadsheet: OutsideService = (host, execution) => {
  const scope = createScope(host, execution);
  return {
    ...bookOps(scope),
    ...sheetOps(scope),
    ...cellOps(scope),
    ...lookOps(scope),
    ...structureOps(scope),
    ...groupOps(scope),
    ...keptOps(scope),
    ...filterOps(scope),
  };
};

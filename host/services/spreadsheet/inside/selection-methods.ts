import type { Methods } from "../../../realm/inside/define-class";
import { type Context, type Place, placeFrom } from "./context";

/** What the person has selected, as SpreadsheetApp, Spreadsheet, Sheet and Selection return it. */
export const selectionMethods = ({ kit, range, rangeList, sheet }: Context): Methods<unknown> => {
  const selected = (): Place => placeFrom(kit.ask("active.range"));
  const cell = (): object => range({ ...selected(), rows: 1, columns: 1 });
  return {
    getActiveRange: () => range(selected()),
    getActiveRangeList: () => rangeList([selected()]),
    getActiveCell: cell,
    getCurrentCell: cell,
    getActiveSheet: () => sheet(Number(kit.ask("active.sheet"))),
  };
};

import type { Methods } from "../../../realm/inside/define-class";
import { chain } from "../../../realm/inside/kit";
import type { Context, Place } from "./context";

/** Methods that a list of ranges applies to each of them. */
const each = [
  "activate",
  "check",
  "clear",
  "clearContent",
  "clearDataValidations",
  "clearFormat",
  "clearNote",
  "insertCheckboxes",
  "removeCheckboxes",
  "setBackground",
  "setFontColor",
  "setFontFamily",
  "setFontLine",
  "setFontSize",
  "setFontStyle",
  "setFontWeight",
  "setFormula",
  "setHorizontalAlignment",
  "setNote",
  "setNumberFormat",
  "setValue",
  "setVerticalAlignment",
  "setWrap",
  "uncheck",
] as const;

/** RangeList, over the methods of Range. */
export const defineRangeList = ({ kit, range }: Context, rangeMethods: Methods<Place>) => {
  const methods: Record<string, (places: readonly Place[], ...args: never[]) => unknown> = {};
  for (const name of each) {
    methods[name] = (places, ...args) => {
      for (const place of places) rangeMethods[name]?.(place, ...args);
      return chain;
    };
  }
  return kit.define<readonly Place[]>("SpreadsheetApp.RangeList", {
    ...methods,
    getRanges: (places) => places.map(range),
  });
};

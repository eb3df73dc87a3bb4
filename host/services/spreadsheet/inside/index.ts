import type { Methods } from "../../../realm/inside/define-class";
import { exception } from "../../../realm/inside/exception";
import type { InsideService } from "../../../realm/inside/kit";
import { defineApp } from "./app";
import { defineColumnGroups } from "./column-groups";
import { defineConditionalFormat } from "./conditional-format";
import { at, type Context, type Place } from "./context";
import { defineDataValidation, type Rule } from "./data-validation";
import { defineEmbeddedChart } from "./embedded-chart";
import { defineFilter } from "./filter";
import { lineMethods } from "./line-methods";
import { defineMetadata } from "./metadata";
import { defineNamedRange } from "./named-range";
import { bookPartMethods, type Parts, rangePartMethods, sheetPartMethods } from "./part-methods";
import { placeMethods } from "./place-methods";
import { defineProtection } from "./protection";
import { defineRangeList } from "./range-list";
import { ruleMethods } from "./rule-methods";
import { selectionMethods } from "./selection-methods";
import { sheetMethods } from "./sheet-methods";
import { spreadsheetMethods } from "./spreadsheet-methods";
import { styleMethods } from "./styles";
import { defineTextFinder } from "./text-finder";
import { valueMethods } from "./value-methods";

const known = <T>(state: T | undefined, className: string): T => {
  if (state === undefined) throw exception(`The value is no ${className}.`);
  return state;
};

/** SpreadsheetApp and the enums of Charts: the in-realm half, over arrays of primitives. */
export const spreadsheet: InsideService = (kit) => {
  const context: Context = {
    kit,
    range: (place) => {
      kit.ask("range.check", ...at(place));
      return ranges.make(place);
    },
    placeOf: (value) => known(ranges.stateOf(value), "Range"),
    sheet: (id) => sheets.make(id),
    sheetId: (value) => known(sheets.stateOf(value), "Sheet"),
    spreadsheet: () => spreadsheets.make(undefined),
    rangeList: (places) => rangeLists.make(places),
    make: (name, state) => {
      switch (name) {
        case "Protection":
          return protections.make(state as Parameters<typeof protections.make>[0]);
        case "DataValidation":
          return validations.build(state as Rule);
        case "NamedRange":
          return namedRanges.make(state as { name: string });
        case "Selection":
          return selections.make(state);
        default:
          return name satisfies never;
      }
    },
  };
  const parts: Parts = {
    metadata: defineMetadata(context),
    finder: defineTextFinder(context),
    formats: defineConditionalFormat(context),
    charts: defineEmbeddedChart(context),
    filters: defineFilter(context),
  };
  const groups = defineColumnGroups(context);
  const rangeMethods: Methods<Place> = {
    ...placeMethods(context),
    ...valueMethods(context),
    ...styleMethods(context),
    ...ruleMethods(context),
    ...rangePartMethods(context, parts),
    ...groups.ofRange,
  };
  const allSheetMethods: Methods<number> = {
    ...(selectionMethods(context) as Methods<number>),
    ...sheetMethods(context),
    ...lineMethods(context),
    ...sheetPartMethods(context, parts),
    ...groups.ofSheet,
  };
  const ranges = kit.define<Place>("SpreadsheetApp.Range", rangeMethods);
  const sheets = kit.define<number>("SpreadsheetApp.Sheet", allSheetMethods);
  const spreadsheets = kit.define<undefined>("SpreadsheetApp.Spreadsheet", {
    ...spreadsheetMethods(context, allSheetMethods),
    ...bookPartMethods(context, parts),
  });
  const rangeLists = defineRangeList(context, rangeMethods);
  const protections = defineProtection(context);
  const validations = defineDataValidation(context);
  const namedRanges = defineNamedRange(context);
  const selections = kit.define<unknown>("SpreadsheetApp.Selection", selectionMethods(context));
  const app = defineApp(context, {
    validation: validations.builder,
    conditionalFormat: parts.formats.builder,
    filterCriteria: parts.filters.builder,
  });
  const charts = kit.define<undefined>(
    "Charts",
    {},
    {
      properties: { ChartType: kit.enumeration("ChartType") },
    },
  );
  return { SpreadsheetApp: app, Charts: charts.make(undefined) };
};

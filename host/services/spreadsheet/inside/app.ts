import type { Methods } from "../../../realm/inside/define-class";
import { exception } from "../../../realm/inside/exception";
import { at, type Context } from "./context";
import { selectionMethods } from "./selection-methods";

const enums = [
  "AutoFillSeries",
  "BandingTheme",
  "BooleanCriteria",
  "BorderStyle",
  "CopyPasteType",
  "DataValidationCriteria",
  "DeveloperMetadataLocationType",
  "DeveloperMetadataVisibility",
  "Dimension",
  "Direction",
  "InterpolationType",
  "ProtectionType",
  "RelativeDate",
  "SheetType",
  "WrapStrategy",
] as const;

/** Functions that only the builders' files provide. */
interface Builders {
  readonly validation: () => object;
  readonly conditionalFormat: () => object;
  readonly filterCriteria: () => object;
}

/** SpreadsheetApp itself: the one workbook, since the scopes allow no other (PLATFORM-91). */
export const defineApp = (context: Context, builders: Builders) => {
  const { kit, make, placeOf, sheetId, spreadsheet } = context;
  const properties: Record<string, unknown> = {};
  for (const name of enums) properties[name] = kit.enumeration(name);
  const active = (): object => {
    kit.ask("book.allow");
    return spreadsheet();
  };
  const elsewhere = (): never => {
    throw exception(
      "Specified permissions are not sufficient to call SpreadsheetApp.openById. Required permissions: https://www.googleapis.com/auth/spreadsheets",
    );
  };
  const methods: Methods<undefined> = {
    ...(selectionMethods(context) as Methods<undefined>),
    getActive: active,
    getActiveSpreadsheet: active,
    flush: () => void kit.ask("book.flush"),
    getUi: () => kit.provided("Ui"),
    getSelection: () => make("Selection", null),
    setActiveSheet: (_state, target: unknown) => {
      kit.ask("active.set", sheetId(target), 1, 1, 1, 1);
      return target;
    },
    setActiveRange: (_state, target: unknown) => {
      kit.ask("active.set", ...at(placeOf(target)));
      return target;
    },
    setCurrentCell: (_state, target: unknown) => {
      kit.ask("active.set", ...at(placeOf(target)));
      return target;
    },
    newDataValidation: builders.validation,
    newConditionalFormatRule: builders.conditionalFormat,
    newFilterCriteria: builders.filterCriteria,
    open: elsewhere,
    openById: elsewhere,
    openByUrl: elsewhere,
    create: elsewhere,
  };
  return kit.define<undefined>("SpreadsheetApp", methods, { properties }).make(undefined);
};

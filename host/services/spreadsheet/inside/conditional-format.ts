import type { Methods } from "../../../realm/inside/define-class";
import { exception } from "../../../realm/inside/exception";
import { chain } from "../../../realm/inside/kit";
import { conditionsOfCells } from "./conditions-of-cells";
import type { Context, Place } from "./context";

/** A rule as the workbook stores it, with the sheet's id in each place while it is in a script. */
export interface Format {
  readonly places: readonly Place[];
  readonly data: Readonly<Record<string, unknown>>;
}

interface Draft {
  format: Format;
}

/** Conditions by builder method; the name of the criteria is what BooleanCriteria calls it. */
const conditions: Readonly<Record<string, string>> = {
  ...conditionsOfCells,
  whenDateAfter: "DATE_AFTER",
  whenDateBefore: "DATE_BEFORE",
  whenDateEqualTo: "DATE_EQUAL_TO",
  whenFormulaSatisfied: "CUSTOM_FORMULA",
};

const looks: Readonly<Record<string, string>> = {
  setBackground: "background",
  setFontColor: "fontColor",
  setBold: "bold",
  setItalic: "italic",
  setUnderline: "underline",
  setStrikethrough: "strikethrough",
};

/** ConditionalFormatRule, its boolean condition and its builder; gradients are not stored. */
export const defineConditionalFormat = ({ kit, range, placeOf }: Context) => {
  const states = new WeakMap<object, Format>();
  const booleans = kit.define<Format>("SpreadsheetApp.BooleanCondition", {
    getCriteriaType: ({ data }) => kit.enumeration("BooleanCriteria")[String(data.criteria)],
    getCriteriaValues: ({ data }) => data.values,
    getBackground: ({ data }) => data.background ?? null,
    getFontColor: ({ data }) => data.fontColor ?? null,
    getBold: ({ data }) => data.bold ?? null,
    getItalic: ({ data }) => data.italic ?? null,
    getUnderline: ({ data }) => data.underline ?? null,
    getStrikethrough: ({ data }) => data.strikethrough ?? null,
  });
  const getters: Methods<Format> = {
    getRanges: ({ places }) => places.map(range),
    getBooleanCondition: (format) => booleans.make(format),
    getGradientCondition: () => null,
    copy: (format) => builders.make({ format }),
  };
  const rules = kit.define<Format>("SpreadsheetApp.ConditionalFormatRule", getters);
  const make = (format: Format): object => {
    const made = rules.make(format);
    states.set(made, format);
    return made;
  };
  const set = (draft: Draft, data: Format["data"]): typeof chain => {
    draft.format = { ...draft.format, data: { ...draft.format.data, ...data } };
    return chain;
  };
  const methods: Record<string, (draft: Draft, ...args: never[]) => unknown> = {};
  for (const name of Object.keys(getters)) {
    methods[name] = (draft, ...args) => getters[name]?.(draft.format, ...args);
  }
  for (const name of Object.keys(conditions)) {
    methods[name] = (draft, ...values: unknown[]) =>
      set(draft, {
        criteria: conditions[name],
        values: values.map((value) => (typeof value === "object" ? String(value) : value)),
      });
  }
  for (const name of Object.keys(looks)) {
    methods[name] = (draft, value: unknown) => set(draft, { [looks[name] ?? ""]: value });
  }
  const builders = kit.define<Draft>("SpreadsheetApp.ConditionalFormatRuleBuilder", {
    ...methods,
    setRanges: (draft, ranges: unknown[]) => {
      draft.format = { ...draft.format, places: ranges.map(placeOf) };
      return chain;
    },
    build: ({ format }) => {
      if (format.places.length === 0) throw exception("A conditional format needs its ranges.");
      if (format.data.criteria === undefined)
        throw exception("A conditional format needs its condition.");
      return make(format);
    },
  });
  return {
    builder: () => builders.make({ format: { places: [], data: {} } }),
    /** The rules of a sheet. */
    read: (sheet: number): object[] => {
      const kept = JSON.parse(String(kit.ask("kept.get", sheet, "conditionalFormats"))) as {
        readonly rects: readonly Place[];
        readonly data: Format["data"];
      }[];
      return kept.map(({ rects, data }) =>
        make({ places: rects.map((rect) => ({ ...rect, sheet })), data }),
      );
    },
    /** Replaces all the sheet's rules by these. */
    write: (sheet: number, list: readonly object[]): void => {
      const kept = list.map((rule) => {
        const format = states.get(rule);
        if (format === undefined) throw exception("The value is no ConditionalFormatRule.");
        const rects = format.places.map(({ row, column, rows, columns }) => ({
          row,
          column,
          rows,
          columns,
        }));
        return { rects, data: format.data };
      });
      kit.ask("kept.set", sheet, "conditionalFormats", JSON.stringify(kept));
    },
  };
};

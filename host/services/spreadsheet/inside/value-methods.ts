import type { Methods } from "../../../realm/inside/define-class";
import { chain } from "../../../realm/inside/kit";
import { flat, readValues, writeValues } from "./cells";
import { at, type Context, grid, type Place } from "./context";

const first = (place: Place): Place => ({ ...place, rows: 1, columns: 1 });

const size = (place: Place): number => place.rows * place.columns;

/** Values, formulas, notes and number formats of a range. */
export const valueMethods = (context: Context): Methods<Place> => {
  const { kit } = context;
  const ask = (op: string, place: Place): string[] => kit.ask(op, ...at(place)) as string[];
  const tell = (op: string, place: Place, texts: readonly (string | null)[]): typeof chain => {
    kit.ask(op, ...at(place), texts);
    return chain;
  };
  const fill = <T>(place: Place, value: T): T[] => new Array<T>(size(place)).fill(value);
  const clear = (
    place: Place,
    contents: boolean,
    formats: boolean,
    notes: boolean,
    rules: boolean,
  ) => {
    kit.ask("range.clear", ...at(place), contents, formats, notes, rules);
    return chain;
  };
  return {
    getValues: (place) => readValues(context, place),
    getValue: (place) => readValues(context, first(place))[0]?.[0],
    getDisplayValues: (place) => grid(ask("range.display", place), place),
    getDisplayValue: (place) => ask("range.display", first(place))[0],
    getFormulas: (place) => grid(ask("range.formulas", place), place),
    getFormula: (place) => ask("range.formulas", first(place))[0],
    getNotes: (place) => grid(ask("range.notes", place), place),
    getNote: (place) => ask("range.notes", first(place))[0],
    getNumberFormats: (place) => grid(ask("range.formats", place), place),
    getNumberFormat: (place) => ask("range.formats", first(place))[0],
    isBlank: (place) => readValues(context, place).every((row) => row.every((cell) => cell === "")),
    setValues: (place, values: unknown[][]) => {
      writeValues(context, place, flat(values, place));
      return chain;
    },
    setValue: (place, value: unknown) => {
      writeValues(context, place, fill(place, value));
      return chain;
    },
    setFormulas: (place, texts: string[][]) =>
      tell("range.writeFormulas", place, flat(texts, place)),
    setFormula: (place, text: string) => {
      kit.ask("range.writeFormulas", ...at(place), text);
      return chain;
    },
    setNotes: (place, notes: (string | null)[][]) =>
      tell("range.writeNotes", place, flat(notes, place)),
    setNote: (place, note: string | null) =>
      tell("range.writeNotes", place, fill(place, note ?? null)),
    clearNote: (place) => clear(place, false, false, true, false),
    setNumberFormats: (place, formats: string[][]) =>
      tell("range.writeFormats", place, flat(formats, place)),
    setNumberFormat: (place, format: string) => {
      kit.ask("range.writeFormats", ...at(place), format);
      return chain;
    },
    clear: (place, options?: Readonly<Record<string, boolean>>) => {
      if (options === undefined || options === null) return clear(place, true, true, false, false);
      const { contentsOnly, formatOnly, commentsOnly, validationsOnly } = options;
      return clear(
        place,
        contentsOnly === true,
        formatOnly === true,
        commentsOnly === true,
        validationsOnly === true,
      );
    },
    clearContent: (place) => clear(place, true, false, false, false),
    clearFormat: (place) => clear(place, false, true, false, false),
    clearDataValidations: (place) => clear(place, false, false, false, true),
  };
};

import { chain } from "../../../realm/inside/kit";
import { at, type Context, type Place } from "./context";

/** A search and its progress. */
interface Search {
  readonly text: string;
  readonly places: readonly Place[];
  matchCase: boolean;
  entireCell: boolean;
  formulas: boolean;
  regular: boolean;
  current: number;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const patternOf = ({ text, matchCase, entireCell, regular }: Search): RegExp => {
  const source = regular ? text : escaped(text);
  return new RegExp(entireCell ? `^(?:${source})$` : source, matchCase ? "g" : "gi");
};

/** TextFinder over what cells show or over their formulas. */
export const defineTextFinder = (context: Context) => {
  const { kit, range } = context;
  const texts = (search: Search, place: Place): readonly string[] => {
    const shown = kit.ask("range.display", ...at(place)) as readonly string[];
    if (!search.formulas) return shown;
    const formulas = kit.ask("range.formulas", ...at(place)) as readonly string[];
    return shown.map((text, index) => formulas[index] || text);
  };
  const matches = (search: Search): Place[] => {
    const pattern = patternOf(search);
    return search.places.flatMap((place) =>
      texts(search, place).flatMap((text, index) => {
        pattern.lastIndex = 0;
        if (!pattern.test(text)) return [];
        const row = place.row + Math.floor(index / place.columns);
        const column = place.column + (index % place.columns);
        return [{ sheet: place.sheet, row, column, rows: 1, columns: 1 }];
      }),
    );
  };
  const step = (search: Search, by: 1 | -1): object | null => {
    const found = matches(search);
    const next = search.current < 0 && by < 0 ? found.length - 1 : search.current + by;
    if (next < 0 || next >= found.length) return null;
    search.current = next;
    return range(found[next] as Place);
  };
  const replace = (search: Search, places: readonly Place[], replacement: string): number => {
    const pattern = patternOf(search);
    let count = 0;
    for (const place of places) {
      const text = texts(search, place)[0] ?? "";
      count += (text.match(pattern) ?? []).length;
      const to = search.regular ? replacement : replacement.replace(/\$/g, "$$$$");
      kit.ask("range.write", ...at(place), [text.replace(pattern, to)], []);
    }
    return count;
  };
  const set = (search: Search, change: Partial<Search>): typeof chain => {
    Object.assign(search, change, { current: -1 });
    return chain;
  };
  const finders = kit.define<Search>("SpreadsheetApp.TextFinder", {
    matchCase: (search, matchCase: boolean) => set(search, { matchCase }),
    matchEntireCell: (search, entireCell: boolean) => set(search, { entireCell }),
    matchFormulaText: (search, formulas: boolean) => set(search, { formulas }),
    useRegularExpression: (search, regular: boolean) => set(search, { regular }),
    findAll: (search) => matches(search).map(range),
    findNext: (search) => step(search, 1),
    findPrevious: (search) => step(search, -1),
    getCurrentMatch: (search) => {
      const found = matches(search)[search.current];
      return found === undefined ? null : range(found);
    },
    replaceAllWith: (search, text: string) => replace(search, matches(search), text),
    replaceWith: (search, text: string) =>
      replace(search, matches(search).slice(search.current, search.current + 1), text),
  });
  return (text: string, places: readonly Place[]): object =>
    finders.make({
      text,
      places,
      matchCase: false,
      entireCell: false,
      formulas: false,
      regular: false,
      current: -1,
    });
};

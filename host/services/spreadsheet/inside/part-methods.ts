import type { Methods } from "../../../realm/inside/define-class";
import { chain } from "../../../realm/inside/kit";
import type { defineConditionalFormat } from "./conditional-format";
import { at, type Context, type Place } from "./context";
import type { defineEmbeddedChart } from "./embedded-chart";
import type { defineFilter } from "./filter";
import { type defineMetadata, lineAt, lineOf, type MetadataPlace } from "./metadata";
import { protectionsOf } from "./protection";

/** What each level of the workbook offers for its parts: metadata, finders, protections, formats, charts. */
export interface Parts {
  readonly metadata: ReturnType<typeof defineMetadata>;
  readonly finder: (text: string, places: readonly Place[]) => object;
  readonly formats: ReturnType<typeof defineConditionalFormat>;
  readonly charts: ReturnType<typeof defineEmbeddedChart>;
  readonly filters: ReturnType<typeof defineFilter>;
}

const inSheet = (id: number) => (place: { readonly kind: string; readonly sheetId?: number }) =>
  place.kind !== "spreadsheet" && place.sheetId === id;

/** Metadata on exactly the row or column of the range. */
const onLine = (range: Place) => {
  const line = lineAt(range);
  return (place: MetadataPlace): boolean =>
    line !== null &&
    place.kind === line.kind &&
    place.sheetId === line.sheetId &&
    place.at === line.at;
};

/** Metadata on rows and columns that lie within the range from end to end. */
const within =
  ({ kit }: Context, range: Place) =>
  (place: MetadataPlace): boolean => {
    if (place.kind === "spreadsheet" || place.kind === "sheet" || place.sheetId !== range.sheet) {
      return false;
    }
    const [rows, columns] = kit.ask("sheet.size", range.sheet) as unknown as [number, number];
    return place.kind === "rows"
      ? range.columns === columns && place.at >= range.row && place.at < range.row + range.rows
      : range.rows === rows && place.at >= range.column && place.at < range.column + range.columns;
  };

export const rangePartMethods = (
  context: Context,
  { filters, metadata, finder }: Parts,
): Methods<Place> => ({
  createFilter: (place) => filters.create(place),
  getFilter: (place) => filters.of(place.sheet),
  createTextFinder: (place, text: string) => finder(text, [place]),
  createDeveloperMetadataFinder: (place) => metadata.finder(within(context, place)),
  getDeveloperMetadata: (place) => metadata.list(onLine(place)),
  addDeveloperMetadata: (place, key: string, value?: unknown, visibility?: unknown) => {
    metadata.add(lineOf(place), key, value, visibility);
    return chain;
  },
});

const usedPlace = ({ kit }: Context, sheet: number): Place => {
  const [rows = 0, columns = 0] = kit.ask("sheet.last", sheet) as readonly number[];
  return { sheet, row: 1, column: 1, rows: rows || 1, columns: columns || 1 };
};

export const sheetPartMethods = (context: Context, parts: Parts): Methods<number> => {
  const { kit, make } = context;
  const { charts, filters, finder, formats, metadata } = parts;
  return {
    createTextFinder: (id, text: string) => finder(text, [usedPlace(context, id)]),
    createDeveloperMetadataFinder: (id) => metadata.finder(inSheet(id)),
    getDeveloperMetadata: (id) =>
      metadata.list((place) => place.kind === "sheet" && place.sheetId === id),
    addDeveloperMetadata: (id, key: string, value?: unknown, visibility?: unknown) => {
      metadata.add({ kind: "sheet", sheetId: id }, key, value, visibility);
      return chain;
    },
    protect: (id) => make("Protection", { sheet: id, id: kit.ask("protect.add", id, null) }),
    getProtections: (id, type: unknown) => protectionsOf(context, id, type),
    getNamedRanges: (id) =>
      (kit.ask("names.all") as readonly string[])
        .filter((name) => (kit.ask("names.range", name) as readonly number[])[0] === id)
        .map((name) => make("NamedRange", { name })),
    getConditionalFormatRules: (id) => formats.read(id),
    setConditionalFormatRules: (id, rules: object[]) => formats.write(id, rules),
    clearConditionalFormatRules: (id) => formats.write(id, []),
    getFilter: (id) => filters.of(id),
    isRowHiddenByFilter: (id, row: number) => kit.ask("rows.isFiltered", id, row),
    newChart: (id) => charts.builder(id),
    getCharts: (id) => charts.read(id),
    insertChart: (id, chart: unknown) => charts.insert(id, chart),
    updateChart: (id, chart: unknown) => charts.update(id, chart),
    removeChart: (id, chart: unknown) => charts.remove(id, chart),
    getSelection: () => make("Selection", null),
    setCurrentCell: (_id, target: unknown) => {
      kit.ask("active.set", ...at(context.placeOf(target)));
      return target;
    },
  };
};

export const bookPartMethods = (context: Context, parts: Parts): Methods<undefined> => {
  const { kit } = context;
  const ids = (): readonly number[] => kit.ask("sheet.ids") as readonly number[];
  return {
    createTextFinder: (_state, text: string) =>
      parts.finder(
        text,
        ids().map((id) => usedPlace(context, id)),
      ),
    createDeveloperMetadataFinder: () => parts.metadata.finder(() => true),
    getDeveloperMetadata: () => parts.metadata.list(({ kind }) => kind === "spreadsheet"),
    addDeveloperMetadata: (_state, key: string, value?: unknown, visibility?: unknown) => {
      parts.metadata.add({ kind: "spreadsheet" }, key, value, visibility);
      return chain;
    },
    getProtections: (_state, type: unknown) =>
      ids().flatMap((id) => protectionsOf(context, id, type)),
  };
};

import { exception } from "../../../realm/inside/exception";
import { chain } from "../../../realm/inside/kit";
import type { Context, Place } from "./context";

interface Line {
  readonly kind: "rows" | "columns";
  readonly sheetId: number;
  readonly at: number;
}

export type MetadataPlace =
  | { readonly kind: "spreadsheet" }
  | { readonly kind: "sheet"; readonly sheetId: number }
  | Line;

interface Kept {
  readonly id: number;
  readonly key: string;
  readonly value: string;
  readonly visibility: string;
  readonly place: MetadataPlace;
}

/** Where a finder searches, and for what. */
interface Search {
  readonly inside: (place: MetadataPlace) => boolean;
  wanted: Partial<Record<"id" | "key" | "value" | "visibility" | "kind", unknown>>;
}

const kinds = {
  SPREADSHEET: "spreadsheet",
  SHEET: "sheet",
  ROW: "rows",
  COLUMN: "columns",
} as const;

const all = ({ kit }: Context): readonly Kept[] =>
  JSON.parse(String(kit.ask("metadata.all"))) as readonly Kept[];

/** DeveloperMetadata, its location and its finder. */
export const defineMetadata = (context: Context) => {
  const { kit, placeOf, range, sheet, sheetId, spreadsheet } = context;
  const get = (id: number): Kept => {
    const found = JSON.parse(String(kit.ask("metadata.get", id))) as Kept | null;
    if (found === null) throw exception("The developer metadata has been removed.");
    return found;
  };
  const set = (id: number, change: Partial<Kept>): typeof chain => {
    kit.ask("metadata.set", id, JSON.stringify(change));
    return chain;
  };
  const line = (kind: "rows" | "columns", id: number): object | null => {
    const { place } = get(id);
    if (place.kind !== kind) return null;
    const [rows, columns] = kit.ask("sheet.size", place.sheetId) as unknown as [number, number];
    return range(
      kind === "rows"
        ? { sheet: place.sheetId, row: place.at, column: 1, rows: 1, columns, whole: "rows" }
        : { sheet: place.sheetId, row: 1, column: place.at, rows, columns: 1, whole: "columns" },
    );
  };
  const locations = kit.define<number>("SpreadsheetApp.DeveloperMetadataLocation", {
    getLocationType: (id) => {
      const { kind } = get(id).place;
      const name = Object.entries(kinds).find(([, each]) => each === kind)?.[0] ?? "";
      return kit.enumeration("DeveloperMetadataLocationType")[name];
    },
    getRow: (id) => line("rows", id),
    getColumn: (id) => line("columns", id),
    getSheet: (id) => {
      const { place } = get(id);
      return place.kind === "sheet" ? sheet(place.sheetId) : null;
    },
    getSpreadsheet: (id) => (get(id).place.kind === "spreadsheet" ? spreadsheet() : null),
  });
  const data = kit.define<number>("SpreadsheetApp.DeveloperMetadata", {
    getId: (id) => id,
    getKey: (id) => get(id).key,
    getValue: (id) => get(id).value || null,
    getVisibility: (id) => kit.enumeration("DeveloperMetadataVisibility")[get(id).visibility],
    getLocation: (id) => locations.make(id),
    setKey: (id, key: string) => set(id, { key }),
    setValue: (id, value: string) => set(id, { value }),
    setVisibility: (id, visibility: unknown) => set(id, { visibility: String(visibility) }),
    moveToRow: (id, target: unknown) => set(id, { place: lineOf(placeOf(target), "rows") }),
    moveToColumn: (id, target: unknown) => set(id, { place: lineOf(placeOf(target), "columns") }),
    moveToSheet: (id, target: unknown) =>
      set(id, { place: { kind: "sheet", sheetId: sheetId(target) } }),
    moveToSpreadsheet: (id) => set(id, { place: { kind: "spreadsheet" } }),
    remove: (id) => void kit.ask("metadata.remove", id),
  });
  const want = (search: Search, wanted: Search["wanted"]): typeof chain => {
    search.wanted = { ...search.wanted, ...wanted };
    return chain;
  };
  const find = ({ inside, wanted }: Search): object[] =>
    all(context)
      .filter((each) => inside(each.place))
      .filter((each) =>
        Object.entries(wanted).every(([name, value]) =>
          name === "kind" ? each.place.kind === value : each[name as "key"] === value,
        ),
      )
      .map(({ id }) => data.make(id));
  const finders = kit.define<Search>("SpreadsheetApp.DeveloperMetadataFinder", {
    withId: (search, id: number) => want(search, { id }),
    withKey: (search, key: string) => want(search, { key }),
    withValue: (search, value: string) => want(search, { value }),
    withVisibility: (search, visibility: unknown) =>
      want(search, { visibility: String(visibility) }),
    withLocationType: (search, type: unknown) =>
      want(search, { kind: kinds[String(type) as keyof typeof kinds] }),
    find,
  });
  return {
    finder: (inside: Search["inside"]) => finders.make({ inside, wanted: {} }),
    list: (inside: Search["inside"]) => find({ inside, wanted: {} }),
    add: (place: MetadataPlace, key: string, value?: unknown, visibility?: unknown) => {
      const enumerated = typeof value === "object" && value !== null;
      kit.ask(
        "metadata.add",
        JSON.stringify({
          key,
          value: enumerated ? "" : String(value ?? ""),
          visibility: String((enumerated ? value : visibility) ?? "DOCUMENT"),
          place,
        }),
      );
    },
  };
};

/** The one whole row or column that a range was named by, null for any other range (PLATFORM-54). */
export const lineAt = ({ sheet, row, column, rows, columns, whole }: Place): Line | null => {
  if (whole === "rows" && rows === 1) return { kind: "rows", sheetId: sheet, at: row };
  return whole === "columns" && columns === 1
    ? { kind: "columns", sheetId: sheet, at: column }
    : null;
};

/** The whole row or column that metadata is put on; throws Google's text for any other range. */
export const lineOf = (place: Place, kind?: Line["kind"]): Line => {
  const line = lineAt(place);
  if (line === null || line.kind !== (kind ?? line.kind)) {
    throw exception(
      "Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.",
    );
  }
  return line;
};

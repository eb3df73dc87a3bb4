import { DomainError } from "../../engine/kernel/problem";
import type { Column, Table } from "../../engine/tables/table";
import type { Raw } from "../codec/codec";
import type { Sheet } from "./book";
import {
  findRenamedTab,
  letterOf,
  type Marks,
  markColumns,
  type Renamed,
  readMarks,
} from "./column-marks";
import { type Columns, headerName } from "./columns";
import { unlessRefused } from "./refusal";
import type { TableSheet } from "./table-sheet";

/** By table, the ids of its columns in their places, as the program last found them; nothing for a team's own. */
type Layouts = Readonly<Record<string, string>>;
const PROPERTY = "tributary.columns";

export const readLayouts = (): Layouts =>
  JSON.parse(PropertiesService.getDocumentProperties().getProperty(PROPERTY) ?? "{}") as Layouts;

export function keepLayouts(layouts: Layouts): void {
  unlessRefused(() => {
    PropertiesService.getDocumentProperties().setProperty(PROPERTY, JSON.stringify(layouts));
  });
}

export function layoutOf({ byId, width }: Pick<Columns, "byId" | "width">): string {
  const ids = new Array<string>(width).fill("");
  for (const [id, column] of byId) ids[column] = id;
  return ids.join(" ").trimEnd();
}

type Settle = (tables: Iterable<TableSheet>) => void;

/**
 * Makes sure that each table's columns still hold what their headers say, before anything is judged or written by them
 * (REFUSAL-9). Throws HEADER_MISSING. Making one reads the document's properties once; settling then costs nothing unless
 * columns changed places.
 */
export function columnSettler(): Settle {
  let known = readLayouts();
  return (tables) => {
    const layouts: Record<string, string> = { ...known };
    for (const { table, sheet, headers, columns } of tables) {
      const layout = layoutOf(columns);
      if (known[table.name] === layout) continue;
      const { renamed, unmarked } = readMarks(table, sheet, headers);
      if (renamed.length > 0) throw headersRenamed(table, renamed);
      markColumns(table, sheet, unmarked);
      layouts[table.name] = layout;
    }
    if (Object.keys(layouts).some((name) => layouts[name] !== known[name])) keepLayouts(layouts);
    known = layouts;
  };
}

/** The columns that were deleted with what they held: known before, and neither there nor marked now. */
export function deletedColumns(
  { name, columns }: Table,
  { none, renamed }: Marks,
  missing: readonly string[],
  known: Layouts = readLayouts(),
): readonly string[] {
  const before = none ? [] : (known[name]?.split(" ") ?? []);
  const there = new Set(renamed.map(({ id }) => id));
  return missing.filter((id) => {
    const { derived } = columns[id] as Column<unknown>;
    return before.includes(id) && !derived && !there.has(id);
  });
}

/** Whether the row of headers was deleted, so that all below moved up (REFUSAL-9e). */
export const isHeaderRowGone = ({ columns }: Table, renamed: readonly Renamed[]): boolean =>
  renamed.length * 2 > Object.keys(columns).length;

/** What became of renamed columns, and what to do. */
const sentencesOf = (table: Table, renamed: readonly Renamed[]): readonly string[] =>
  isHeaderRowGone(table, renamed)
    ? [
        `The headers of “${table.sheet}” are gone. Bring them back with Edit → Undo or File → Version history; or run “Set up this spreadsheet”, which puts the program's own back above the rows.`,
      ]
    : renamed.map((each) => sentenceOf(table, each));

export const headersRenamed = (table: Table, renamed: readonly Renamed[]): DomainError =>
  new DomainError(
    "HEADER_MISSING",
    `${sentencesOf(table, renamed).join(" ")} Nothing was changed.`,
    renamed.map(({ header: column }) => ({
      code: "CELL_BLANK" as const,
      at: { table: table.sheet, column },
      message: `Another column has the header ${column}.`,
    })),
  );

function sentenceOf({ sheet }: Table, { column, header, found, twin }: Renamed): string {
  const now = found === "" ? "has no header now" : `is now named “${found}”`;
  const held = `Column ${letterOf(column)} of “${sheet}” holds “${header}” and ${now}`;
  if (twin === undefined)
    return `${held}. Type its header back, or run “Set up this spreadsheet”, which does it.`;
  const other = letterOf(twin);
  return `${held}, while column ${other} got that header. Delete the one that should not count; or rename ${other} and run “Set up this spreadsheet”.`;
}

export const onOtherTab = (tab: string): string =>
  `Its columns are on “${tab}”: give each tab its own name back.`;

/** Where the headers stand that slid below row 1, as under a row that was put on top; blank where they did not. */
export function slidHeaders({ columns }: Table, rows: readonly (readonly Raw[])[]): string {
  const names = new Set(
    (Object.values(columns) as Column<unknown>[]).map(({ header }) => headerName(header)),
  );
  const row = rows.findIndex(
    (cells) => cells.filter((raw) => names.has(headerName(raw))).length * 2 > names.size,
  );
  return row < 0 ? "" : `The headers stand in row ${row + 2}: move them back to row 1.`;
}

/**
 * What became of headers that are missing or doubled, and what to do; blank where nothing is known of them. `rows` are
 * those below row 1.
 */
export function explainMissing(
  table: Table,
  sheet: Sheet,
  [headers = [], ...rows]: readonly (readonly Raw[])[],
  missing: readonly string[],
): string {
  const slid = slidHeaders(table, rows);
  if (slid !== "") return slid;
  const marks = readMarks(table, sheet, headers);
  const other = marks.none ? findRenamedTab(sheet.getParent(), table) : undefined;
  if (other !== undefined) return onOtherTab(other);
  const { renamed } = marks;
  const deleted = deletedColumns(table, marks, missing);
  return [
    ...sentencesOf(table, renamed),
    ...(rows.length > 0 ? deletedSentence(table, deleted) : []),
  ].join(" ");
}

function deletedSentence({ columns }: Table, ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return [];
  const names = ids.map((id) => `“${(columns[id] as Column<unknown>).header}”`).join(", ");
  return [
    `${names} went with all that stood below: bring it back with Edit → Undo or File → Version history, or type the header into an empty column to start it blank.`,
  ];
}

import { problemLine, type Said } from "../kernel/problem-line";
import { type TableName, tableNames, tableOf } from "../tables";
import type { Row, TableData } from "./program";
import type { Work } from "./work";

/** One problem as a line of the row's Problems cell: the column's header, then the sentence. */
const lineOf = ({ at, message }: Said): string => `${at.column ?? "Row"}: ${message}`;
const headerOf = (line: string): string => line.slice(0, line.indexOf(": "));

interface Scope {
  readonly names?: readonly TableName[];
  /** What earlier parts of the run have reported, which stays. */
  readonly earlier?: readonly Said[];
}

/**
 * Brings each row's Problems cell and the notes of its bad cells up to date: written where they are new,
 * taken away where the cell was put right (SHEET-31, SHEET-32). Returns all problems there are.
 */
export function writeProblems(
  work: Work,
  { names = tableNames, earlier = [] }: Scope = {},
): readonly Said[] {
  const reported = reportedByPlace(work, earlier);
  return names.flatMap((name) =>
    rowsOf(work, name).flatMap((row): readonly Said[] => {
      const found =
        row.copy === 0 ? reported.get(placeOf(tableOf(name).sheet, row.key)) : undefined;
      const problems = found ? [...row.problems, ...found] : row.problems;
      writeRow(work, name, row, problems.map(lineOf));
      return problems;
    }),
  );
}

/**
 * Writes what one part of a run has reported and takes nothing away, since only the last part knows what was
 * put right. Returns what all parts have reported so far.
 */
export function noteProblems(work: Work, earlier: readonly Said[]): readonly Said[] {
  const reported = reportedByPlace(work, []);
  for (const name of tableNames) {
    for (const row of rowsOf(work, name)) {
      const found =
        row.copy === 0 ? reported.get(placeOf(tableOf(name).sheet, row.key)) : undefined;
      if (!found) continue;
      const before = String(row.raw.cells.problems ?? "")
        .split("\n")
        .filter(Boolean);
      writeRow(work, name, row, [...before, ...found.map(lineOf)]);
    }
  }
  return withoutDoubles([...earlier, ...work.problems()]);
}

/** Several parts of a run may report the same. */
const withoutDoubles = (said: readonly Said[]): readonly Said[] => [
  ...new Map(said.map((each) => [problemLine(each), each])).values(),
];

const rowsOf = ({ program }: Work, name: TableName): readonly Row[] =>
  "problems" in tableOf(name).columns
    ? ((program.tables[name] as TableData | undefined)?.rows ?? [])
    : [];

function reportedByPlace(work: Work, earlier: readonly Said[]): ReadonlyMap<string, Said[]> {
  const reported = new Map<string, Said[]>();
  for (const said of withoutDoubles([...earlier, ...work.problems()])) {
    const id = placeOf(said.at.table, said.at.row ?? "");
    reported.set(id, [...(reported.get(id) ?? []), said]);
  }
  return reported;
}

const placeOf = (sheet: string, key: string): string => `${sheet}\u0001${key}`;

function writeRow(work: Work, name: TableName, row: Row, said: readonly string[]): void {
  const before = String(row.raw.cells.problems ?? "");
  const lines = [...new Set(said)];
  const text = lines.join("\n");
  if (text === before) return;
  if (row.record && work.get(name, row.key)) {
    work.update(name, row.key, { problems: text === "" ? null : text } as never);
  } else work.mark(row, name, "problems", text);
  const old = before === "" ? [] : before.split("\n");
  const headers = new Set([...old, ...lines].map(headerOf));
  for (const header of headers) {
    const column = columnOf(name, header);
    const now = lines.filter((line) => headerOf(line) === header);
    if (!column || now.join("\n") === old.filter((line) => headerOf(line) === header).join("\n")) {
      continue;
    }
    const said = now.map((line) => line.slice(header.length + 2)).join(" ");
    work.add({ kind: "note", table: name, key: row.key, copy: row.copy, column, text: said });
  }
}

function columnOf(name: TableName, header: string): string | undefined {
  const found = Object.entries(tableOf(name).columns).find(([, each]) => each.header === header);
  return found?.[0];
}

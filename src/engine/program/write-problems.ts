import { cellWords } from "../kernel/cell-words";
import { groupBy } from "../kernel/group-by";
import { type FoundProblem, problemLine } from "../kernel/problem-line";
import { type TableName, tableNames, tableOf } from "../tables";
import type { Row, TableData } from "./program";
import type { Work } from "./work";

interface Scope {
  readonly names?: readonly TableName[];
  /** What earlier parts of the run have reported, which stays. */
  readonly earlier?: readonly FoundProblem[];
}

/**
 * Brings each row's Problems cell and the notes of its bad cells up to date: written where they are new,
 * taken away where the cell was fixed (SHEET-31, SHEET-32). Returns all problems there are.
 */
export function writeProblems(
  work: Work,
  { names = tableNames, earlier = [] }: Scope = {},
): readonly FoundProblem[] {
  const reported = reportedByPlace(work, earlier);
  const atRows = names.flatMap((name) =>
    rowsOf(work, name).flatMap((row) => {
      const problems = [...row.problems, ...reportedAt(reported, name, row)];
      writeRow(work, name, row, problems);
      return problems;
    }),
  );
  // What is about a tab as a whole is told and stands beside no row.
  const tabs = names.map((name) => placeOf(tableOf(name).sheet, ""));
  return [...tabs.flatMap((tab) => reported.get(tab) ?? []), ...atRows];
}

/**
 * Writes what the parts of a run have reported so far into its rows, and leaves all others, since only the last part
 * knows what was fixed. Returns what all parts have reported so far.
 */
export function noteProblems(
  work: Work,
  earlier: readonly FoundProblem[],
): readonly FoundProblem[] {
  const reported = reportedByPlace(work, earlier);
  for (const name of tableNames) {
    for (const row of rowsOf(work, name)) {
      const found = reportedAt(reported, name, row);
      if (found.length > 0) writeRow(work, name, row, [...row.problems, ...found]);
    }
  }
  return withoutDoubles([...earlier, ...work.problems()]);
}

/** Several parts of a run may report the same. */
const withoutDoubles = (problems: readonly FoundProblem[]): readonly FoundProblem[] => [
  ...new Map(problems.map((each) => [problemLine(each), each])).values(),
];

const rowsOf = ({ program }: Work, name: TableName): readonly Row[] =>
  "problems" in tableOf(name).columns
    ? ((program.tables[name] as TableData | undefined)?.rows ?? [])
    : [];

type ByPlace = ReadonlyMap<string, readonly FoundProblem[]>;

const reportedByPlace = (work: Work, earlier: readonly FoundProblem[]): ByPlace =>
  groupBy(withoutDoubles([...earlier, ...work.problems()]), ({ at }) =>
    placeOf(at.table, at.row ?? ""),
  );

const placeOf = (sheet: string, key: string): string => `${sheet}\u0001${key}`;
const reportedAt = (reported: ByPlace, name: TableName, { copy, key }: Row) =>
  (copy === 0 && reported.get(placeOf(tableOf(name).sheet, key))) || [];

/** Writes a row's problems into its cell, and into the notes of the cells they are about; its other notes say nothing of ours. */
function writeRow(work: Work, name: TableName, row: Row, problems: readonly FoundProblem[]): void {
  const lines = problems.map(
    ({ at, message }) => [at.column ?? "Row", cellWords(message)] as const,
  );
  const text = [...new Set(lines.map((line) => line.join(": ")))].join("\n");
  if (text === String(row.raw.cells.problems ?? "")) return;
  if (row.record && work.get(name, row.key)) {
    work.update(name, row.key, { problems: text === "" ? null : text } as never);
  } else work.mark(row, name, "problems", text);
  const texts: Record<string, string> = {};
  for (const [id, { header }] of Object.entries(tableOf(name).columns)) {
    const own = new Set(lines.flatMap(([at, message]) => (at === header ? [message] : [])));
    if (own.size > 0) texts[id] = [...own].join(" ");
  }
  const { key, copy } = row;
  work.add({ kind: "notes", table: name, key, copy, texts, others: "clear" });
}

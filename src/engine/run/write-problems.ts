import type { Problem } from "../problem";
import type { Row, TableData } from "../program";
import { type TableName, tableNames, tableOf } from "../tables";
import type { Work } from "../work";

/** One problem as a line of the row's Problems cell: the column's header, then the sentence. */
const lineOf = ({ at, message }: Problem): string => `${at.column ?? "Row"}: ${message}`;
const headerOf = (line: string): string => line.slice(0, line.indexOf(": "));

/**
 * Brings each row's Problems cell and the notes of its bad cells up to date: written where they are new,
 * taken away where the cell was put right (product.md §2). Returns all problems there are.
 */
export function writeProblems(
  work: Work,
  names: readonly TableName[] = tableNames,
): readonly Problem[] {
  const reported = new Map<string, Problem[]>();
  for (const problem of work.problems()) {
    const id = placeOf(problem.at.table, problem.at.row ?? "");
    reported.set(id, [...(reported.get(id) ?? []), problem]);
  }
  return names.flatMap((name) => {
    const data = work.program.tables[name] as TableData | undefined;
    if (!data || !("problems" in tableOf(name).columns)) return [];
    return data.rows.flatMap((row) => {
      const found =
        row.copy === 0 ? reported.get(placeOf(tableOf(name).sheet, row.key)) : undefined;
      const problems = found ? [...row.problems, ...found] : row.problems;
      writeRow(work, name, row, problems);
      return problems;
    });
  });
}

const placeOf = (sheet: string, key: string): string => `${sheet}\u0001${key}`;

function writeRow(work: Work, name: TableName, row: Row, problems: readonly Problem[]): void {
  const before = String(row.raw.cells.problems ?? "");
  const lines = [...new Set(problems.map(lineOf))];
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

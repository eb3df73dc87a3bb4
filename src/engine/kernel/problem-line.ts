import { clip } from "./cells";
import type { Problem } from "./problem";

/** A problem as a row's cell, its note and the run's record tell it. */
export type Said = Pick<Problem, "at" | "message">;

/** A problem as one line of the run's record; `readProblemLine` takes it apart again. */
export const problemLine = ({ at, message }: Said): string =>
  [at.table, clip(at.row ?? "", 300), `${at.column ?? ""}: ${clip(message, 1_000)}`].join(" · ");

export interface ProblemLine {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly message: string;
}
export function readProblemLine(line: string): ProblemLine | undefined {
  const match = /^(.*?) · (.*) · ([^:]*): (.*)$/.exec(line);
  if (!match) return undefined;
  const [, table = "", row = "", column = "", message = ""] = match;
  return { table, row, column, message };
}

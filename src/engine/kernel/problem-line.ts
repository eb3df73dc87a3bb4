import { cellWords } from "./cell-words";
import { clip } from "./cells";
import type { Problem } from "./problem";

/** A problem as a row's cell, its note and the run's line tell it. */
export type FoundProblem = Pick<Problem, "at" | "message">;

/** A problem as one line of text, for people. */
export const problemLine = ({ at, message }: FoundProblem): string =>
  [
    at.table,
    clip(at.row ?? "", 300),
    `${at.column ?? ""}: ${clip(cellWords(message), 1_000)}`,
  ].join(" · ");

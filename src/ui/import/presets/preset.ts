import type { Answers } from "../../../engine/intake/import/answers";
import type { Target } from "../../../engine/intake/import/header-names";
import type { LineKind } from "../../../engine/intake/import/move-row";

/** How a tool's export is read: known by its headers, correctable like any guess (IMPORT-4). */
export interface Preset {
  readonly name: string;
  /** What its lines become, where they are no sales. */
  readonly lines?: LineKind;
  /** A file with all of these headers is this tool's. */
  readonly needs: readonly string[];
  readonly columns: Readonly<Record<string, Target>>;
  readonly answers: Omit<Answers, "targets">;
  /** Where the headers were found, and how sure they are. */
  readonly sources: string;
}
/** A made-up file of the tool, and the rows that come of it: the preset's test. */
export interface Sample {
  readonly file: string;
  /** Of each line: a row as "key customer day amount refunded" (minor units), or what it is instead. */
  readonly lines: readonly string[];
}

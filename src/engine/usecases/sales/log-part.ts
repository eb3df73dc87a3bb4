import { type MadeRows, recordMade } from "../../intake/import/made-rows";
import type { Env } from "../../kernel/env";
import { importLineKey } from "../../kernel/keys";
import type { Sentence } from "../../kernel/message";
import { say } from "../../kernel/say";
import type { Work } from "../../program/work";
import { actCells } from "../shared/log-act";

export const MOST_PARTS = 10_000;

interface Part {
  readonly formId: string;
  readonly part: number;
  readonly file: string;
  readonly made: MadeRows;
  readonly to: Sentence;
}

/** The line of Activity of a part of an import, which keeps what it made, so that it can be taken back (IMPORT-3). */
export function logPart(
  work: Work<"activity">,
  env: Env,
  { formId, part, file, made, to }: Part,
): void {
  // A part that is sent again when some of its rows are gone has a line of its own.
  let n = part;
  while (work.has("activity", importLineKey(formId, n))) n += MOST_PARTS;
  const line = importLineKey(formId, n);
  const act = { what: say`Imported ${file}`, to };
  work.insert("activity", { key: line, when: env.now, who: env.user, ...actCells(act) });
  recordMade(work, line, made);
}

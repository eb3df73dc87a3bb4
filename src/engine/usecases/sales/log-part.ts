import { type MadeRows, recordMade } from "../../intake/import/made-rows";
import type { Env } from "../../kernel/env";
import { integerField, keyField, textField } from "../../kernel/fields";
import { type InputOf, input } from "../../kernel/input";
import { importLineKey } from "../../kernel/keys";
import type { Sentence } from "../../kernel/message";
import { say } from "../../kernel/say";
import type { Work } from "../../program/work";
import { actCells } from "../shared/log-act";

const MOST_PARTS = 10_000;

/** Which part of which file of an import a call brings. */
export const partInputs = {
  file: input("File", textField, { required: true, longest: 200 }),
  formId: input("Import", keyField, { required: true }),
  part: input("Part", integerField(1, MOST_PARTS), { required: true }),
};
interface Part extends InputOf<typeof partInputs> {
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

import { cellWords } from "../kernel/cell-words";
import type { Env } from "../kernel/env";
import type { Key } from "../kernel/keys";
import { brief, type Sentence } from "../kernel/message";
import { plural, say } from "../kernel/say";
import type { Work } from "../program/work";
import { type TableName, tableOf } from "../tables";
import { linesOf, messageOf } from "./lines-of";

/** Who did what was typed into cells (ACT-6). */
export const IN_THE_SHEET = "in the sheet";

/** A row that was typed over, with what was accepted of it before and after. */
export interface NoticedEdit {
  readonly key: Key;
  readonly from: Sentence;
  readonly to: Sentence;
}

const LONGEST_EDIT = 1_000;
/** The most edits told one by one; the rest are counted, since a cell and the tab are bounded. */
const MOST_TOLD = 50;

/** One line of Activity for all that a run (or an act, `null`) notices to have been typed into a tab (EDIT-5). */
export function logEdits(
  work: Work<"activity">,
  env: Env,
  run: string | null,
  table: TableName,
  edits: readonly NoticedEdit[],
): void {
  if (edits.length === 0) return;
  const noun = tableOf(table).sheet.toLowerCase().slice(0, -1);
  const told = edits.slice(0, MOST_TOLD);
  const rest = edits.length > MOST_TOLD ? [`and ${edits.length - MOST_TOLD} more`] : [];
  const lines = (of: (edit: NoticedEdit) => Sentence) =>
    linesOf([...told.map((edit) => say`${edit.key}: ${brief(of(edit), LONGEST_EDIT)}`), ...rest]);
  const from = lines((edit) => edit.from);
  const to = lines((edit) => edit.to);
  const base = run === null ? env.newId("log") : `edits of ${run}`;
  let key = base;
  for (let n = 2; work.has("activity", key); n++) key = `${base} ${n}`;
  const what = say`${plural(edits.length, noun)} typed over`;
  work.insert("activity", {
    key,
    when: env.now,
    who: IN_THE_SHEET,
    what: cellWords(what),
    record: edits.length === 1 ? (edits[0]?.key ?? null) : null,
    from: cellWords(from),
    to: cellWords(to),
    run,
    data: {
      kind: "edits",
      what,
      records: told.map((edit) => edit.key),
      from: messageOf(from),
      to: messageOf(to),
    },
  });
}

import { type MadeRows, readMade } from "../../intake/import/made-rows";
import { takeBack } from "../../intake/import/take-back";
import { keyField } from "../../kernel/fields";
import { groupBy, sumOf } from "../../kernel/group-by";
import { input } from "../../kernel/input";
import { importFormIn, type Key } from "../../kernel/keys";
import { DomainError } from "../../kernel/problem";
import { plural, say } from "../../kernel/say";
import { begin, type Work } from "../../program/work";
import { type RecordOf, tableNames } from "../../tables";
import { keepUndoText } from "../../undo/record-undo";
import { UNDONE } from "../../undo/undoable-run";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";

const MOST_TOLD = 50;
const MOST_IMPORTS = 10;
type Line = RecordOf<"activity">;

/** The lines of Activity of each import, by its form, the latest import first. */
function importsIn(work: Work<"activity">): ReadonlyMap<Key, readonly Line[]> {
  const imports = groupBy(work.all("activity"), ({ key }) => importFormIn(key) ?? "");
  imports.delete("");
  const at = (lines: readonly Line[]) => `${lines[0]?.when.day} ${lines[0]?.when.time}`;
  return new Map([...imports].sort(([, a], [, b]) => (at(a) < at(b) ? 1 : -1)));
}

/** The latest imports, with what can still be taken back. */
export const listImports = useCase({
  name: "list-imports",
  edits: "read only",
  inputs: {},
  reads: ["activity"],
  decide: (work) => ({
    imports: [...importsIn(work)].slice(0, MOST_IMPORTS).map(([formId, lines]) => ({
      formId,
      what: lines[0]?.what ?? "",
      day: lines[0]?.when.day ?? "",
      who: lines[0]?.who ?? "",
      transactions: sumOf(lines, (each) => readMade(each)?.transactions.length ?? 0),
      canUndo: lines.some((each) => readMade(each) !== undefined),
    })),
  }),
});

const inputs = { formId: input("Import", keyField, { required: true }) };

function takeImportBack(work: Work, formId: Key) {
  const lines = importsIn(work).get(formId) ?? [];
  const parts = lines.flatMap((line) => readMade(line) ?? []);
  if (parts.length === 0) throw new DomainError("IMPORT_NOT_UNDOABLE");
  const all = (table: keyof MadeRows) => parts.flatMap((part) => part[table]);
  const made = {
    transactions: all("transactions"),
    customers: all("customers"),
    partners: all("partners"),
    rewards: all("rewards"),
    drips: all("drips"),
  };
  const { removed, stays } = takeBack(work, made);
  const more = Math.max(0, stays.length - MOST_TOLD);
  return { lines, output: { removed, stays: stays.slice(0, MOST_TOLD), more } };
}

/** What undoing an import would come to; writes nothing. */
export const previewUndoImport = useCase({
  name: "preview-undo-import",
  edits: "read only",
  inputs,
  reads: tableNames,
  decide: ({ program }, { formId }) => takeImportBack(begin(program), formId).output,
});

/**
 * Undoes an import: its rows, with the rewards and drips that they led to, while nothing of them is final
 * (IMPORT-3). Throws IMPORT_NOT_UNDOABLE where what it made is not kept, or it is undone already.
 */
export const undoImport = useCase({
  name: "undo-import",
  edits: "take over",
  inputs,
  reads: tableNames,
  decide: (work, { formId }, env) => {
    const { lines, output } = takeImportBack(work, formId);
    for (const line of lines) keepUndoText(work, line, [UNDONE]);
    const { removed, stays, more } = output;
    const { transactions, customers, rewards } = removed;
    const to = say`${plural(transactions, "transaction")}, ${plural(customers, "customer")} and ${plural(rewards, "reward")} removed; ${plural(stays.length + more, "row stays", "rows stay")}`;
    logAct(work, env, { what: say`Undid: ${lines[0]?.what ?? ""}`, to });
    return output;
  },
});

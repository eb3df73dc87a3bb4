import { readMade } from "../../intake/import/made-rows";
import { takeBack } from "../../intake/import/take-back";
import { keyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { DomainError } from "../../kernel/problem";
import { tableNames } from "../../tables";
import { keepUndoText } from "../../undo/record-undo";
import { UNDONE } from "../../undo/undoable-run";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";

/**
 * Takes a decision on an application back: the partner is removed if nothing else is theirs yet, and the answers wait again.
 * Throws APPLICATION_NOT_UNDOABLE where the partner has other rows, or the decision is taken back already.
 */
export const undoApplication = useCase({
  name: "undo-application",
  edits: "leave",
  inputs: { line: input("Line of Activity", keyField, { required: true }) },
  reads: tableNames,
  decide: (work, { line: key }, env) => {
    const line = work.get("activity", key);
    const made = line && readMade(line);
    if (line?.data?.kind !== "act" || !line.data.answers || !made) {
      throw new DomainError("APPLICATION_NOT_UNDOABLE");
    }
    const [stays] = takeBack(work, made).stays;
    if (stays) {
      throw new DomainError(
        "APPLICATION_NOT_UNDOABLE",
        `The partner “${stays.key}” stays: ${stays.why}. Archive the partner instead.`,
      );
    }
    const { what, records } = line.data;
    work.update("activity", key, { data: { ...line.data, answers: null } });
    keepUndoText(work, line, [UNDONE]);
    logAct(work, env, { what: "Took back a decision on an application", records, from: what });
    return { line: key };
  },
});

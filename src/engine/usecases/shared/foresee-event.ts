import type { RowForm } from "../../intake/row-form";
import { capped } from "../../kernel/capped";
import { quoted } from "../../kernel/cells";
import type { EventKind } from "../../kernel/vocabulary";
import { apply } from "../../program/changeset";
import { nameOfEvent, trialsOf } from "../../simulate/trial";
import type { TableName } from "../../tables";
import { trialReads } from "./asked-event";
import { type FormInputs, previewRow } from "./record-row";
import { triedLine } from "./tried-line";

/** What a row that is not written yet will come to once it is judged, on a copy and by the functions of the run. */
export const previewEvent = <
  const Name extends string,
  N extends TableName,
  T extends TableName,
  I extends FormInputs,
>(
  name: Name,
  form: RowForm<N, T, I>,
  kind: EventKind,
) =>
  previewRow(name, form, trialReads, {
    foresee: (work, given, env) => {
      const { row, notes } = form.make(work, given, env);
      const program = apply(work.program, work.changes());
      const place = nameOfEvent(kind, row.key);
      const start = program.settings.programStart;
      const { of, waiting } = trialsOf(program, env, new Set([place]), start);
      const trial = of.get(place);
      const { rows, more } = capped(trial?.tried ?? [], 90_000, triedLine);
      return {
        /** All in one sentence, or what the row waits for. */
        outcome: trial ? trial.judged.outcome : (waiting.get(place) ?? "no event"),
        /** In their order. */
        triggers: rows,
        more,
        /** What looks odd about the row. */
        notes,
      };
    },
    again: (key) => ({
      outcome: `it was already saved as ${quoted(key)}`,
      triggers: [],
      more: 0,
      notes: [],
    }),
  });

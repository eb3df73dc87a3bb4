import { type Capped, capped } from "../../kernel/capped";
import { quoted } from "../../kernel/cells";
import type { Env } from "../../kernel/env";
import type { Key } from "../../kernel/keys";
import type { EventKind } from "../../kernel/vocabulary";
import { apply } from "../../program/changeset";
import type { Work } from "../../program/work";
import { nameOfEvent, trialsOf } from "../../simulate/trial";
import { type TriedLine, triedLine } from "./tried-line";

/** What a row that is not written yet will come to once it is judged; `triggers` in their order. */
export interface Foreseen {
  /** All in one sentence, or what the row waits for. */
  readonly outcome: string;
  readonly triggers: readonly TriedLine[];
  readonly more: number;
  /** What looks odd about the row. */
  readonly notes: readonly string[];
}

/** What is told of a form that was sent before: sending it again comes to nothing. */
export const foreseenAgain = (key: Key): Foreseen => ({
  outcome: `it was saved already, as ${quoted(key)}`,
  triggers: [],
  more: 0,
  notes: [],
});

/** Judges a row that a working copy has just got, on a copy of its own and by the functions of the run. */
export function foreseeEvent(
  work: Pick<Work, "program" | "changes">,
  env: Env,
  kind: EventKind,
  key: Key,
  notes: readonly string[],
): Foreseen {
  const program = apply(work.program, work.changes());
  const place = nameOfEvent(kind, key);
  const { of, waiting } = trialsOf(program, env, new Set([place]), program.settings.programStart);
  const trial = of.get(place);
  const { rows, more }: Capped<TriedLine> = capped(trial?.tried ?? [], 90_000, triedLine);
  if (trial) return { outcome: trial.judged.outcome, triggers: rows, more, notes };
  return { outcome: waiting.get(place) ?? "no event", triggers: [], more: 0, notes };
}

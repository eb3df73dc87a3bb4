import { quoted } from "../cells";
import { apply } from "../changeset";
import { newEvents } from "../judging/new-events";
import { placeOf, trialsOf } from "../judging/trial";
import type { Key } from "../keys";
import { type Capped, capped } from "../usecases/capped";
import { type TriedLine, triedLine } from "../usecases/tried-line";
import type { Env } from "../usecases/use-case";
import type { EventKind } from "../vocabulary";
import { begin, type Work } from "../work";

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
  const place = placeOf(kind, key);
  const trial = trialsOf(program, env, new Set([place]), program.settings.programStart).of.get(
    place,
  );
  const { rows, more }: Capped<TriedLine> = capped(trial?.tried ?? [], 90_000, triedLine);
  if (trial) return { outcome: trial.judged.outcome, triggers: rows, more, notes };
  const waiting = newEvents(begin(program), env.today).waiting.find((each) => each.key === key);
  return { outcome: waiting?.why ?? "no event", triggers: [], more: 0, notes };
}

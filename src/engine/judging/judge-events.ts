import { dripKey, groupChangeKey, type Key } from "../kernel/keys";
import { say } from "../kernel/say";
import type { Work } from "../program/work";
import type { ProgramEvent } from "../rules/program-event";
import { keepFound } from "../sales/found-by-code";
import { partnerEvent } from "./events";
import { type JudgedEvent, type Judging, judgeEvent } from "./judge-event";
import { mark, markAsLived } from "./mark";

/**
 * Judges one event, and the move that it may cause, and marks its row: once before its facts are asked for, so that it
 * counts itself (TIME-6), and once with what came of it. `drips` are those that it started, the move included.
 */
export function judgeAndMark(
  judging: Judging,
  event: ProgramEvent,
): JudgedEvent & { readonly drips: readonly Key[] } {
  const group = judging.work.get("partners", event.partner?.key ?? null)?.group ?? null;
  keepFound(judging.work, event);
  markAsLived(judging, event);
  const number = judging.numberOf(event);
  const judged = judgeEvent(judging, event, { hasMoved: false });
  const move = judged.moved ? judgeMove(judging, event) : undefined;
  const said = move && move.said.length > 0 ? say` · for the move: ${move.outcome}` : "";
  mark(judging, event, number, { ...judged, outcome: say`${judged.outcome}${said}` }, group);
  const { work } = judging;
  const started = startedBy(work, event.key, judged.acted);
  if (!move) return { ...judged, drips: started };
  const after = groupChangeKey(event.partner?.key ?? "", event.key);
  return { ...judged, drips: [...started, ...startedBy(work, after, move.acted)] };
}

/** A move is an event of the same run, judged right after the one that caused it (TRIG-8). */
function judgeMove(judging: Judging, { key, on, partner }: ProgramEvent): JudgedEvent | undefined {
  const { work } = judging;
  const now = work.get("partners", partner?.key ?? null);
  if (!now) return undefined;
  work.update("partners", now.key, { groupJudged: now.group });
  return judgeEvent(judging, partnerEvent(work, now, groupChangeKey(now.key, key), on), {
    hasMoved: true,
  });
}

/** The drips that the triggers started for an event. */
const startedBy = (work: Work, event: Key, acted: readonly Key[]): readonly Key[] =>
  acted.map((trigger) => dripKey(event, trigger)).filter((drip) => work.has("drips", drip));

import { endDrips } from "../drips/end-drips";
import { insertDrip } from "../drips/frozen-terms";
import { releaseDrips } from "../drips/release";
import type { JudgedEvent, Judging } from "../judging/judge-event";
import { countEvent, judgeAndMark } from "../judging/judge-events";
import type { Day } from "../kernel/day";
import type { Env } from "../kernel/env";
import { PROGRAM } from "../kernel/vocabulary";
import { createProgramTable, type Program } from "../program/program";
import type { Work } from "../program/work";
import type { ProgramEvent } from "../rules/program-event";
import type { Drip } from "../tables";
import { applyRefunds } from "../timeline/refunds";
import type { CompiledTriggers } from "../triggers/compile-triggers";
import { recordsOf } from "./deeds";
import { pastOf } from "./past";
import { withPastGroups } from "./past-groups";
import { walk } from "./walk";

export interface Watch {
  readonly triggers?: (compiled: CompiledTriggers) => CompiledTriggers;
  readonly onJudged?: (judging: Judging, event: ProgramEvent, judged: JudgedEvent) => void;
}

/**
 * Lives a program's whole past again by the triggers it has now, with the very functions of the live run: every
 * event on the day it was judged, and between those days what daily runs do. Gives what would be there today had
 * they been so from `start` on; nothing is written.
 */
export function replay(program: Program, env: Env, start: Day, watch: Watch = {}): Work {
  const past = withPastGroups(program, pastOf(program, env.today));
  const empty = createProgramTable([]);
  const tables = { ...past.program.tables, rewards: empty, drips: empty, invoices: empty };
  const settings = { ...program.settings, programStart: start };
  const fresh = { ...past.program, settings, tables: tables as Program["tables"] };
  const isFromStart = start >= program.settings.programStart;
  const onJudged = watch.onJudged ?? (() => undefined);
  const handMade = recordsOf(program, "drips").filter(isChangedByHand);
  return walk({ ...past, program: fresh }, env, {
    ...(watch.triggers ? { triggers: watch.triggers } : {}),
    visit: (judging, event, { found }) => {
      if (found && isFromStart) countEvent(judging, event);
      else onJudged(judging, event, judgeAndMark(judging, event));
      return false;
    },
    settle: (work, until) => {
      for (const drip of handMade) changeByHand(work, drip);
      applyRefunds(work, { today: until }, "replay");
      endDrips(work, until);
      const { made } = releaseDrips(work, until, "replay");
      if (made > 0) applyRefunds(work, { today: until }, "replay");
    },
  });
}

const isChangedByHand = ({ endsOn, endedBy, skipped, pausedOn, continues }: Drip): boolean =>
  (endsOn !== null && endedBy !== PROGRAM) ||
  skipped !== null ||
  pausedOn !== null ||
  continues !== null;

/**
 * What a person ended, skipped or paused of a drip is so of its like, and what a person continued goes on: no
 * other terms change that.
 */
function changeByHand(work: Work, made: Drip): void {
  const { key, endsOn, endReason, endedBy, skipped, pausedOn, continues } = made;
  const before = work.get("drips", continues);
  if (before && !work.has("drips", key)) {
    const { amount, percent, base } = before;
    insertDrip(work, { ...made, amount, percent, base, issued: made.after, emptyParts: null });
  }
  const drip = work.get("drips", key);
  if (
    !drip ||
    (drip.endsOn === endsOn &&
      String(drip.skipped) === String(skipped) &&
      drip.pausedOn === pausedOn)
  ) {
    return;
  }
  const isEarlier = endsOn !== null && (drip.endsOn === null || endsOn < drip.endsOn);
  const ending = isEarlier ? { endsOn, endReason, endedBy } : {};
  work.update("drips", key, { skipped, pausedOn, ...ending });
}

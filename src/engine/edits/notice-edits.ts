import { logEdits, type NoticedEdit } from "../activity/log-edits";
import type { Day } from "../kernel/day";
import type { Env } from "../kernel/env";
import { say } from "../kernel/say";
import type { Work } from "../program/work";
import { markerOf } from "../tables/packed/marker";
import { versionTriggers } from "../triggers/version";

const recordTables = ["partners", "customers", "transactions"] as const;
type RecordTable = (typeof recordTables)[number];

/**
 * Takes over what was typed into the cells of records and triggers since the last run, as far as that can be seen,
 * and logs it (EDIT-5): who was archived or brought back, a partner's group, and terms of a trigger, which get
 * its next version (TRIG-18). An early part of a run has told already what `isFirstPart` no leaves out.
 */
export function noticeEdits(
  work: Work,
  env: Env,
  run: string,
  { isFirstPart }: { readonly isFirstPart: boolean },
): void {
  for (const table of recordTables) {
    const groups = table === "partners" && isFirstPart ? groupsTyped(work) : [];
    const edits = [...stampArchived(work, table, env.today), ...groups];
    logEdits(work, env, run, table, edits);
  }
  logEdits(work, env, run, "triggers", versionTriggers(work));
}

/**
 * Fills *Archived on* with the run's own day where it was left blank beside *archived*, and clears a past one
 * beside *active*, so that archiving again later does not take the old day (SHEET-36).
 */
function stampArchived(work: Work, table: RecordTable, today: Day): readonly NoticedEdit[] {
  return work.all(table).flatMap(({ key, status, archivedOn }): readonly NoticedEdit[] => {
    if (status === "archived" && archivedOn === null) {
      work.update(table, key, { archivedOn: today });
      return [{ key, from: "active", to: say`archived on ${{ day: today }}` }];
    }
    if (status === "active" && archivedOn !== null && archivedOn < today) {
      work.update(table, key, { archivedOn: null });
      return [{ key, from: say`archived on ${{ day: archivedOn }}`, to: "active" }];
    }
    return [];
  });
}

/** The partners whose group is not the one last judged: only a person types another. */
const groupsTyped = (work: Work<"partners">): readonly NoticedEdit[] =>
  work.all("partners").flatMap(({ key, group, groupJudged, judged }) => {
    if (!markerOf({ key, judged }) || group === groupJudged) return [];
    const said = (name: string | null) => (name === null ? "no group" : `group ${name}`);
    return [{ key, from: said(groupJudged), to: said(group) }];
  });

import { groupJudgedOf, tablesJudged } from "../judging/judged-as";
import type { Key } from "../keys";
import type { Program, TableData } from "../program";
import type { ProgramEvent } from "../triggers/program-event";
import { type Past, type PastEvent, tableOfEvent, withRecords } from "./past";

/**
 * A past with each partner in the group of the first event that tells it, and moved where a later one tells that a
 * person moved the partner between. What triggers moved is left to the triggers that live it again. A change of group
 * by hand is itself no event of such a past: no row keeps its day.
 */
export function withPastGroups(program: Program, past: Past): Past {
  const first = new Map<Key, string | null>();
  const present = new Map<Key, string | null>();
  const move = ({ event, partner, isNew, ...rest }: PastEvent): PastEvent => {
    const same = { event, partner, isNew, ...rest };
    if (partner === null) return same;
    const judged = isNew ? undefined : groupJudgedOf(judgedAsOf(program, event));
    const now = program.tables.partners?.byKey.get(partner)?.record?.group ?? null;
    const known = judged ?? (isNew ? { group: now } : undefined);
    if (!known) return same;
    const was = present.get(partner);
    if (was === undefined) first.set(partner, known.group);
    present.set(partner, known.moved === undefined ? known.group : known.moved);
    return was === undefined || was === known.group ? same : { ...same, group: known.group };
  };
  const steps = past.steps.map((step) => ({ ...step, events: step.events.map(move) }));
  const begun = withRecords(past.program, "partners", (partner) => {
    const group = first.get(partner.key);
    return group === undefined ? partner : { ...partner, group };
  });
  return { ...past, program: begun, steps };
}

function judgedAsOf(program: Program, { kind, key }: ProgramEvent): string | null {
  const name = tableOfEvent[kind];
  const table = tablesJudged.find((each) => each === name);
  if (!table) return null;
  const data = program.tables[table] as TableData<typeof table> | undefined;
  return data?.byKey.get(key)?.record?.judgedAs ?? null;
}

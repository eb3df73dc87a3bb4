import { tablesJudged } from "../judging/judged-as";
import type { Key } from "../kernel/keys";
import type { Program, TableData } from "../program/program";
import type { ProgramEvent } from "../rules/program-event";
import type { Partner } from "../tables";
import type { GroupJudged } from "../tables/packed/groups-judged";
import type { JudgedAs } from "../tables/packed/judged-as";
import { type Past, type PastEvent, tableOfEvent, withRecords } from "./past";

/** The group before an event, the one it was judged by, and where its own triggers moved the partner. */
interface Groups extends GroupJudged {
  readonly from: string | null;
}

/**
 * A past with each partner in the group of the first event that tells it, and moved where a later one tells that a
 * person moved the partner between. What triggers moved is left to the triggers that live it again.
 */
export function withPastGroups(program: Program, past: Past): Past {
  const first = new Map<Key, string | null>();
  const present = new Map<Key, string | null>();
  const move = (each: PastEvent): PastEvent => {
    const { partner } = each;
    const known = partner === null ? undefined : groupsOf(program, each, partner);
    if (partner === null || !known) return each;
    if (!present.has(partner)) first.set(partner, known.from);
    const was = present.has(partner) ? present.get(partner) : known.from;
    present.set(partner, known.moved ? known.moved.to : known.group);
    return was === known.group ? each : { ...each, group: known.group };
  };
  const steps = past.steps.map((step) => ({ ...step, events: step.events.map(move) }));
  const begun = withRecords(past.program, "partners", (partner) => {
    const group = first.get(partner.key);
    return group === undefined ? partner : { ...partner, group };
  });
  return { ...past, program: begun, steps };
}

function groupsOf(program: Program, { event, isNew }: PastEvent, key: Key): Groups | undefined {
  const partner = program.tables.partners?.byKey.get(key)?.record;
  const ofPartner = event.kind === "partner joined or changed group";
  if (isNew) {
    const group = partner?.group ?? null;
    return {
      from: ofPartner && event.key !== key ? (partner?.groupJudged ?? null) : group,
      group,
      moved: null,
    };
  }
  if (ofPartner) return partnerGroups(partner, event.key);
  const known = judgedAsOf(program, event)?.by;
  return known ? { from: known.group, ...known } : undefined;
}

const partnerGroups = (partner: Partner | null | undefined, event: Key): Groups | undefined =>
  partner?.groupsJudged?.find(({ key }) => key === event);

function judgedAsOf(program: Program, { kind, key }: ProgramEvent): JudgedAs | null {
  const name = tableOfEvent[kind];
  const table = tablesJudged.find((each) => each === name);
  if (!table) return null;
  const data = program.tables[table] as TableData<typeof table> | undefined;
  return data?.byKey.get(key)?.record?.judgedAs ?? null;
}

import { type EventTable, eventTables, noticedChangeKey } from "../judging/events";
import type { Day } from "../kernel/day";
import type { Key } from "../kernel/keys";
import type { Program } from "../program/program";
import { begin, type Work } from "../program/work";
import { isRefund } from "../sales/refund-row";
import type { Partner } from "../tables";
import type { GroupJudged, PartnerJudged } from "../tables/packed/groups-judged";
import { livedBefore, type Marker, markerOf } from "../tables/packed/marker";
import { livedUntil } from "../timeline/lived-until";
import { partnerOf } from "../timeline/lost-moves";
import { createPlaces, dayOfPlace, type LivedRow, ownPlace, type Place } from "../timeline/place";

/** A row as the program's runs lived it, or will live it today. */
export interface PastRow {
  readonly of: LivedRow;
  readonly place: Place;
  /** Undefined for a row that is still to be lived. */
  readonly marker: Marker | undefined;
  /** Set-up found it: it counts, and was never an event (JUDGE-12). */
  readonly isFound: boolean;
  /** The run that lived it: its day, and the last day lived before it. */
  readonly run: { readonly day: Day; readonly after: Day };
  /** The group that a person moved its partner to before it; undefined where nobody did. */
  readonly group?: string | null;
}
/** A change of group that a person typed, as the event of the day on which a run noticed it. */
export interface HandMove {
  readonly partner: Key;
  readonly event: Key;
  readonly on: Day;
  /** The group before, and the one it was judged by. */
  readonly groups: Groups;
  /** No run has noticed it yet. */
  readonly isNew: boolean;
}
type Groups = Pick<PartnerJudged, "from" | keyof GroupJudged>;
/** What several runs lived, none going back behind another: between two passes rows came that were typed late. */
export interface Pass {
  readonly until: Day;
  readonly rows: readonly PastRow[];
  readonly moves: readonly HandMove[];
}
export interface Past {
  readonly passes: readonly Pass[];
  /** The group in which each partner began, where an event tells of it. */
  readonly firstGroups: ReadonlyMap<Key, string | null>;
}

/** What the program's rows tell of how they were lived, in that order, and what is still to be lived until `to`. */
export function pastOf(program: Program, to: Day): Past {
  const work: Work = begin(program);
  const now = { day: to, after: livedUntil(work) };
  const places = createPlaces(work);
  const rows = eventTables.flatMap((table) =>
    work.all(table).map((row) => pastRow({ table, row } as unknown as LivedRow)),
  );
  function pastRow(of: LivedRow): PastRow {
    const { row } = of;
    const marker = markerOf(row);
    const run = marker ? { day: marker.day, after: livedBefore(marker) } : now;
    const place = places(of) ?? ownPlace(of, { day: run.day, time: "" });
    const isFound = marker?.found === true;
    return { of, place, marker, isFound, run };
  }
  const moves = work.all("partners").flatMap((partner) => handMovesOf(partner, to));
  return withGroups(work, passesOf(rows, moves, to));
}

function handMovesOf(partner: Partner, today: Day): readonly HandMove[] {
  const { key, group, groupJudged, groupsJudged } = partner;
  const known = (groupsJudged ?? [])
    .filter((each) => each.key !== key)
    .map((each) => ({ partner: key, event: each.key, on: each.on, groups: each, isNew: false }));
  if (group === groupJudged || !markerOf(partner)) return known;
  const groups = { from: groupJudged, group, moved: null };
  const event = noticedChangeKey(partner, today);
  return [...known, { partner: key, event, on: today, groups, isNew: true }];
}

/** Cuts the past where a run went back behind the last day lived before it, for a row that was typed late. */
function passesOf(rows: readonly PastRow[], moves: readonly HandMove[], to: Day): readonly Pass[] {
  const isLate = ({ place, run }: PastRow) => dayOfPlace(place) <= run.after;
  const cuts = [...new Set(rows.filter(isLate).map(({ run }) => run.after))].filter(
    (day) => day <= to,
  );
  const ends = [...cuts.sort(), to];
  const lists = ends.map(() => ({ rows: [] as PastRow[], moves: [] as HandMove[] }));
  const at = (day: Day, after?: Day): number => {
    const first = ends.findIndex((end) => end >= day);
    const least = after === undefined ? 0 : ends.findIndex((end) => end >= after) + 1;
    return Math.min(Math.max(first < 0 ? ends.length - 1 : first, least), ends.length - 1);
  };
  for (const row of rows) {
    lists[at(row.run.day, isLate(row) ? row.run.after : undefined)]?.rows.push(row);
  }
  for (const move of moves) lists[at(move.on)]?.moves.push(move);
  return lists.map((list, i) => ({
    until: ends[i] as Day,
    rows: list.rows.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0)),
    moves: list.moves.sort((a, b) => (a.on + a.event < b.on + b.event ? -1 : 1)),
  }));
}

/**
 * Says at which rows a person had moved the partner since the one before: an event tells the group by which it was
 * judged. What triggers moved is left to the triggers that live it again.
 */
function withGroups(work: Work<EventTable>, passes: readonly Pass[]): Past {
  const firstGroups = new Map<Key, string | null>();
  const present = new Map<Key, string | null>();
  /** Whether a person moved the partner to the group before an event that tells these groups. */
  const tells = (partner: Key, { from, group, moved }: Groups): boolean => {
    if (!present.has(partner)) firstGroups.set(partner, from);
    const was = present.has(partner) ? present.get(partner) : from;
    present.set(partner, moved ? moved.to : group);
    return was !== group;
  };
  const told = passes.map((pass): Pass => {
    const moves = [...pass.moves];
    const passMoves = (until: string) => {
      for (let next = moves[0]; next && next.on < until; next = moves[0]) {
        tells(next.partner, next.groups);
        moves.shift();
      }
    };
    const rows = pass.rows.map((row): PastRow => {
      passMoves(dayOfPlace(row.place));
      const partner = partnerOf(work, row.of);
      const groups = partner === null ? undefined : groupsOf(work, row, partner);
      if (partner === null || !groups) return row;
      return tells(partner, groups) ? { ...row, group: groups.group } : row;
    });
    passMoves("9999-99-99");
    return { ...pass, rows };
  });
  return { passes: told, firstGroups };
}

function groupsOf(
  work: Work<EventTable>,
  { of, marker }: PastRow,
  partner: Key,
): Groups | undefined {
  const { table, row } = of;
  if (table === "transactions" && isRefund(row)) return undefined;
  if (!marker) {
    const group = work.get("partners", partner)?.group ?? null;
    return { from: group, group, moved: null };
  }
  if (table === "partners") return row.groupsJudged?.find(({ key }) => key === row.key);
  const by = row.judgedAs?.by;
  return by ? { from: by.group, ...by } : undefined;
}

import { groupChangeKey, inOrder, newEvents, partnerEvent } from "../judging/new-events";
import type { Day } from "../kernel/day";
import type { Key } from "../kernel/keys";
import { createProgramTable, type Program, type Row, type TableData } from "../program/program";
import { begin, type Work } from "../program/work";
import type { ProgramEvent } from "../rules/program-event";
import { isRefund } from "../sales/kept";
import type { RecordOf, TableName } from "../tables";
import { type Marker, markerOf } from "../tables/packed/marker";
import { type Deed, deedsOf, recordsOf } from "./deeds";

/** The events that became known on one day, in the order in which they were judged, or will be. */
export interface Step {
  readonly day: Day;
  readonly events: readonly PastEvent[];
}
export interface PastEvent {
  readonly event: ProgramEvent;
  readonly isNew: boolean;
  /** Set-up found it: it is counted, and was never an event (product.md §3). */
  readonly found: boolean;
  /** The partner that its row is stamped with, or would be; null for none. */
  readonly partner: Key | null;
  /** The group that the partner is in from here on, where a person moved the partner before it. */
  readonly group?: string | null;
}
/** A program as it was before anything of it was judged, and what then came, day by day. */
export interface Past {
  readonly program: Program;
  readonly steps: readonly Step[];
  readonly deeds: readonly Deed[];
}

const eventTables = ["transactions", "customers", "actions", "partners"] as const;
type EventTable = (typeof eventTables)[number];

/** The table in whose rows events of a kind stand. */
export const tableOfEvent = {
  "transaction created": "transactions",
  "customer created": "customers",
  "action recorded": "actions",
  "partner joined or changed group": "partners",
} as const satisfies Readonly<Record<ProgramEvent["kind"], EventTable>>;

const judgedOf = (program: Program, table: EventTable, key: Key): Marker | undefined => {
  const record = (program.tables[table] as TableData<EventTable> | undefined)?.byKey.get(
    key,
  )?.record;
  return record ? markerOf(record) : undefined;
};

/** A program's table with its usable records changed, or left out where nothing is given back. */
export function withRecords<N extends TableName>(
  program: Program,
  name: N,
  change: (record: RecordOf<N>) => RecordOf<N> | undefined,
): Program {
  const data = program.tables[name] as TableData<N> | undefined;
  if (!data) return program;
  const rows = data.rows.flatMap((row): readonly Row<N>[] => {
    if (row.record === null) return [row];
    const record = change(row.record);
    return record ? [record === row.record ? row : { ...row, record }] : [];
  });
  const table = createProgramTable(rows as readonly Row[], data);
  return { ...program, tables: { ...program.tables, [name]: table } };
}

/**
 * Takes a program back to before its events: none judged, no refund given, no record archived. Each event comes
 * on the day of its marker, what is not judged yet today; refunds, archiving and what people decided on theirs.
 */
export function pastOf(program: Program, today: Day): Past {
  const begun = eventTables.reduce(
    (current, table) =>
      withRecords(current, table, (record) =>
        table === "transactions" && isRefund(record as RecordOf<"transactions">)
          ? undefined
          : ({ ...record, judged: null, status: "active", archivedOn: null } as typeof record),
      ),
    program,
  );
  const work: Work = begin(begun);
  const days = new Map<Day, PastEvent[]>();
  const coming: PastEvent[] = [];
  const numbers = new Map<ProgramEvent, number>();
  const moves = movesByHand(program, work, today);
  const all = [...newEvents(work, today).events, ...moves.keys()].sort(inOrder);
  for (const event of all) {
    const move = moves.get(event);
    const judged = move ? undefined : judgedOf(program, tableOfEvent[event.kind], event.key);
    const marker = move ?? judged;
    const past = move ? pastMove(event, move) : pastEvent(event, judged);
    numbers.set(past.event, marker?.number ?? 0);
    const list = past.isNew || !marker ? coming : days.get(marker.day);
    if (list) list.push(past);
    else if (marker) days.set(marker.day, [past]);
  }
  const steps = [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, events]) => ({ day, events: inGivenOrder(events, numbers) }));
  const last = { day: today, events: coming };
  return { program: begun, steps: [...steps, last], deeds: deedsOf(program, today) };
}

/** A change of group by hand: the day on which it was judged, or is noticed; `isNew` for one that is not judged yet. */
interface MoveByHand extends Pick<Marker, "day" | "number"> {
  readonly isNew: boolean;
}

function movesByHand(
  program: Program,
  work: Work,
  today: Day,
): ReadonlyMap<ProgramEvent, MoveByHand> {
  const moves = new Map<ProgramEvent, MoveByHand>();
  for (const partner of recordsOf(program, "partners")) {
    const { key, group, groupJudged, judged } = partner;
    for (const each of partner.groupsJudged ?? []) {
      if (each.key === key) continue;
      const event = partnerEvent(work, partner, each.key, each.on);
      moves.set(event, { day: each.on, number: 0, isNew: false });
    }
    if (group === groupJudged || !markerOf({ key, judged })) continue;
    const event = partnerEvent(work, partner, groupChangeKey(partner, today), today);
    moves.set(event, { day: today, number: 0, isNew: true });
  }
  return moves;
}

const pastMove = (event: ProgramEvent, { isNew }: MoveByHand): PastEvent => ({
  event,
  isNew,
  found: false,
  partner: event.partner?.key ?? null,
});

function pastEvent(event: ProgramEvent, marker?: Marker): PastEvent {
  const { kind, transaction, partner } = event;
  if (!marker) return { event, isNew: true, found: false, partner: partner?.key ?? null };
  if (kind === "transaction created") {
    return { event, isNew: false, found: false, partner: transaction?.partner ?? null };
  }
  const joined = kind === "partner joined or changed group" && (partner?.joinedOn ?? null) === null;
  return {
    event: joined ? { ...event, on: marker.day } : event,
    isNew: false,
    found: marker.found,
    partner: partner?.key ?? null,
  };
}

/** Of one day's several runs the order is lost; but the numbers that a customer's sales were given stand. */
function inGivenOrder(
  events: readonly PastEvent[],
  numbers: ReadonlyMap<ProgramEvent, number>,
): readonly PastEvent[] {
  const places = new Map<Key, number[]>();
  events.forEach(({ event }, at) => {
    const customer = event.transaction?.customer;
    if (customer === undefined) return;
    const list = places.get(customer);
    if (list) list.push(at);
    else places.set(customer, [at]);
  });
  const ordered = [...events];
  const numberAt = (at: number) => numbers.get((events[at] as PastEvent).event) ?? 0;
  for (const list of places.values()) {
    const byNumber = [...list].sort((a, b) => numberAt(a) - numberAt(b) || a - b);
    list.forEach((at, i) => {
      ordered[at] = events[byNumber[i] as number] as PastEvent;
    });
  }
  return ordered;
}

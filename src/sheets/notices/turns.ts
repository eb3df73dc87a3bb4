import { type Day, mondayOf } from "../../engine/kernel/day";
import { fingerprint } from "../../engine/kernel/keys";
import { sortBy } from "../../engine/kernel/order";

/** The team's name in the tab; it is told before all partners. */
export const TEAM = "!team";
/** The name of a row that is nobody's: its turn counts how often rows were written. */
export const WRITTEN = "!written";

/**
 * What one recipient was told, as the hidden tab keeps it: before and after the mail of a turn. Which of both counts is said by
 * the mark beside the sheets, so that a run may be killed between any two calls (PARTNER-6c).
 */
export interface ToldRow {
  /** The partner's key in quotes, or the team's name. */
  readonly id: string;
  readonly turn: number;
  readonly before: string;
  readonly after: string;
}

/**
 * How far mails have gone, kept in the document's properties, which no older version of the sheets brings back: of the turn all
 * recipients up to `reached` were claimed, in the order of their places; of those after it none.
 */
export interface Mark {
  readonly turn: number;
  readonly reached: string;
  /** The last claimed one's mail may or may not have gone: no execution has said so yet. */
  readonly isOpen: boolean;
  /** How often rows had been written when a mail was last claimed. */
  readonly written: number;
  /** The last day on which any mail was claimed. */
  readonly on: Day;
  /** The Monday of the last week in which partners were told. */
  readonly week: Day;
  /** Since when partners are told, as Settings said when they began to be; null while they are not. */
  readonly since: Day | null;
}

/** A recipient's place in each turn; it names nobody (PRIVACY-2). */
export const placeOf = (id: string): string => (id === TEAM ? " " : fingerprint(id));

const wasReached = ({ turn, id }: ToldRow, mark: Mark): boolean =>
  turn < mark.turn || (turn === mark.turn && placeOf(id) <= mark.reached);

/** What this recipient was told. */
export const toldIn = (row: ToldRow, mark: Mark): string =>
  wasReached(row, mark) ? row.after : row.before;

/** Whether a mail was due to this recipient in a turn and has not gone. */
export const isUnreached = (row: ToldRow, mark: Mark): boolean =>
  row.before !== row.after && !wasReached(row, mark);

type Rows = ReadonlyMap<string, ToldRow>;
/** How often rows were written. */
export const writtenIn = (rows: Rows): number => rows.get(WRITTEN)?.turn ?? 0;

/** Whether the tab is an older version: rows are missing in it of which mails were claimed. */
export const isBehind = (rows: Rows, mark: Mark): boolean => writtenIn(rows) < mark.written;

/** Where nothing is remembered, as in a new home, all that the tab says was told. */
export const startMark = (rows: Rows, today: Day): Mark => ({
  turn: [...rows.values()].reduce(
    (most, { id, turn }) => Math.max(most, id === WRITTEN ? 0 : turn),
    0,
  ),
  reached: "\uffff",
  isOpen: false,
  written: writtenIn(rows),
  on: today,
  week: mondayOf(today),
  since: null,
});

/** What a recipient should be told: nothing new where `mail` is false. */
export interface Wanted {
  readonly id: string;
  readonly after: string;
  readonly mail: boolean;
}
/** A turn to take: rows to write before any of its mails is claimed, one batch after the other, then mails in their order. */
export interface Turn {
  readonly turn: number;
  readonly batches: readonly (readonly ToldRow[])[];
  readonly mails: readonly string[];
}

/**
 * The next turn. One that was begun is ended first: it takes in everybody who comes after those reached, and whoever comes
 * before waits for the turn after it. Rows are written before the first claim of their turn, which makes them count.
 */
export function nextTurn(rows: Rows, wanted: readonly Wanted[], mark: Mark): Turn {
  const isBegun = [...rows.values()].some(
    (row) => row.turn === mark.turn && isUnreached(row, mark),
  );
  const turn = isBegun ? mark.turn : mark.turn + 1;
  const reached = isBegun ? mark.reached : "";
  const changed: ToldRow[] = [];
  const mails: string[] = [];
  const wantedIds = new Set(wanted.map(({ id }) => id));
  const settle = (row: ToldRow | undefined, id: string, told: string) => {
    const stands = row && (row.before === row.after || wasReached(row, mark)) && row.after === told;
    if (!stands) changed.push({ id, turn, before: told, after: told });
  };
  for (const { id, after, mail } of wanted) {
    const row = rows.get(id);
    const before = row ? toldIn(row, mark) : "";
    if (!mail) settle(row, id, after);
    else if (placeOf(id) > reached) {
      mails.push(id);
      const stands = row?.turn === turn && row.before === before && row.after === after;
      if (!stands) changed.push({ id, turn, before, after });
    }
  }
  // A recipient who was due a mail and no longer is would keep the turn open.
  for (const [id, row] of rows)
    if (!wantedIds.has(id) && isUnreached(row, mark)) settle(undefined, id, row.before);
  const written = Math.max(writtenIn(rows), mark.written) + 1;
  const count = { id: WRITTEN, turn: written, before: "", after: "" };
  // The count is written first, so that no row is there without it. Where the tab is an older version, it is written last, so
  // that the tab is still known as one until all rows are there.
  const batches = isBehind(rows, mark)
    ? [changed, [count]]
    : changed.length > 0
      ? [[count, ...changed]]
      : [];
  return { turn, batches, mails: sortBy(mails, placeOf) };
}

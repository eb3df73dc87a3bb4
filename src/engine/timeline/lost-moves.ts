import type { EventTable } from "../judging/events";
import { tablesJudged } from "../judging/judged-as";
import { groupBy } from "../kernel/group-by";
import type { Key } from "../kernel/keys";
import type { Work } from "../program/work";
import type { GroupJudged } from "../tables/packed/groups-judged";
import { markerOf } from "../tables/packed/marker";
import { livedUntil } from "./lived-until";
import { dateOf, type LivedRow, ownPlace, type Place } from "./place";

interface Move extends GroupJudged {
  readonly place: Place;
  readonly partner: Key<"partners">;
}

/**
 * Moves partners whom an event of an unfinished run moved, where only the event's mark has arrived: its journal was lost
 * between two tabs (TRIG-8a). After a finished run *Lived until* has come to the mark's day, and whatever the group is, somebody
 * wanted it so.
 */
export function redoLostMoves(work: Work<LivedTables>): void {
  const lived = livedUntil(work);
  const moves: Move[] = [];
  for (const table of tablesJudged) {
    for (const row of work.all(table)) {
      const by = row.judgedAs?.by;
      const marker = markerOf(row);
      if (!by?.moved || !marker || marker.day <= lived) continue;
      const of = { table, row } as LivedRow;
      const place = ownPlace(of, dateOf(of) ?? { day: marker.day, time: "" });
      const partner = partnerOf(work, of);
      if (partner !== null) moves.push({ ...by, place, partner });
    }
  }
  moves.sort((a, b) => (a.place < b.place ? -1 : 1));
  for (const [key, [first, ...others]] of groupBy(moves, ({ partner }) => partner)) {
    const partner = work.get("partners", key);
    const to = (others[others.length - 1] ?? first)?.moved?.to ?? null;
    if (!partner || !first || partner.group !== first.group) continue;
    if (partner.groupJudged === first.group) {
      work.update("partners", key, { group: to, groupJudged: to });
    }
  }
}

type LivedTables = "settings" | "partners" | "customers" | "transactions" | "actions";

/** The partner whom a row is about: as stamped, else as the sheet has it now. */
export function partnerOf(work: Work<EventTable>, { table, row }: LivedRow): Key | null {
  switch (table) {
    case "partners":
      return row.key;
    case "customers":
      return row.partner;
    case "transactions":
      return markerOf(row) ? row.partner : (work.get("customers", row.customer)?.partner ?? null);
    case "actions":
      return row.partner ?? work.get("customers", row.customer)?.partner ?? null;
    default:
      return table satisfies never;
  }
}

import { cellWords } from "../kernel/cell-words";
import type { ProgramEvent } from "../rules/program-event";
import type { Partner } from "../tables";
import { addGroupJudged } from "../tables/packed/groups-judged";
import { markerOn } from "../tables/packed/marker";
import { type EventTable, tableOfEvent } from "./events";
import type { JudgedEvent, Judging } from "./judge-event";
import { judgedAs } from "./judged-as";

type When = Pick<Judging, "env" | "livedUntil">;

/**
 * Marks an event's row before it is judged, and stamps a sale with its partner, so that facts count it (TIME-6). What
 * comes of it follows by `mark`.
 */
export function markAsLived(
  judging: When & Pick<Judging, "work">,
  { kind, key, partner }: ProgramEvent,
): void {
  const { work, env, livedUntil } = judging;
  const judged = markerOn(key, env.today, livedUntil);
  const table = tableOfEvent[kind];
  if (table !== "partners") work.update(table, key, { judged, ...stamp(table, partner) } as never);
}

/** A sale's row keeps whose it is. */
const stamp = (table: EventTable, partner: Partner | null) =>
  table === "transactions" ? { partner: partner?.key ?? null } : {};

/** Marks an event's row as judged, and says what came of it (SHEET-26); `group` is the partner's before it. */
export function mark(
  judging: Judging,
  { kind, key, on, partner }: ProgramEvent,
  number: number,
  { acted, outcome, moved }: JudgedEvent,
  group: string | null,
): void {
  const { work, env, livedUntil, triggers } = judging;
  const by = partner && {
    group,
    moved: moved ? { to: work.get("partners", partner.key)?.group ?? null } : null,
  };
  const judged = markerOn(key, env.today, livedUntil, { number, acted });
  const table = tableOfEvent[kind];
  if (table !== "partners") {
    const said = judgedAs(work, table, key, triggers, { by, outcome, partner: partner?.key ?? "" });
    const judgedRow = { judged, judgedAs: said, outcome: cellWords(outcome) };
    work.update(table, key, { ...judgedRow, ...stamp(table, partner) } as never);
  } else if (partner !== null) {
    // A change of group has a key of its own; the row's marker stays that of the joining.
    work.update("partners", partner.key, {
      ...(key === partner.key ? { judged } : {}),
      ...(moved ? {} : { groupJudged: partner.group }),
      groupsJudged: addGroupJudged(partner.groupsJudged, {
        key,
        on,
        from: key === partner.key ? group : partner.groupJudged,
        group,
        moved: by?.moved ?? null,
      }),
    });
  }
}

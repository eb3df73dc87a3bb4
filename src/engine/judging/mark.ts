import type { ProgramEvent } from "../rules/program-event";
import { addGroupJudged } from "../tables/packed/groups-judged";
import type { JudgedEvent, Judging } from "./judge-event";
import { judgedAs } from "./judged-as";

/** Marks an event's row as judged, and says what came of it (product.md §2); `group` is the partner's before it. */
export function mark(
  { work, env, triggers }: Judging,
  { kind, key, on, partner }: ProgramEvent,
  number: number,
  { acted, outcome, moved }: JudgedEvent,
  group: string | null,
): void {
  const by = partner && {
    group,
    moved: moved ? { to: work.get("partners", partner.key)?.group ?? null } : null,
  };
  const judged = { key, day: env.today, number, acted, found: false };
  switch (kind) {
    case "transaction created":
      work.update("transactions", key, {
        judged,
        judgedAs: judgedAs(work, "transactions", key, triggers, by),
        outcome,
        partner: partner?.key ?? null,
      });
      return;
    case "customer created":
      work.update("customers", key, {
        judged,
        judgedAs: judgedAs(work, "customers", key, triggers, by),
        outcome,
      });
      return;
    case "action recorded":
      work.update("actions", key, {
        judged,
        judgedAs: judgedAs(work, "actions", key, triggers, by),
        outcome,
      });
      return;
    case "partner joined or changed group":
      if (partner === null) return;
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
      return;
    default:
      kind satisfies never;
  }
}

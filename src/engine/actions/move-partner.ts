import type { Acted, ActionDefinition } from "./action";

/** Moves the partner to a group; the triggers after it see that. At most once an event (TRIG-5, TRIG-9). */
export const movePartner: ActionDefinition<{ readonly group: string }> = {
  fields: [["group"]],
  parse: ({ group }) =>
    group === null
      ? {
          ok: false,
          complaints: [{ column: "group", message: "Name the group to move the partner to." }],
        }
      : { ok: true, value: { group } },
  summary: ({ group }) => `the partner moves to ${group}`,
  effect: ({ group }) => `the partner would move to ${group}`,
  unsettles: /^partner\.Group/,
  act({ group }, { work, trigger, event, partner, isTest, hasMoved }): Acted {
    if (partner.group === group) return { made: false, said: `found the partner in ${group}` };
    if (hasMoved) {
      work.report({
        code: "MOVE_REFUSED",
        at: { table: "Triggers", row: trigger.key, column: "Group" },
        message: `For ${event.key} the partner was moved already, so the move to ${group} was refused.`,
      });
      return { made: false, said: `refused a second move, to ${group}` };
    }
    if (isTest) return { made: false, said: `would move the partner to ${group}` };
    work.update("partners", partner.key, { group });
    return { made: false, moved: true, said: `moved the partner to ${group}` };
  },
};

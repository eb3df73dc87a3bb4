import { deriveTouched } from "../invoices/derive-touched";
import { eventIn, type Key, rewardKeyIn } from "../kernel/keys";
import type { Work } from "../program/work";
import { isLocked } from "../rewards/final";
import { isLegalMove, moveReward } from "../rewards/status-moves";
import { finding, type HealthCheck } from "./health-check";

const sources = ["transactions", "customers", "actions", "partners"] as const;
const REASON = "the row it was made for was deleted";

/** Rewards and running drips that stand although the row that they were made for is gone (RUN-16). */
export const causesGone: HealthCheck = {
  label: "Rewards without their cause",
  marks: true,
  find: (work) => [
    ...work.all("rewards").flatMap((reward) => {
      const { key, trigger, source, status } = reward;
      const event = source === "trigger" && trigger !== null ? eventIn(key, trigger) : undefined;
      if (event === undefined || status === "declined" || hasRow(work, event)) return [];
      const canDecline = isLegalMove(reward, "declined") && !isLocked(work, reward);
      const message = `The row “${event}” that it was made for is missing: it was deleted, or its key was changed. Restore that row${canDecline ? ", or decline the reward" : ""}.`;
      const column = reward.transaction === null ? "customer" : "transaction";
      return [finding("rewards", key, column, message, canDecline ? ["decline"] : [])];
    }),
    ...work.where("drips", "status", "Created").flatMap(({ key, trigger }) => {
      const event = trigger === null ? undefined : eventIn(rewardKeyIn(key), trigger);
      if (event === undefined || hasRow(work, event)) return [];
      const message = `The row “${event}” that started it is missing: it was deleted, or its key was changed. Restore that row, or end the drip. Until then it keeps running.`;
      return [finding("drips", key, "transaction", message)];
    }),
  ],
  repairs: {
    decline: {
      label: "Decline it",
      act: (work, { key }, env) => {
        const reward = work.get("rewards", key);
        if (!reward) return "";
        moveReward(work, reward, {
          status: "declined",
          reason: REASON,
          by: env.user,
          on: env.today,
        });
        deriveTouched(work);
        return `Declined ${key}`;
      },
    },
  },
};

/** A partner's change of group names the partner, the day and the group. */
function hasRow(work: Work, event: Key): boolean {
  const partner = event.replace(/@\d{4}-\d{2}-\d{2}( .*)?$/, "");
  return sources.some((table) => work.has(table, event)) || work.has("partners", partner);
}

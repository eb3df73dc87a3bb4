import { deriveTouched } from "../invoices/derive-touched";
import { eventTables } from "../judging/events";
import { eventIn, isGroupChange, type Key, rewardKeyIn } from "../kernel/keys";
import type { Work } from "../program/work";
import { isLocked } from "../rewards/final";
import { isLegalMove, moveReward } from "../rewards/status-moves";
import { finding, type HealthCheck } from "./health-check";

/** Its amount is not known, nor are sales that earned nothing (FACT-9a). */
const COUNTS = " Until then it still counts as one of the customer's sales, though not in revenue.";
const REASON = "the row it was made for was deleted";

/** Rewards and running drips that stand although the row that they were made for is gone (RUN-16). */
export const causesGone: HealthCheck = {
  label: "Rewards without their cause",
  marks: true,
  find: (work) => [
    ...work.all("rewards").flatMap((reward) => {
      const { key, trigger, source, status } = reward;
      const isMade = source === "trigger" && trigger !== null && status !== "declined";
      const event = isMade ? eventIn(key, trigger) : undefined;
      if (event === undefined || hasRow(work, event, reward)) return [];
      const canDecline = isLegalMove(reward, "declined") && !isLocked(work, reward);
      const message = `The row “${event}” that it was made for is missing: it was deleted, or its key was changed. Restore that row${canDecline ? ", or decline the reward" : ""}.${reward.transaction === null ? "" : COUNTS}`;
      const column = reward.transaction === null ? "customer" : "transaction";
      return [finding("rewards", key, column, message, canDecline ? ["decline"] : [])];
    }),
    ...work.where("drips", "status", "Created").flatMap((drip) => {
      const { key, trigger } = drip;
      const event = trigger === null ? undefined : eventIn(rewardKeyIn(key), trigger);
      if (event === undefined || hasRow(work, event, drip)) return [];
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

/** Whether the event's row is there; that of a change of group is its partner's. */
const hasRow = (work: Work, event: Key, { partner }: { readonly partner: Key }): boolean =>
  eventTables.some((table) => work.has(table, event)) ||
  (isGroupChange(event, partner) && work.has("partners", partner));

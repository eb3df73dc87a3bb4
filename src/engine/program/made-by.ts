import {
  firstRewardKey,
  isOfEvent,
  type Key,
  occurrenceKey,
  readEventKey,
  readRewardKey,
  rewardKey,
  rewardKeyIn,
} from "../kernel/keys";
import type { Reward } from "../tables";
import type { Why } from "../tables/packed/why";

/**
 * What made a reward of an event, or a drip's part, as its key says: its source, its trigger and, where *Why* or the cells
 * beside it say that the event was a sale, that sale.
 */
export function madeBy(key: Key, why: Reward["why"], text: (id: string) => string) {
  if (!isOfEvent(key)) return {};
  const source = sourceOf(key, why);
  const { drip } = readRewardKey(key);
  const event = drip === undefined ? firstRewardKey(key) : rewardKeyIn(drip);
  const said = { transaction: text("transaction"), trigger: text("trigger") };
  if (drip !== undefined) {
    const { trigger } = readEventKey(event, said);
    return { source, ...(trigger !== undefined && { trigger }) };
  }
  const own = ownWhy(key, why);
  if (own?.by !== "trigger") return { source, ...readEventKey(event, said) };
  const transaction = own.kind === "transaction created" ? own.event : "";
  return { source, trigger: own.trigger, transaction };
}

/** What a reward was made by, as its key says. */
export function sourceOf(key: Key, why: Reward["why"]): Reward["source"] {
  const { drip, adjusts } = readRewardKey(key);
  if (drip !== undefined) return "drip";
  if (isOfEvent(key)) return "trigger";
  const isWriteOff = why?.by === "person" && why.what === "write-off";
  return adjusts !== undefined || isWriteOff ? "adjustment" : "manual";
}

/** Why a reward exists, where that is its own and no other row's: its key says the same. */
export function ownWhy(
  key: Key,
  why: Reward["why"],
): Extract<Why, { by: "trigger" | "drip" }> | undefined {
  if (why?.by === "trigger" && rewardKey(why.event, why.trigger) === firstRewardKey(key))
    return why;
  return why?.by === "drip" && occurrenceKey(why.drip, why.k) === key ? why : undefined;
}

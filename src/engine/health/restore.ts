import { insertDrip } from "../drips/frozen-terms";
import { dueDate } from "../drips/occurrences";
import { deriveDrip } from "../drips/progress";
import { releasePart } from "../drips/release";
import { tableOfEvent } from "../judging/events";
import { type Day, day } from "../kernel/day";
import type { Env } from "../kernel/env";
import { dripKey, type Key, occurrenceKey, rewardKey, triggerIn } from "../kernel/keys";
import { DomainError } from "../kernel/problem";
import { eventKinds } from "../kernel/vocabulary";
import { begin, type Work } from "../program/work";
import { grantReward } from "../rewards/grant";
import { holdOf } from "../rewards/hold";
import { originOf } from "../rewards/origin";
import { nameOfEvent, trialsOf } from "../simulate/trial";
import type { Drip } from "../tables";
import type { HoldReason } from "../tables/packed/hold-reasons";
import type { Finding } from "./health-check";

const RESTORED: HoldReason = { cause: "restored" };
const BEFORE_ALL = day("0001-01-01") as Day;

/** Makes one occurrence of a drip again, by the code of a run, held. Throws REPAIR_IMPOSSIBLE where it comes to nothing. */
export function restoreOccurrence(work: Work, drip: Drip, k: number): void {
  const copy: Work = begin(work.program);
  const before = copy.update("drips", drip.key, { settled: k - 1, skipped: null });
  releasePart(copy, before, { k, due: dueDate(drip, k) }, "");
  const key = occurrenceKey(drip.key, k);
  if (!restoreFrom(copy, work, key)) throw impossible(key);
  deriveDrip(work, drip.key);
}

/** Makes again what a trigger made for a row, as the triggers of now would, held. Throws REPAIR_IMPOSSIBLE. */
export function restoreDeed(work: Work, { table, key, id }: Finding, env: Env): void {
  const kind = eventKinds.find((each) => tableOfEvent[each] === table);
  const trigger = triggerIn(id, key);
  if (!kind) throw impossible(id);
  const made = trialsOf(work.program, env, new Set([nameOfEvent(kind, key)]), BEFORE_ALL).work;
  if (restoreFrom(made, work, rewardKey(key, trigger))) return;
  const drip = made.get("drips", dripKey(key, trigger));
  if (!drip) throw impossible(id);
  const restored = insertDrip(work, {
    ...drip,
    settled: lastMade(work, drip),
    heldReason: drip.heldReason ?? [RESTORED],
    run: null,
  });
  deriveDrip(work, restored.key);
}

function restoreFrom(from: Work, work: Work, key: Key): boolean {
  const reward = from.get("rewards", key);
  if (!reward) return false;
  const { status: _, ...made } = reward;
  const hold = [...holdOf(reward), RESTORED];
  return grantReward(work, { ...made, from: originOf(reward), run: null, hold }) !== undefined;
}

/** The last occurrence whose reward is there: the drip goes on after it. */
function lastMade(work: Work, { key, occurrences }: Drip): number {
  for (let k = occurrences; k > 0; k--) if (work.has("rewards", occurrenceKey(key, k))) return k;
  return 0;
}

const impossible = (key: Key): DomainError =>
  new DomainError(
    "REPAIR_IMPOSSIBLE",
    `“${key}” can't be calculated again. Restore its row from the version history, or mark it as void.`,
  );

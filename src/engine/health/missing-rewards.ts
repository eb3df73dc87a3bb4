import { deriveDrip } from "../drips/progress";
import { emptyPartsOf, listParts, settledOf, skippedOf } from "../drips/skipped";
import { type EventTable, eventTables } from "../judging/events";
import { messageOf } from "../judging/judged-as";
import { cellWords } from "../kernel/cell-words";
import { dripKey, occurrenceKey, readRewardKey, rewardKey, triggerIn } from "../kernel/keys";
import { listed, say } from "../kernel/say";
import type { Work } from "../program/work";
import type { Drip } from "../tables";
import { markerOf } from "../tables/packed/marker";
import type { Finding, HealthCheck } from "./health-check";
import { restoreDeed, restoreOccurrence } from "./restore";

const ASK =
  "Restore it here or from the version history, or mark it as void. It is not made again automatically.";

/**
 * Rewards and drips that were made and whose rows are gone: a marker or a drip's *Settled* says so. A person
 * deleted them; nothing is remade by itself (SHEET-28).
 */
export const missingRewards: HealthCheck = {
  label: "Deleted rewards",
  marks: true,
  find: findMissing,
  repairs: {
    restore: {
      label: "Restore it, on hold",
      act: (work, finding, env) => {
        const at = occurrenceOf(work, finding);
        if (at) restoreOccurrence(work, at.drip, at.k);
        else restoreDeed(work, finding, env);
        return `Restored ${finding.id}`;
      },
    },
    void: {
      label: "It is void",
      act: (work, finding) => {
        const at = occurrenceOf(work, finding);
        if (at) voidOccurrence(work, at.drip, at.k);
        else voidDeed(work, finding);
        return `Declared ${finding.id} void`;
      },
    },
  },
};

/** The rewards and drips that are gone, one finding each. */
export function findMissing(work: Work): readonly Finding[] {
  return [
    ...eventTables.flatMap((table) => missingDeeds(work, table)),
    ...work.all("drips").flatMap((drip) => missingOccurrences(work, drip)),
  ];
}

function missingDeeds(work: Work, table: EventTable): readonly Finding[] {
  return work.all(table).flatMap(({ key, judged }) =>
    (markerOf({ key, judged })?.acted ?? [])
      .filter(
        (trigger) =>
          !work.has("rewards", rewardKey(key, trigger)) &&
          !work.has("drips", dripKey(key, trigger)),
      )
      .map((trigger) => ({
        id: rewardKey(key, trigger),
        table,
        key,
        column: "judged",
        message: `What trigger ${trigger} made for this row was deleted. ${ASK}`,
        repairs: ["restore", "void"],
      })),
  );
}

function missingOccurrences(work: Work, drip: Drip): readonly Finding[] {
  const settled = new Set([...emptyPartsOf(drip), ...skippedOf(drip)]);
  const found: Finding[] = [];
  for (let k = drip.after + 1; k <= settledOf(drip); k++) {
    const id = occurrenceKey(drip.key, k);
    if (settled.has(k) || work.has("rewards", id)) continue;
    const message = `Its occurrence ${k} was made and then deleted. ${ASK}`;
    const repairs = ["restore", "void"] as const;
    found.push({ id, table: "drips", key: drip.key, column: "settled", message, repairs });
  }
  return found;
}

function occurrenceOf(work: Work, { table, key, id }: Finding) {
  const drip = table === "drips" ? work.get("drips", key) : undefined;
  return drip && { drip, k: readRewardKey(id).occurrence ?? 0 };
}

/** Forfeited, as if it had been skipped: the other dates don't shift. */
function voidOccurrence(work: Work, drip: Drip, k: number): void {
  const skipped = listParts([...skippedOf(drip), k]);
  work.update("drips", drip.key, { skipped });
  deriveDrip(work, drip.key);
}

/** The row stays judged; its marker no longer names the trigger. */
function voidDeed(work: Work, { table, key, id }: Finding): void {
  const source = table as EventTable;
  const record = work.get(source, key);
  const marker = record && markerOf(record);
  if (!record || !marker) return;
  const trigger = triggerIn(id, key);
  const acted = marker.acted.filter((each) => each !== trigger);
  const judged = { ...marker, acted };
  if (source === "partners") work.update(source, key, { judged });
  else {
    const { judgedAs, outcome: words } = work.get(source, key) ?? { judgedAs: null, outcome: null };
    const before = judgedAs?.outcome ?? words;
    const outcome = say`${listed([...(before ? [before] : []), `what ${trigger} made is void`], " · ")}`;
    work.update(source, key, {
      judged,
      outcome: cellWords(outcome),
      ...(judgedAs ? { judgedAs: { ...judgedAs, outcome: messageOf(outcome) } } : {}),
    });
  }
}

import { planImport } from "../../intake/import/plan-import";
import { unpackPart } from "../../intake/import/wire-row";
import { groupBy } from "../../kernel/group-by";
import type { Key } from "../../kernel/keys";
import { apply } from "../../program/changeset";
import { begin, type Work } from "../../program/work";
import { writeSetting } from "../../program/write-setting";
import { simulate } from "../../simulate/simulate";
import { type Reward, tableNames } from "../../tables";
import { showSums } from "../shared/show-money";
import { useCase } from "../shared/use-case";
import { rowInputs } from "./import-rows";
import { insertPlan } from "./insert-plan";

/**
 * What the active triggers would make of a part of a file if it were taken in and a run came now: rewards and drips, by
 * trigger. A copy of the program lives its days by the steps of a live run; nothing is written (IMPORT-15).
 */
export const foreseeImport = useCase({
  name: "foresee-import",
  edits: "read only",
  inputs: rowInputs,
  reads: tableNames,
  decide: (work, { rows, startOn }, { today }) => {
    const plan = planImport(work, unpackPart(rows));
    const start = begin(work.program);
    if (startOn) writeSetting(start, "programStart", startOn);
    insertPlan(start, plan);
    const program = apply(work.program, start.changes());
    const { work: after } = simulate({ program, passes: () => [{ until: today }] });
    const isNew = {
      transaction: new Set<Key | null>([...plan.sales, ...plan.refunds].map(({ key }) => key)),
      customer: new Set<Key | null>(plan.customers.map(({ key }) => key)),
      partner: new Set<Key | null>(plan.partners.map(({ key }) => key)),
    };
    const isOfImport = (row: Cause): boolean =>
      isNew.transaction.has(row.transaction) ||
      (row.transaction === null &&
        (isNew.customer.has(row.customer) || isNew.partner.has(row.partner)));
    return {
      triggers: byTrigger(after, (table, row) => !work.has(table, row.key) && isOfImport(row)),
    };
  },
});

interface Cause {
  readonly key: Key;
  readonly transaction: Key | null;
  readonly customer: Key | null;
  readonly partner: Key;
}

/** What came of the rows, by trigger; declined rewards, such as those of a refunded sale, count no money. */
function byTrigger(work: Work, isOf: (table: "rewards" | "drips", row: Cause) => boolean) {
  const triggerOf = ({ trigger }: { readonly trigger: Key | null }): Key => trigger ?? "";
  const drips = groupBy(
    work.all("drips").filter((drip) => isOf("drips", drip)),
    triggerOf,
  );
  const isCounted = (reward: Reward) => isOf("rewards", reward) && reward.status !== "declined";
  const rewards = groupBy(work.all("rewards").filter(isCounted), triggerOf);
  return [...new Set([...drips.keys(), ...rewards.keys()])].map((trigger) => {
    const own = rewards.get(trigger) ?? [];
    return {
      trigger,
      name: work.get("triggers", trigger)?.name ?? trigger,
      rewards: own.length,
      drips: drips.get(trigger)?.length ?? 0,
      sums: showSums(own, work.settings.programCurrency),
    };
  });
}

import { planImport } from "../../intake/import/plan-import";
import { unpackPart } from "../../intake/import/wire-row";
import type { Key } from "../../kernel/keys";
import type { Currency } from "../../kernel/money";
import { apply } from "../../program/changeset";
import { begin, type Work } from "../../program/work";
import { writeSetting } from "../../program/write-setting";
import { simulate } from "../../simulate/simulate";
import { tableNames } from "../../tables";
import { showMoney } from "../shared/show-money";
import { useCase } from "../shared/use-case";
import { rowInputs } from "./import-rows";
import { insertPlan } from "./import-transactions";

/**
 * What the active triggers would make of a part of a file if it were taken in and a run came now: rewards and drips, by
 * trigger. A copy of the program lives its days by the steps of a live run; nothing is written (IMPORT-15).
 */
export const foreseeImport = useCase({
  name: "foresee-import",
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
  const found = new Map<Key, { rewards: number; drips: number; sums: Map<Currency, number> }>();
  const of = (trigger: Key | null) => {
    const key = trigger ?? "";
    const known = found.get(key) ?? { rewards: 0, drips: 0, sums: new Map<Currency, number>() };
    found.set(key, known);
    return known;
  };
  for (const drip of work.all("drips")) if (isOf("drips", drip)) of(drip.trigger).drips++;
  for (const reward of work.all("rewards")) {
    if (!isOf("rewards", reward) || reward.status === "declined") continue;
    const line = of(reward.trigger);
    line.rewards++;
    const { sums } = line;
    sums.set(reward.currency, (sums.get(reward.currency) ?? 0) + reward.amount);
  }
  return [...found].map(([trigger, { rewards, drips, sums }]) => ({
    trigger,
    name: work.get("triggers", trigger)?.name ?? trigger,
    rewards,
    drips,
    sums: [...sums].map(([currency, amount]) => showMoney({ amount, currency })),
  }));
}

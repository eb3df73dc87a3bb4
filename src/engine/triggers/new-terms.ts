import { percentBase } from "../actions/percent-base";
import { frozenCells, type Plan, promiseOf } from "../actions/start-drip";
import type { DripPrice } from "../drips/price";
import { clip } from "../kernel/cells";
import { eventIn, rewardKeyIn } from "../kernel/keys";
import type { Currency } from "../kernel/money";
import type { Work } from "../program/work";
import { judgedAmountOf } from "../sales/net-of-refunds";
import { currencyOf } from "../sales/refund-row";
import type { Drip, Trigger } from "../tables";
import type { Why } from "../tables/packed/why";

/**
 * A drip as it would be if its event had begun it with the terms that its trigger has now; the event is not judged again
 * (DRIP-45). Undefined where that can't be known: its trigger listens to something else now, its sale's row is gone, or
 * says no amount for what the percent is of.
 */
export function withNewTerms(
  work: Work<"settings" | "transactions">,
  drip: Drip,
  trigger: Trigger,
  plan: Plan,
): Drip | undefined {
  const { why } = drip;
  if (why?.by === "trigger" && why.kind !== trigger.event) return undefined;
  const priced = priceFor(work, drip, plan);
  if (!priced) return undefined;
  const sum = promiseOf(plan, priced.given);
  const reason: Why = {
    by: "trigger",
    event: eventIn(rewardKeyIn(drip.key), trigger.key) ?? "",
    kind: trigger.event,
    on: drip.eventDate,
    trigger: trigger.key,
    rules: null,
    deciding: null,
    left: null,
    notes: null,
    ...(why?.by === "trigger" && why),
    version: trigger.version,
    sum,
  };
  return {
    ...drip,
    ...frozenCells(work, trigger, plan, priced.given),
    currency: priced.currency,
    description: trigger.offer === null ? drip.description : clip(trigger.offer, 2_000),
    why: reason,
  };
}

function priceFor(
  work: Work<"settings" | "transactions">,
  drip: Drip,
  { price }: Plan,
): { readonly given: DripPrice; readonly currency: Currency } | undefined {
  if (price.kind === "flat") {
    const currency = price.currency ?? work.settings.programCurrency;
    return { given: { kind: "flat", amount: price.amount }, currency };
  }
  const { percent, of: column } = price;
  const sale = work.get("transactions", drip.transaction);
  const base = drip.base ?? (sale && judgedAmountOf(sale));
  const currency = drip.base === null ? sale && currencyOf(work, sale) : drip.currency;
  if (base === undefined || currency === undefined) return undefined;
  if (column === null) {
    return { given: { kind: "percent", percent, base, of: null, column }, currency };
  }
  const known = drip.percentOf === column ? drip.percentBase : null;
  const read = sale && percentBase(work, { transaction: sale, currency }, column);
  const of = known ?? (read && "amount" in read ? read.amount : undefined);
  return of === undefined
    ? undefined
    : { given: { kind: "percent", percent, base, of, column }, currency };
}

import { isRefunds, partsToCome } from "./first-events";
import { fullOn, refundNow } from "./refunds";
import { settle } from "./settle";
import { type Model, mains, type Row, saleOf } from "./state";

/** A refund takes effect, again or as it was corrected: on the drips of its sale, and on what was made for it. */
export function liveRefund(m: Model, row: Row): void {
  const old = row.counted;
  row.counted = refundNow(m, row);
  const sales = new Set([old?.sale, row.counted?.sale]);
  for (const key of sales) {
    const sale = saleOf(m, key);
    if (!sale) continue;
    const full = sale.judgedAmount === 0 ? undefined : fullOn(m, sale);
    for (const drip of m.drips.values()) {
      if (drip.sale !== sale.key) continue;
      const wasRefunds = isRefunds(drip);
      if (full === undefined && wasRefunds) drip.revived = true;
      const isOver = !wasRefunds && partsToCome(drip).length === 0;
      drip.ends = drip.ends.filter(({ cause }) => cause !== "refund");
      if (full !== undefined && !isOver) drip.ends.push({ on: full, cause: "refund" });
    }
    for (const reward of mains(m)) if (reward.sale === sale.key) settle(m, reward, row.date);
  }
}

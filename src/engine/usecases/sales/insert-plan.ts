import type { ImportPlan } from "../../intake/import/plan-import";
import type { Sentence } from "../../kernel/message";
import { plural, say } from "../../kernel/say";
import type { Work } from "../../program/work";

/** Puts what is planned into the program: rows not yet judged, as if they were typed (SHEET-25). */
export function insertPlan(
  work: Work<"partners" | "customers" | "transactions">,
  plan: ImportPlan,
): void {
  for (const partner of plan.partners) work.insert("partners", partner);
  for (const customer of plan.customers) work.insert("customers", customer);
  for (const row of [...plan.sales, ...plan.refunds]) work.insert("transactions", row);
}

/** What an import took in, as Activity says it. */
export const tookIn = ({ sales, refunds, customers, partners }: ImportPlan): Sentence =>
  say`${plural(sales.length, "sale")}, ${plural(refunds.length, "refund")}, ${plural(customers.length, "customer")}, ${plural(partners.length, "partner")}`;

/** How many new sales are dated before the program's start: history, which earns nothing. */
export const countHistory = ({ sales }: ImportPlan, start: string): number =>
  sales.filter(({ date }) => (date?.day ?? "") < start).length;

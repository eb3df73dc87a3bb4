import { clip } from "../../kernel/cells";
import { toDecimal } from "../../kernel/money";
import { ownKey, sortBy } from "../../kernel/order";
import { isRefund } from "../../sales/refund-row";
import { customerName, partnerName } from "../shared/names";
import { useCase } from "../shared/use-case";

/** How far a team has come with a new program, for the list of first steps (RUN-21). */
export const firstHour = useCase({
  name: "first-hour",
  edits: "read only",
  inputs: {},
  reads: ["partners", "customers", "transactions", "triggers", "rewards", "activity"],
  decide: (work) => {
    const partners = work.all("partners");
    const customers = work.all("customers");
    const [reward] = sortBy(work.all("rewards"), ({ earnedOn }) => earnedOn, ownKey);
    return {
      partners: partners.length,
      /** Of whom the next customer probably is: the partner added last. */
      partner: named(partners[partners.length - 1], (key) => partnerName(work, key)),
      customers: customers.length,
      customer: named(customers[customers.length - 1], (key) => customerName(work, key)),
      sales: work.all("transactions").filter((sale) => !isRefund(sale)).length,
      activeTriggers: work.where("triggers", "state", "active").length,
      runs: work.all("activity").filter(({ data }) => data?.kind === "run").length,
      /** The first reward there is; its amount is decimal text. */
      reward: reward
        ? {
            key: reward.key,
            partnerName: clip(partnerName(work, reward.partner), 100),
            amount: toDecimal(reward),
            currency: reward.currency,
          }
        : null,
    };
  },
});

const named = (row: { readonly key: string } | undefined, nameOf: (key: string) => string) =>
  row ? { key: row.key, name: clip(nameOf(row.key), 100) } : null;

import {
  currencyField,
  keyField,
  madeKeyField,
  textField,
  wordField,
  yesNoField,
} from "../../kernel/fields";
import { input } from "../../kernel/input";
import { rewardSources, rewardStatuses } from "../../kernel/vocabulary";
import type { Work } from "../../program/work";
import type { Reward } from "../../tables";
import { everyWord, folded } from "../shared/find-by-text";
import { type Page, pageInputs, pageOf } from "../shared/paging";
import { type RewardView, rewardViews } from "../shared/reward-view";
import { useCase } from "../shared/use-case";

/**
 * The rewards that meet every filter given, newest earned first. The search finds each of its words in what the
 * reward, its partner and its customer say, so "commission" and "reward" are left out of it: they are the same
 * thing (REWARD-3).
 */
export const listRewards = useCase({
  name: "list-rewards",
  edits: "read only",
  inputs: {
    search: input("Search", textField),
    status: input("Status", wordField(rewardStatuses)),
    partner: input("Partner", keyField),
    customer: input("Customer", keyField),
    invoice: input("Invoice", keyField),
    onInvoice: input("On an invoice", yesNoField),
    currency: input("Currency", currencyField),
    source: input("Source", wordField(rewardSources)),
    drip: input("Drip", madeKeyField),
    ...pageInputs,
  },
  reads: ["settings", "rewards", "partners", "customers", "invoices"],
  decide: (work, { search, page, skip, onInvoice, ...filters }): Page<RewardView> => {
    const says = everyWord(withoutSame(search ?? ""));
    const columns = (
      ["partner", "invoice", "drip", "status", "customer", "currency", "source"] as const
    ).filter((column) => filters[column] !== null);
    const [first, ...others] = columns;
    const rows = first
      ? work.where("rewards", first, filters[first] as never)
      : work.all("rewards");
    const found = rows
      .filter((reward) => others.every((column) => reward[column] === filters[column]))
      .filter(({ invoice }) => onInvoice === null || onInvoice === (invoice !== null))
      .filter((reward) => says(() => textsOfReward(work, reward)));
    return pageOf([...found].sort(newestFirst), { page, skip }, rewardViews(work));
  },
});

const SAME_THING = ["reward", "rewards", "commission", "commissions"];

const withoutSame = (search: string): string =>
  folded(search)
    .split(/\s+/)
    .filter((word) => !SAME_THING.includes(word))
    .join(" ");

/** What a reward is found by. */
export function textsOfReward(
  work: Work<"partners" | "customers">,
  { key, partner, customer, description, reason, invoice }: Reward,
) {
  const who = work.get("partners", partner);
  const whom = work.get("customers", customer);
  const texts = [key, partner, who?.name, who?.email, customer, whom?.name, whom?.email];
  return [...texts, description, reason, invoice];
}

function newestFirst(a: Reward, b: Reward): number {
  if (a.earnedOn !== b.earnedOn) return a.earnedOn < b.earnedOn ? 1 : -1;
  return a.key < b.key ? -1 : 1;
}

import {
  currencyField,
  keyField,
  madeKeyField,
  numberField,
  textField,
  wordField,
  yesNoField,
} from "../../kernel/fields";
import { type InputOf, input } from "../../kernel/input";
import { toCellNumber } from "../../kernel/money";
import { down, type Place } from "../../kernel/order";
import { rewardSources, rewardStatuses } from "../../kernel/vocabulary";
import { type RowsOf, some } from "../../program/reads";
import type { WorkOn } from "../../program/work";
import { folded } from "../shared/find-by-text";
import { matching } from "../shared/list";
import { partnerName } from "../shared/names";

/** What rewards can be filtered by, wherever they are listed, summed or chosen. */
export const rewardFilters = {
  status: input("Status", wordField(rewardStatuses)),
  partner: input("Partner", keyField),
  customer: input("Customer", keyField),
  invoice: input("Invoice", keyField),
  onInvoice: input("On an invoice", yesNoField),
  currency: input("Currency", currencyField),
  source: input("Source", wordField(rewardSources)),
  trigger: input("Trigger", keyField),
  drip: input("Drip", madeKeyField),
  reason: input("Reason", textField, { hint: "The whole reason of those on hold or declined." }),
  without: input("Without", wordField(["trigger", "reason"] as const)),
  least: input("Amount from", numberField, { hint: "In the reward's own currency." }),
  most: input("Amount to", numberField),
};

/** Words of a search that say nothing: "commission" and "reward" are the same thing (REWARD-3). */
export const ignoredWords = ["reward", "rewards", "commission", "commissions"];

/** What of rewards they are found by. */
export const foundBy = [
  "status",
  "partner",
  "customer",
  "invoice",
  "currency",
  "source",
  "trigger",
  "drip",
  "reason",
  "amount",
  "description",
  "earnedOn",
  "paidOn",
] as const;
const found = some("rewards", ...foundBy);
export type Found = RowsOf<typeof found>["rewards"];

/** The rewards that meet every filter given. */
export function filteredRewards<R extends Found>(
  work: WorkOn<{ readonly rewards: R }>,
  given: InputOf<typeof rewardFilters>,
): readonly R[] {
  const { status, partner, customer, invoice, onInvoice, currency, source, trigger, drip } = given;
  const { reason, without, least, most } = given;
  const asked = { status, partner, customer, invoice, currency, source, trigger, drip, reason };
  return matching(work, "rewards", asked as never).filter((reward) => {
    const amount = toCellNumber(reward);
    return (
      (onInvoice === null || onInvoice === (reward.invoice !== null)) &&
      (without === null || reward[without] === null) &&
      (least === null || amount >= least) &&
      (most === null || amount <= most)
    );
  });
}

/** In which order rewards are listed; what is equal comes by its key. */
export const rewardOrders = [
  "earned last",
  "earned first",
  "largest",
  "smallest",
  "partner",
  "partner, last first",
  "status",
  "status, last first",
] as const;
export type RewardOrder = (typeof rewardOrders)[number];

export function placesOf(
  work: Parameters<typeof partnerName>[0],
  order: RewardOrder | null,
): readonly Place<Found>[] {
  const name = ({ partner }: Found) => folded(partnerName(work, partner));
  const currency = ({ currency: of }: Found) => of;
  const earned = ({ earnedOn }: Found) => earnedOn;
  const status = ({ status: is }: Found) => rewardStatuses.indexOf(is);
  const places: { readonly [O in RewardOrder]: readonly Place<Found>[] } = {
    "earned last": [down(earned)],
    "earned first": [earned],
    largest: [currency, down(toCellNumber)],
    smallest: [currency, toCellNumber],
    partner: [name],
    "partner, last first": [down(name)],
    status: [status, down(earned)],
    "status, last first": [down(status), down(earned)],
  };
  return places[order ?? "earned last"];
}

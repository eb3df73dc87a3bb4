import { takeWhileFits } from "../../kernel/bytes";
import { clip } from "../../kernel/cells";
import { byCurrency } from "../../kernel/currency-order";
import { textField, wordField } from "../../kernel/fields";
import { groupBy } from "../../kernel/group-by";
import { input } from "../../kernel/input";
import { ownKey, sortBy } from "../../kernel/order";
import { type RowsOf, some } from "../../program/reads";
import type { Work, WorkOn } from "../../program/work";
import { folded } from "../shared/find-by-text";
import { partnerName } from "../shared/names";
import { countAndSum } from "../shared/show-money";
import { useCase } from "../shared/use-case";
import { foundRewards } from "./list-rewards";
import { type Found, foundBy, rewardFilters } from "./reward-filters";

const groupings = ["partner", "trigger", "status", "reason"] as const;
type Grouping = (typeof groupings)[number];
const reads = [
  "settings",
  some("rewards", ...foundBy),
  "partners",
  some("customers", "name", "email"),
  "triggers",
] as const;
type Rows = RowsOf<(typeof reads)[number]>;

/**
 * What a list of rewards comes to: their number and sum by currency, in groups or as a whole, with what can be chosen
 * to filter them by. Read when many are to be decided on at once, so that the sum is said first (REWARD-24).
 */
export const sumRewards = useCase({
  name: "sum-rewards",
  edits: "read only",
  inputs: {
    search: input("Search", textField),
    by: input("Group by", wordField(groupings)),
    ...rewardFilters,
  },
  reads,
  decide: (work, { search, by, ...filters }, env) => {
    const found = foundRewards(work, { search, ...filters }, env);
    const sums = sumsOf(work, found);
    const groups = by === null ? [] : groupsOf(work, by, found);
    const shown = takeWhileFits(groups, 40_000, (group) => group);
    return {
      count: found.length,
      sums,
      /** The groups, by name; `more` are left out. */
      groups: shown,
      more: groups.length - shown.length,
      /** What occurs among the rewards of the status, whatever else is filtered. */
      choices: choicesOf(work, filters.status),
    };
  },
});

/** Number and decimal sum by currency, the program's first. */
function sumsOf(work: Work<"settings">, rewards: readonly Found[]) {
  return byCurrency(rewards, work.settings.programCurrency).map(([currency, own]) => ({
    currency,
    ...countAndSum(own, currency),
  }));
}

const valueIn = (reward: Found, by: Grouping): string => reward[by] ?? "";

function nameOf(work: WorkOn<Rows>, by: Grouping, value: string): string {
  if (by === "partner") return partnerName(work, value);
  if (by === "trigger") return clip(work.get("triggers", value)?.name ?? value);
  return clip(value, 300);
}

function groupsOf(work: WorkOn<Rows>, by: Grouping, rewards: readonly Found[]) {
  const byValue = groupBy(rewards, (reward) => valueIn(reward, by));
  const groups = [...byValue].map(([key, own]) => ({
    key,
    name: nameOf(work, by, key),
    count: own.length,
    sums: sumsOf(work, own),
  }));
  return sortBy(groups, ({ name }) => folded(name), ownKey);
}

/** The values of each filter, by name, as many as a form can offer. */
function choicesOf(work: WorkOn<Rows>, status: Found["status"] | null) {
  const all = status === null ? work.all("rewards") : work.where("rewards", "status", status);
  const choices = (by: Grouping) => {
    const values = [...new Set(all.map((reward) => valueIn(reward, by)))].filter(Boolean);
    const named = values.map((key) => ({ key, name: nameOf(work, by, key) }));
    return takeWhileFits(
      sortBy(named, ({ name }) => folded(name), ownKey),
      15_000,
      (each) => each,
    );
  };
  return {
    partners: choices("partner"),
    triggers: choices("trigger"),
    reasons: choices("reason"),
    sources: [...new Set(all.map(({ source }) => source))].sort(),
  };
}

import { takeWhileFits } from "../../kernel/bytes";
import { textField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { toDecimal } from "../../kernel/money";
import { ownKey, sortBy } from "../../kernel/order";
import { some } from "../../program/reads";
import { isLocked } from "../../rewards/final";
import { movesFrom } from "../../rewards/status-moves";
import { useCase } from "../shared/use-case";
import { foundRewards } from "./list-rewards";
import { foundBy, rewardFilters } from "./reward-filters";

/**
 * The rewards that a search and filters find, as little of each as deciding on it takes: its key, amount, currency, and which
 * of `kinds` says the statuses that it may get. `more` don't fit into the reply.
 */
export const chooseRewards = useCase({
  name: "choose-rewards",
  edits: "read only",
  inputs: { search: input("Search", textField), ...rewardFilters },
  reads: [
    some("rewards", ...foundBy, "firstInvoice", "decidedBy"),
    "partners",
    some("customers", "name", "email"),
    "invoices",
  ],
  decide: (work, given, env) => {
    const found = foundRewards(work, given, env);
    const kinds: ReturnType<typeof movesFrom>[] = [];
    const rows = takeWhileFits(sortBy(found, ownKey), 80_000, (reward) => {
      const moves = isLocked(work, reward) ? [] : movesFrom(reward);
      const same = kinds.findIndex((each) => each.join() === moves.join());
      const kind = same < 0 ? kinds.push(moves) - 1 : same;
      return [reward.key, toDecimal(reward), reward.currency, kind] as const;
    });
    return { rows, kinds, more: found.length - rows.length };
  },
});

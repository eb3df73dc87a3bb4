import { follow } from "../../invoices/derive-touched";
import type { Day } from "../../kernel/day";
import type { Env } from "../../kernel/env";
import type { Key } from "../../kernel/keys";
import { DomainError } from "../../kernel/problem";
import type { Work } from "../../program/work";
import { isOnFinal } from "../../rewards/final";
import type { Reward } from "../../tables";
import { recordText } from "../shared/chosen-rewards";
import { logAct } from "../shared/log-act";
import { type ShownMoney, showMoney } from "../shared/show-money";

export interface InvoiceLinesOutput {
  /** The invoices whose lines changed, as they are now. */
  readonly invoices: readonly {
    readonly key: Key;
    readonly lines: number;
    readonly total: ShownMoney;
  }[];
  readonly rewards: readonly {
    readonly key: Key;
    /** Where it stands now; null where it waits for the next opening. */
    readonly invoice: Key | null;
    readonly estimatedPayment: Day | null;
  }[];
}

type Tables = "settings" | "rewards" | "invoices" | "payouts" | "drips" | "activity";

/**
 * Puts each reward where `placeOf` says (null: off its invoice), and logs it as one act, which `doing` begins to
 * say ("Moved"); nothing is logged where all stand there already. Throws REWARD_LOCKED for one on a final invoice.
 */
export function placeRewards(
  work: Work<Tables>,
  env: Env,
  rewards: readonly Reward[],
  placeOf: (reward: Reward) => Key | null,
  act: { readonly doing: string; readonly where: string },
): InvoiceLinesOutput {
  if (rewards.some((reward) => isOnFinal(work, reward))) throw new DomainError("REWARD_LOCKED");
  const places = new Map(rewards.map((reward) => [reward.key, placeOf(reward)]));
  const moving = rewards.filter(({ key, invoice }) => places.get(key) !== invoice);
  for (const { key } of moving) work.update("rewards", key, { invoice: places.get(key) ?? null });
  const touched = [...rewards.map(({ invoice }) => invoice), ...places.values()];
  follow(
    work,
    rewards.map(({ key }) => key),
    touched,
  );
  if (moving.length > 0) {
    logAct(work, env, {
      what: `${act.doing} ${moving.length} ${moving.length === 1 ? "reward" : "rewards"} ${act.where}`,
      record: recordText(moving.map(({ key }) => key)),
      from: named(moving.map(({ invoice }) => invoice)),
      to: named(moving.map(({ key }) => places.get(key) ?? null)),
    });
  }
  return output(work, rewards, touched);
}

const named = (invoices: readonly (Key | null)[]): string =>
  [...new Set(invoices.map((each) => each ?? "no invoice"))].join(", ");

function output(
  work: Work<"rewards" | "invoices">,
  rewards: readonly Reward[],
  invoices: readonly (Key | null)[],
): InvoiceLinesOutput {
  const touched = [...new Set(invoices)].flatMap((key) => work.get("invoices", key) ?? []);
  return {
    invoices: touched.map(({ key, lines, total, currency }) => ({
      key,
      lines,
      total: showMoney({ amount: total, currency }),
    })),
    rewards: rewards.map((each) => {
      const { key, invoice, estimatedPayment } = work.get("rewards", each.key) ?? each;
      return { key, invoice, estimatedPayment };
    }),
  };
}

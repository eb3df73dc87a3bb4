import { groupBy } from "../../kernel/group-by";
import { fingerprint } from "../../kernel/keys";
import type { Currency } from "../../kernel/money";
import { sortBy } from "../../kernel/order";
import type { RewardStatus } from "../../kernel/vocabulary";

/** A reward as somebody was told of it; the amount in minor units. */
export interface ToldReward {
  readonly currency: Currency;
  readonly status: RewardStatus;
  readonly amount: number;
}
/** What somebody was told: rewards by a short hash of their keys, and short hashes of whatever else was said to be so. */
export interface Told {
  readonly rewards: ReadonlyMap<string, ToldReward>;
  readonly marks: ReadonlySet<string>;
}

const letters = { pending: "p", approved: "a", held: "h", declined: "d", paid: "y" } as const;
const statusOf = new Map(Object.entries(letters).map(([status, letter]) => [letter, status]));

/** As the text of a cell: a checksum, the marks, then a line of rewards for each currency. The same is always the same text. */
export function writeTold({ rewards, marks }: Told): string {
  const inOrder = sortBy(rewards, ([hash]) => hash);
  const lines = [...groupBy(inOrder, ([, { currency }]) => currency)].map(([currency, own]) =>
    [
      currency,
      ...own.map(([hash, { status, amount }]) => hash + letters[status] + amount.toString(36)),
    ].join(" "),
  );
  const text = [[...marks].sort().join(" "), ...lines.sort()].join("\n");
  return `t${fingerprint(text)}|${text}`;
}

/** Reads what `writeTold` wrote; null where that is nothing yet, undefined where somebody changed it. */
export function readTold(cell: string): Told | null | undefined {
  if (cell === "") return null;
  const text = cell.slice(cell.indexOf("|") + 1);
  if (cell !== `t${fingerprint(text)}|${text}`) return undefined;
  const [marks = "", ...lines] = text.split("\n");
  const rewards = new Map<string, ToldReward>();
  for (const line of lines) {
    const [currency, ...entries] = line.split(" ");
    for (const entry of entries) {
      rewards.set(entry.slice(0, HASH), {
        currency: currency as Currency,
        status: statusOf.get(entry.charAt(HASH) as never) as RewardStatus,
        amount: Number.parseInt(entry.slice(HASH + 1), 36),
      });
    }
  }
  return { rewards, marks: new Set(marks.split(" ").filter(Boolean)) };
}

/** Characters of a short hash. */
const HASH = 8;

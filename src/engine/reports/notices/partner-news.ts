import { findMissing } from "../../health/missing-rewards";
import { paymentEstimates } from "../../invoices/estimated-payment";
import { shortHash } from "../../invoices/left-the-house";
import { clip } from "../../kernel/cells";
import type { Day } from "../../kernel/day";
import type { Key } from "../../kernel/keys";
import { once } from "../../kernel/remembered";
import type { Work } from "../../program/work";
import { needsReason } from "../../rewards/status-moves";
import type { Reward } from "../../tables";
import { offersInForce } from "../page/partner-page";
import { newestFirst } from "../statements/newest-first";
import { isToTell } from "../statements/statement-below";
import type { Told, ToldReward } from "./told";

/** What a partner hears of a reward; null for `was` where it is new, for `now` where it is no more. */
export interface RewardNews {
  readonly kind: "reward";
  readonly was: ToldReward | null;
  readonly now: (ToldReward & RewardInfo) | null;
}
interface RewardInfo {
  readonly on: Day;
  readonly what: string;
  readonly reason: string | null;
  /** When it is expected to be paid; once paid, the real date. */
  readonly pay: Day | null;
}
/** What a partner hears (PARTNER-6). */
export type PartnerNews =
  | RewardNews
  /** A drip that ended early; `lost` parts of it never come. */
  | { readonly kind: "drip ended"; readonly what: string; readonly lost: number }
  /** An offer that is new, or whose terms changed. */
  | { readonly kind: "offer"; readonly text: string }
  | { readonly kind: "offers ended"; readonly count: number };

/** The most rewards (the latest) and running drips of a partner that are followed, so that what was told of them fits a cell. */
const MOST = 2_400;
const MOST_DRIPS = 500;

/** Answers what a partner has not heard yet, and what the partner knows once that is told. */
export function createNews(
  work: Work,
): (
  partner: Key,
  told: Told | null,
) => { readonly news: readonly PartnerNews[]; readonly now: Told } {
  const estimate = paymentEstimates(work);
  const offers = new Map(offersInForce(work).map((text) => [`o${shortHash(text)}`, text]));
  const isUnsure = once(() => unsureRewards(work));
  const said = (reward: Reward): RewardNews["now"] => ({
    ...toldOf(reward),
    on: reward.earnedOn,
    what: clip(reward.description ?? ""),
    reason: needsReason(reward.status) && reward.reason ? clip(reward.reason, 300) : null,
    pay: estimate(reward),
  });
  return (partner, told) => {
    const all = work.where("rewards", "partner", partner);
    const latest = newestFirst(all).slice(0, MOST);
    const rewards = new Map(latest.map((reward) => [shortHash(reward.key), reward]));
    const now = new Map([...rewards].map(([hash, reward]) => [hash, toldOf(reward)]));
    const news: PartnerNews[] = [];
    // Of a partner with more rewards than are followed, one that comes into sight again is not new.
    let isPastOldest = told === null || told.rewards.size < MOST;
    for (const [hash, reward] of [...rewards].reverse()) {
      const was = told?.rewards.get(hash) ?? null;
      isPastOldest ||= was !== null;
      if (was ? isSame(was, toldOf(reward)) : !isPastOldest) continue;
      if (was || reward.status !== "declined" || isToTell(reward))
        news.push({ kind: "reward", was, now: said(reward) });
    }
    for (const [hash, was] of told?.rewards ?? []) {
      if (rewards.has(hash)) continue;
      if (isUnsure().has(hash)) now.set(hash, was);
      else if (was.status !== "declined" && all.length <= MOST)
        news.push({ kind: "reward", was, now: null });
    }
    const marks = new Set<string>();
    for (const drip of work.where("drips", "partner", partner)) {
      const mark = `d${shortHash(drip.key)}`;
      if (drip.status === "Created") {
        if (marks.size < MOST_DRIPS) marks.add(mark);
      } else if (told?.marks.has(mark) && drip.status === "Terminated")
        news.push({
          kind: "drip ended",
          what: clip(drip.description ?? ""),
          lost: drip.lostOccurrences,
        });
    }
    for (const mark of offers.keys()) marks.add(mark);
    // To one who was told nothing yet no offer is a change.
    if (told) {
      for (const [mark, text] of offers)
        if (!told.marks.has(mark)) news.push({ kind: "offer", text });
      const isOver = (mark: string) => mark.startsWith("o") && !offers.has(mark);
      const count = [...told.marks].filter(isOver).length;
      if (count > 0) news.push({ kind: "offers ended", count });
    }
    return { news, now: { rewards: now, marks } };
  };
}

const toldOf = ({ currency, status, amount }: Reward): ToldReward => ({ currency, status, amount });
const isSame = (a: ToldReward, b: ToldReward): boolean =>
  a.status === b.status && a.amount === b.amount && a.currency === b.currency;

/**
 * Rewards of which nobody knows whether they are gone: their rows can't be read, or were deleted and nobody has said yet
 * whether they come back (SHEET-28).
 */
function unsureRewards(work: Work): ReadonlySet<string> {
  const unread = work.program.tables.rewards?.rows.filter(({ record }) => !record) ?? [];
  const missing = findMissing(work);
  return new Set([...unread.map(({ key }) => key), ...missing.map(({ id }) => id)].map(shortHash));
}

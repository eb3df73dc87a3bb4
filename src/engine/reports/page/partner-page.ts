import { overdueSince, paymentEstimates, payoutEstimate } from "../../invoices/estimated-payment";
import { lastDayLived } from "../../invoices/months";
import { clip } from "../../kernel/cells";
import { currenciesOf } from "../../kernel/currency-order";
import type { Day } from "../../kernel/day";
import type { Key } from "../../kernel/keys";
import type { Currency } from "../../kernel/money";
import { down, sortBy } from "../../kernel/order";
import type { PayoutStatus, RewardStatus } from "../../kernel/vocabulary";
import type { Work } from "../../program/work";
import { needsReason } from "../../rewards/status-moves";
import type { Partner, Payout, Reward } from "../../tables";
import { dripReads } from "../../timeline/life";
import { type BalanceNow, balanceNow, isOwed } from "../statements/balance-now";
import { newestFirst } from "../statements/newest-first";
import { isToTell } from "../statements/statement-below";
import { type PartToCome, partsToCome } from "../statements/statement-drips";
import { codesNow, type PageCode } from "./page-codes";
import { lastStatements, type PageStatement } from "./page-statements";

/** What a partner's page says, as facts; amounts in minor units (PARTNER-1). Blank values are left out. */
export interface PartnerPage {
  readonly program: string;
  readonly color: string | null;
  /** How days and amounts are written; left out where it is as the spreadsheet writes them. */
  readonly locale?: string;
  readonly partner: string;
  readonly balances: readonly BalanceNow[];
  readonly coming: readonly PageDripPart[];
  /** Parts to come that are left out, since there are many. */
  readonly moreToCome?: number;
  readonly payouts: readonly PagePayout[];
  /** The last statement that is final, in each currency in which it says something; left out by earlier releases. */
  readonly statements?: readonly PageStatement[];
  readonly offers: readonly string[];
  /** What the partner may give away; pages of earlier releases have none. */
  readonly codes?: readonly PageCode[];
  readonly rewards: readonly PageReward[];
  /** Rewards of the year that are left out, since there are many. */
  readonly moreRewards?: number;
}
export interface PageReward {
  readonly on: Day;
  readonly what: string;
  readonly customer?: string;
  readonly amount: number;
  readonly currency: Currency;
  readonly status: RewardStatus;
  readonly reason?: string;
  /** When it is expected to be paid; once paid, the real date. */
  readonly pay?: Day;
}
export interface PageDripPart {
  readonly due: Day;
  readonly what: string;
  readonly amount: number;
  readonly currency: Currency;
  readonly pay?: Day;
}
export interface PagePayout {
  readonly amount: number;
  readonly currency: Currency;
  readonly status: PayoutStatus;
  readonly on?: Day;
  readonly reference?: string;
}
/** The rewards of an older year. */
export interface PageYear {
  readonly year: number;
  readonly rewards: readonly PageReward[];
  /** Rewards that are left out, since there are many. */
  readonly moreRewards?: number;
}

/** A page in parts: the year that is lived with all else, and each older year's rewards, newest year first. */
export interface PageInYears {
  readonly year: number;
  readonly page: PartnerPage;
  readonly older: readonly PageYear[];
}

export const pageReads = [...dripReads, "payouts"] as const;
type Tables = (typeof pageReads)[number];

const yearOf = (on: Day): number => Number(on.slice(0, 4));

const MOST_TO_COME = 40;
const MOST_PAYOUTS = 60;
const MOST_OFFERS = 20;

/**
 * Answers what each partner's page says, by key, from this partner's rows alone (PARTNER-1). Test partners have none; an
 * archived one keeps it until nothing is owed and nothing is to come.
 */
export function partnerPages(work: Work<Tables>): ReadonlyMap<Key, PageInYears> {
  const { programName, partnerPageColor, partnerLocale, programCurrency } = work.settings;
  const year = yearOf(lastDayLived(work));
  const estimate = paymentEstimates(work);
  const offers = offersInForce(work);
  const statementsOf = lastStatements(work);
  const pages = new Map<Key, PageInYears>();
  for (const partner of work.all("partners")) {
    if (partner.test) continue;
    const rewards = newestFirst(work.where("rewards", "partner", partner.key));
    const drips = work.where("drips", "partner", partner.key);
    const used = [...rewards, ...drips].map(({ currency }) => currency);
    const currencies = currenciesOf(used, programCurrency);
    const coming = sortBy(
      currencies.flatMap((currency) => partsToCome(work, { partner: partner.key, currency })),
      ({ due }) => due,
    );
    if (isOver(partner, rewards, coming)) continue;
    const shown = rewards
      .filter((reward) => reward.status !== "declined" || isToTell(reward))
      .map((reward) => [yearOf(reward.earnedOn), rewardOf(work, reward, estimate)] as const);
    const years = [...new Set(shown.map(([each]) => each))].filter((each) => each < year);
    pages.set(partner.key, {
      year,
      page: {
        program: clip(programName),
        color: partnerPageColor,
        ...(partnerLocale !== null && { locale: partnerLocale }),
        partner: clip(partner.name),
        balances: currencies.map((currency) => balanceNow(rewards, currency, estimate)),
        coming: coming.slice(0, MOST_TO_COME).map(partOf),
        ...(coming.length > MOST_TO_COME && { moreToCome: coming.length - MOST_TO_COME }),
        payouts: payoutsOf(work, partner.key),
        statements: currencies.flatMap((currency) => statementsOf(partner.key, currency, rewards)),
        offers,
        codes: codesNow(work, partner),
        rewards: shown.filter(([each]) => each >= year).map(([, reward]) => reward),
      },
      older: years.map((each) => ({
        year: each,
        rewards: shown.filter(([of]) => of === each).map(([, reward]) => reward),
      })),
    });
  }
  return pages;
}

const isOver = (
  { status }: Partner,
  rewards: readonly Reward[],
  coming: readonly PartToCome[],
): boolean =>
  status === "archived" &&
  coming.length === 0 &&
  !rewards.some((reward) => isOwed(reward) || reward.status === "held");

function rewardOf(
  work: Work<Tables>,
  reward: Reward,
  estimate: (reward: Reward) => Day | null,
): PageReward {
  const { earnedOn, description, customer, amount, currency, status, reason } = reward;
  const known = work.settings.partnerPageNamesCustomers
    ? work.get("customers", customer)
    : undefined;
  // One that was moved to another partner meanwhile is that one's customer.
  const name = known?.partner === reward.partner ? known.name : undefined;
  const pay = estimate(reward);
  return {
    on: earnedOn,
    what: clip(description ?? ""),
    ...(name && { customer: clip(name) }),
    amount,
    currency,
    status,
    ...(needsReason(status) && reason && { reason: clip(reason, 300) }),
    ...(pay !== null && { pay }),
  };
}

const partOf = ({ drip, due, amount, occurrence, estimatedPayment }: PartToCome): PageDripPart => ({
  due,
  what: `${clip(drip.description ?? "")} (${occurrence} of ${drip.occurrences})`.trim(),
  amount,
  currency: drip.currency,
  ...(estimatedPayment !== null && { pay: estimatedPayment }),
});

function payoutsOf(work: Work<Tables>, partner: Key): readonly PagePayout[] {
  const month = ({ invoice }: Payout): string => work.get("invoices", invoice)?.month ?? "";
  return sortBy(work.where("payouts", "partner", partner), down(month))
    .slice(0, MOST_PAYOUTS)
    .map((payout) => {
      const { amount, currency, status, reference } = payout;
      const on = payoutEstimate(work, payout) ?? overdueSince(work, payout);
      return {
        amount,
        currency,
        status,
        ...(on !== null && { on }),
        ...(reference && status === "paid" && { reference: clip(reference) }),
      };
    });
}

/** What partners may read of the offers that are in force: those of active triggers, in their order. */
export function offersInForce(work: Work<Tables>): readonly string[] {
  const today = lastDayLived(work);
  const active = [...work.all("triggers")].filter(
    ({ state, from, until }) =>
      state === "active" && (from ?? today) <= today && (until ?? today) >= today,
  );
  const inOrder = sortBy(active, ({ order }) => order);
  return [...new Set(inOrder.flatMap(({ offer }) => offer ?? []))]
    .slice(0, MOST_OFFERS)
    .map((offer) => clip(offer, 500));
}

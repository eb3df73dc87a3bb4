import type { ComponentChildren } from "preact";
import type { Output } from "../../engine/contract";
import { capital } from "../format/words";
import { Tag } from "../parts/tag";
import { text } from "../text";

export type RewardView = Output<"list-rewards">["rows"][number];

const tones = {
  pending: {},
  approved: { tone: "good" },
  held: { tone: "warning" },
  declined: {},
  paid: { tone: "good" },
} as const satisfies { readonly [Status in RewardView["status"]]: object };

/**
 * A reward, the same in every list: what, for whom, how it stands and when it should be paid (product.md §5).
 * `before` stands left of it, such as a tick; `children` below, such as buttons.
 */
export function RewardLine(props: {
  readonly reward: RewardView;
  /** The list is of one partner: what the reward is for stands first. */
  readonly isOfOnePartner?: boolean;
  readonly before?: ComponentChildren;
  readonly children?: ComponentChildren;
}) {
  const { reward, isOfOnePartner = false, before, children } = props;
  const { partnerName, customerName, description, amount, currency, status, reason } = reward;
  const about = [customerName, description].filter((part) => part !== "").join(" · ");
  return (
    <li class="reward">
      {before}
      <div class="grow">
        <p class="line">
          <span class="strong cut">
            {isOfOnePartner ? about || capital(reward.source) : partnerName}
          </span>
          <span class="strong figure">{text.money(amount, currency)}</span>
        </p>
        {!isOfOnePartner && about && <p class="faint two-lines">{about}</p>}
        <p class="line reward-when">
          <Tag label={capital(status)} {...tones[status]} />
          <span class="faint">{whenText(reward)}</span>
        </p>
        {reason && <p class="faint two-lines">{reason}</p>}
        {children}
      </div>
    </li>
  );
}

/** "Earned 15 Jan 2026, payment 13 Feb 2026"; once paid the real date, and none where none is expected. */
function whenText({ status, earnedOn, estimatedPaymentOn }: RewardView): string {
  const earned = `Earned ${text.day(earnedOn)}`;
  if (estimatedPaymentOn === null) return earned;
  const paid = text.day(estimatedPaymentOn);
  return status === "paid" ? `Paid ${paid}` : `${earned}, est. payment ${paid}`;
}

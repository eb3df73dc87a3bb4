import type { ComponentChildren } from "preact";
import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { capitalize } from "../format/words";
import { Tag } from "../parts/tag";
import { titleOf } from "./title";

export type RewardView = Output<"list-rewards">["rows"][number];

const tones = {
  pending: {},
  approved: { tone: "good" },
  held: { tone: "warning" },
  declined: {},
  paid: { tone: "good" },
} as const satisfies { readonly [Status in RewardView["status"]]: object };

/** How the tag of a status looks. */
export const toneOf = (status: RewardView["status"]) => tones[status];

/** When a reward should be paid, or was, in words; "" where nothing can be said (PAYDATE-1). */
export function paymentText({ status, estimatedPaymentOn: day }: RewardView): string {
  if (day) return `${status === "paid" ? "Paid" : "Estimated payment"} ${text.day(day)}`;
  return status === "approved" || status === "pending" ? "Payment overdue" : "";
}

/**
 * A reward, the same in every list: what for, for whom, its status and when it should be paid (PAYDATE-1). `before`
 * is drawn to the left, such as a tick; `children` below, such as buttons.
 */
export function RewardLine(props: {
  readonly reward: RewardView;
  /** All rewards in the list are of one partner, so what they are for comes first. */
  readonly isOfOnePartner?: boolean;
  readonly before?: ComponentChildren;
  /** Opens the reward, or what is below; without it, the name is plain text. */
  readonly onOpen?: () => void;
  /** Whether what is below is open, where that is what opens. */
  readonly isOpen?: boolean;
  readonly children?: ComponentChildren;
}) {
  const { reward, isOfOnePartner = false, before, onOpen, isOpen, children } = props;
  const { partnerName, amount, currency, status, reason } = reward;
  const payment = paymentText(reward);
  const about = titleOf(reward);
  const name = isOfOnePartner ? about || capitalize(reward.source) : partnerName;
  const head = (
    <>
      <span class="strong some-lines">{name}</span>
      <span class="strong figure">{text.money(amount, currency)}</span>
    </>
  );
  return (
    <li class={`reward ${isOpen ? "open" : ""}`}>
      {before}
      <div class="grow">
        {onOpen ? (
          <button
            type="button"
            class="line"
            aria-expanded={isOpen}
            aria-haspopup={isOpen === undefined ? "dialog" : undefined}
            onClick={onOpen}
          >
            {head}
          </button>
        ) : (
          <p class="line">{head}</p>
        )}
        {!isOfOnePartner && about && <p class="faint some-lines">{about}</p>}
        <p class="line">
          <span class="faint">Earned {text.day(reward.earnedOn)}</span>
          <Tag label={status} {...toneOf(status)} />
        </p>
        {payment && <p class="faint">{payment}</p>}
        {reason && <p class="faint some-lines">{reason}</p>}
        {children}
      </div>
    </li>
  );
}

import type { ComponentChildren } from "preact";
import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { capitalize, joinWithDots } from "../format/words";
import { Tag } from "../parts/tag";

export type PayoutView = Output<"list-payouts">["rows"][number];

const tones = {
  open: {},
  sent: { tone: "warning" },
  paid: { tone: "good" },
  returned: { tone: "warning" },
} as const satisfies { readonly [Status in PayoutView["status"]]: object };

/**
 * A payout, the same in every list: its invoice's month or `title`, its status, and when it is paid. `about` comes
 * before the other remarks, `before` is drawn to the left (a tick), `children` below (a button).
 */
export function PayoutLine(props: {
  readonly payout: PayoutView;
  readonly title?: string;
  readonly about?: readonly string[];
  readonly before?: ComponentChildren;
  readonly children?: ComponentChildren;
}) {
  const { payout, about = [], before, children } = props;
  const { invoice, invoiceMonth, amount, currency, status, estimatedPaymentOn: on } = payout;
  const late = payout.overdueSince;
  const when = late
    ? `Overdue since ${text.day(late)}`
    : on && `${status === "paid" ? "Paid" : "Estimated payment"} ${text.day(on)}`;
  const said = joinWithDots([...about, payout.reference, payout.reason]);
  // A bank's reference stands as it is.
  const remarks = about.length === 0 && payout.reference ? said : capitalize(said);
  const month = invoiceMonth ? text.month(invoiceMonth) : invoice;
  return (
    <li class="reward">
      {before}
      <div class="grow">
        <p class="line">
          <span class="strong">{props.title ?? month}</span>
          <span class="strong figure">{text.money(amount, currency)}</span>
        </p>
        <p class="line">
          <span class="faint">{remarks || when}</span>
          <Tag label={status} {...tones[status]} />
        </p>
        {remarks && when && <p class="faint">{when}</p>}
        {children}
      </div>
    </li>
  );
}

import type { Output } from "../../engine/contract";
import { capital } from "../format/words";
import { Tag } from "../parts/tag";
import { text } from "../text";

export type PayoutView = Output<"list-payouts">["rows"][number];

const tones = {
  open: {},
  sent: {},
  paid: { tone: "good" },
  returned: { tone: "warning" },
} as const satisfies { readonly [Status in PayoutView["status"]]: object };

/** A payout of one partner: its invoice's month, how it stands, and when it is paid. */
export function PayoutLine({ payout }: { readonly payout: PayoutView }) {
  const { invoice, invoiceMonth, amount, currency, status, estimatedPaymentOn: on } = payout;
  const when = on && `${status === "paid" ? "Paid" : "Est. payment"} ${text.day(on)}`;
  const remarks = [when, payout.reference, payout.reason].filter(Boolean).join(" · ");
  return (
    <li class="reward">
      <div class="grow">
        <p class="line">
          <span class="strong">{invoiceMonth ? text.month(invoiceMonth) : invoice}</span>
          <span class="strong figure">{text.money(amount, currency)}</span>
        </p>
        <p class="line reward-when">
          <Tag label={capital(status)} {...tones[status]} />
          <span class="faint">{remarks}</span>
        </p>
      </div>
    </li>
  );
}

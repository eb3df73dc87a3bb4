import type { Output } from "../../engine/contract";
import { capital } from "../format/words";
import { Button } from "../parts/button";
import { Tag } from "../parts/tag";
import { text } from "../text";
import { type Chosen, ticked } from "./lines";

type Shown = Output<"show-invoice">["shown"];
export type PayoutsShown = Extract<Shown, { readonly kind: "payouts" }>;
type Payout = PayoutsShown["page"]["rows"][number];

const tones = {
  open: {},
  sent: { tone: "warning" },
  paid: { tone: "good" },
  returned: { tone: "warning" },
} as const satisfies { readonly [Status in Payout["status"]]: object };

/** An invoice's payouts, each with a tick while it can be paid, and with the way to record its return. */
export function Payouts(props: {
  readonly shown: PayoutsShown;
  readonly chosen: Chosen;
  readonly onChosen: (chosen: Chosen) => void;
  readonly onReturn: (payout: Payout) => void;
}) {
  const { shown, chosen, onChosen, onReturn } = props;
  return (
    <ul class="card">
      {shown.page.rows.map((payout) => {
        const { key, partnerName, amount, currency, status } = payout;
        const isOpen = status === "open" || status === "sent";
        return (
          <li class="reward" key={key}>
            {isOpen && (
              <input
                type="checkbox"
                aria-label={`Choose the payout of ${partnerName}`}
                checked={chosen.has(key)}
                onChange={({ currentTarget }) =>
                  onChosen(ticked(chosen, [key], currentTarget.checked))
                }
              />
            )}
            <div class="grow">
              <p class="line">
                <span class="strong cut">{partnerName}</span>
                <span class="strong figure">{text.money(amount, currency)}</span>
              </p>
              <p class="line">
                <span class="faint">{aboutText(payout)}</span>
                <Tag label={capital(status)} {...tones[status]} />
              </p>
              {payout.reason && <p class="faint two-lines">{payout.reason}</p>}
              {payout.isOrphan && (
                <p class="field-error">This partner's row is gone. Restore it on Partners.</p>
              )}
              {(status === "paid" || status === "sent") && Number(amount) !== 0 && (
                <Button
                  look="text"
                  label={`Record that the payment to ${partnerName} came back`}
                  onClick={() => onReturn(payout)}
                >
                  Payment returned
                </Button>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function aboutText({ lines, method, paidOn, reference, file, status }: Payout): string {
  return [
    status !== "returned" && text.count(lines, "line"),
    method,
    status === "paid" && paidOn && text.day(paidOn),
    reference,
    status === "sent" && file,
  ]
    .filter(Boolean)
    .join(" · ");
}

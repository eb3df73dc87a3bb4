import type { Output } from "../../engine/contract";
import { capital } from "../format/words";
import { Button } from "../parts/button";
import { Tag } from "../parts/tag";
import { text } from "../text";
import type { Asking } from "./asked";
import { type Chosen, type OnChosen, Tick } from "./tick";

type Shown = Output<"show-invoice">["shown"];
type Payout = Extract<Shown, { readonly kind: "payouts" }>["page"]["rows"][number];

/** An invoice's payouts, each with a tick while it can be paid, and with the way to record its return. */
export function Payouts(props: {
  readonly rows: readonly Payout[];
  readonly chosen: Chosen;
  readonly onChosen: OnChosen;
  readonly onAsk: (asking: Asking) => void;
}) {
  const { rows, onAsk, ...ticks } = props;
  return (
    <ul class="card">
      {rows.map((payout) => {
        const { key, partnerName: name, amount, currency, status } = payout;
        const isTransferred = status === "paid" || status === "sent";
        return (
          <li class="reward" key={key}>
            {(status === "open" || status === "sent") && (
              <Tick {...ticks} label={`Choose the payout of ${name}`} keys={[key]} />
            )}
            <div class="grow">
              <p class="line">
                <span class="strong cut">{name}</span>
                <span class="strong figure">{text.money(amount, currency)}</span>
              </p>
              <p class="line">
                <span class="faint">{aboutText(payout)}</span>
                <Tag
                  label={capital(status)}
                  {...(isTransferred && { tone: status === "paid" ? "good" : "warning" })}
                />
              </p>
              {payout.reason && <p class="faint two-lines">{payout.reason}</p>}
              {payout.isOrphan && (
                <p class="field-error">This partner's row is gone. Restore it on Partners.</p>
              )}
              {isTransferred && Number(amount) > 0 && (
                <Button
                  look="text"
                  label={`Record that the payment to ${name} came back`}
                  onClick={() => onAsk({ kind: "return", key, name })}
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

import type { Output } from "../../engine/contract";
import { Button } from "../parts/button";
import { PayoutLine } from "../payouts/payout-line";
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
        const { key, partnerName: name, amount, status, lines, method, file } = payout;
        const isTransferred = status === "paid" || status === "sent";
        return (
          <PayoutLine
            key={key}
            payout={payout}
            title={name}
            about={[
              status === "returned" ? "" : text.count(lines, "line"),
              method,
              status === "sent" ? file : "",
            ]}
            before={
              (status === "open" || status === "sent") && (
                <Tick {...ticks} label={`Choose the payout of ${name}`} keys={[key]} />
              )
            }
          >
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
          </PayoutLine>
        );
      })}
    </ul>
  );
}

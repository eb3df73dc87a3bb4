import { text } from "../format/text";
import { Button } from "../parts/button";
import { PayoutLine } from "../payouts/payout-line";
import type { Payout as PayoutShown } from "./invoice-rows";
import type { Question } from "./question-panel";
import { type Chosen, type OnChosen, Tick } from "./tick";

/** One payout of an invoice, with a tick while it can be paid, and a button to record its return. */
export function Payout(props: {
  readonly payout: PayoutShown;
  readonly chosen: Chosen;
  readonly onChosen: OnChosen;
  readonly onQuestion: (asking: Question) => void;
}) {
  const { payout, onQuestion, chosen, onChosen } = props;
  const { key, partnerName: name, amount, status, lines, method, file } = payout;
  const isTransferred = status === "paid" || status === "sent";
  return (
    <PayoutLine
      payout={payout}
      title={name}
      about={[
        status === "returned" ? "" : text.count(lines, "line"),
        method,
        status === "sent" ? file : "",
      ]}
      before={
        (status === "open" || status === "sent") && (
          <Tick
            label={`Choose the payout of ${name}`}
            keys={[key]}
            chosen={chosen}
            onChosen={onChosen}
          />
        )
      }
    >
      {payout.isOrphan && (
        <p class="field-error">This partner's row is missing. Restore it on Partners.</p>
      )}
      {isTransferred && Number(amount) > 0 && (
        <Button
          look="text"
          label={`Record that the payment to ${name} was returned`}
          onClick={() => onQuestion({ kind: "return", key, name })}
        >
          Payment returned
        </Button>
      )}
    </PayoutLine>
  );
}

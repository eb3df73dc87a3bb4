import { text } from "../format/text";
import { capitalize, joinWithDots } from "../format/words";
import { Button } from "../parts/button";
import { RewardLine, type RewardView } from "../rewards/reward-line";
import { Why } from "../why/why";

/** What a row of the review is given, in the list and in the table. */
export interface RowProps {
  readonly reward: RewardView;
  readonly isCurrent: boolean;
  readonly isTicked: boolean;
  readonly isWhy: boolean;
  readonly onTick: () => void;
  readonly onOpen: () => void;
  readonly onWhy: () => void;
}

/** The tick of a row; Tab reaches only that of the current one. */
export function RowTick({ reward, isCurrent, isTicked, onTick }: RowProps) {
  const { partnerName, amount, currency, key } = reward;
  return (
    <input
      type="checkbox"
      tabIndex={isCurrent ? 0 : -1}
      aria-label={`Choose ${partnerName}, ${text.money(amount, currency)}, ${key}`}
      checked={isTicked}
      onChange={onTick}
    />
  );
}

/** One reward of the review: its tick and, while it is current, its details. */
export function ReviewRow(props: RowProps) {
  const { reward, isCurrent, isWhy, onOpen, onWhy } = props;
  const { key, currency, source, calculated, adjusts } = reward;
  const { invoiceMonth, estimatedPaymentOn } = reward;
  const waits = estimatedPaymentOn === null ? "On no invoice" : "Next invoice";
  const facts = [
    capitalize(source),
    invoiceMonth ? `Invoice ${text.month(invoiceMonth)}` : waits,
    calculated && `calculated ${text.money(calculated, currency)}`,
    adjusts && `corrects ${adjusts}`,
  ];
  return (
    <RewardLine reward={reward} isOpen={isCurrent} onOpen={onOpen} before={<RowTick {...props} />}>
      {isCurrent && (
        <>
          <p class="line">
            <span class="faint">{joinWithDots(facts)}</span>
            <Button look="text" onClick={onWhy}>
              {isWhy ? "Hide why" : "Why"}
            </Button>
          </p>
          {isWhy && <Why of="reward" about={key} />}
        </>
      )}
    </RewardLine>
  );
}

import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { Panel } from "../parts/panel";
import { SumsTable } from "../parts/sums-table";

export type OverlapQuestion = NonNullable<Output<"save-trigger">["question"]>;

/** Asks before a trigger is activated that would pay beside others for the same event (LIMIT-2a). */
export function OverlapPanel(props: {
  readonly question: OverlapQuestion;
  readonly isBusy: boolean;
  readonly onGo: () => void;
  readonly onClose: () => void;
}) {
  const { question, isBusy, onGo, onClose } = props;
  const { on, sale, lines, sums } = question;
  const of = sale ? `a sale of ${text.money(sale.text, sale.currency)}` : "one such event";
  return (
    <Panel title="Should all of these pay?" onClose={onClose}>
      <p>
        For {of} on {text.day(on)}:
      </p>
      <SumsTable
        title="What they would pay"
        isTitleHidden
        lines={[
          ...lines.map(({ key, name, rewards, sum }) => ({
            key,
            label: name,
            about: rewards > 1 ? text.count(rewards, "reward") : undefined,
            amount: sum,
          })),
          ...sums.map((amount) => ({
            key: amount.currency,
            label: "In all",
            amount,
            isSum: true,
          })),
        ]}
      />
      <p class="hint">If only one should pay, give them the same “Set”: then the first one does.</p>
      <div class="buttons">
        <Button look="action" isBusy={isBusy} onClick={onGo}>
          Yes, all pay
        </Button>
        <Button onClick={onClose}>Go back</Button>
      </div>
    </Panel>
  );
}

import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { capitalize } from "../format/words";
import { Notice } from "../parts/notice";
import { RewardLine } from "../rewards/reward-line";
import { TriggerOutcomes } from "../why/why";

/** What a customer or a sale will trigger: each trigger's result, or why it does not apply. */
export function EventPreview({ preview }: { readonly preview: Output<"preview-sale"> }) {
  const { outcome, triggers, more, notes } = preview;
  const acts = triggers.some((each) => each.acts);
  return (
    <div class="why">
      {notes.map((note) => (
        <Notice key={text.said(note)} tone="warning">
          <p>{text.said(note)}</p>
        </Notice>
      ))}
      {!acts && <p>It triggers nothing: {text.said(outcome)}.</p>}
      <TriggerOutcomes triggers={triggers} more={more} />
    </div>
  );
}

/** What a refund will change: rewards, proposed adjustments, and drips. */
export function RefundPreview({ preview }: { readonly preview: Output<"preview-refund"> }) {
  const { outcome, rewards, more, drips } = preview;
  return (
    <>
      <p>
        {rewards.length + drips.length === 0
          ? `${capitalize(text.said(outcome))}: it changes no reward.`
          : capitalize(text.said(outcome))}
      </p>
      <ul class="card inner">
        {rewards.map(({ reward, before }) => (
          <RewardLine key={reward.key} reward={reward}>
            <p>{before === null ? "Proposed" : `Was ${text.money(before, reward.currency)}`}</p>
          </RewardLine>
        ))}
        {drips.map(({ drip, description, currency, ends, toCome, toComeBefore }) => (
          <li class="reward" key={drip}>
            Drip {description}: {ends ? "ends" : "continues"}, with {text.money(toCome, currency)}{" "}
            to come instead of {text.money(toComeBefore, currency)}.
          </li>
        ))}
      </ul>
      {more > 0 && <p class="faint">and {text.count(more, "more reward")}</p>}
    </>
  );
}

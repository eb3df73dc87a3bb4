import type { Output } from "../../engine/contract";
import { text } from "../text";

/** What stands and what is lost if the drip ends on that day. */
export function EndDripPreview({ preview }: { readonly preview: Output<"end-drip"> }) {
  const { stands, lost, endsOn } = preview;
  return (
    <dl class="outcome" aria-live="polite">
      <div class="stands">
        <dt>Stands</dt>
        <dd>
          <span class="big">{text.money(stands.amount.text, stands.amount.currency)}</span>
          <span class="faint">
            {stands.count === 0
              ? "No reward falls due by then"
              : `${text.count(stands.count, "reward")} due up to ${text.day(endsOn)}`}
          </span>
        </dd>
      </div>
      <div class="lost">
        <dt>Never made</dt>
        <dd>
          <span class="big">{text.money(lost.amount.text, lost.amount.currency)}</span>
          <span class="faint">
            {lost.count === 0 || !lost.from || !lost.to
              ? "Nothing is lost"
              : lost.count === 1
                ? `1 reward, on ${text.day(lost.from)}`
                : `${text.count(lost.count, "reward")}, ${text.day(lost.from)} to ${text.day(lost.to)}`}
          </span>
        </dd>
      </div>
    </dl>
  );
}

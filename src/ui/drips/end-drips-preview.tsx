import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { Icon } from "../parts/icon";

type Preview = Output<"end-drip">;
type Ended = Preview["drips"]["rows"][number];

/** What is kept and what is lost if the drips end on that day, by currency, and by drip where there are several. */
export function EndDripsPreview({ preview }: { readonly preview: Preview }) {
  const { sums, drips, over } = preview;
  const [only] = drips.rows;
  const isOne = drips.rows.length === 1 && only !== undefined;
  return (
    <div aria-live="polite">
      {sums.map(({ stands, lost }) => (
        <dl class="outcome" key={stands.currency}>
          <div class="stands">
            <dt>Kept</dt>
            <dd>
              <span class="big">{text.money(stands.text, stands.currency)}</span>
              {isOne && (
                <span class="faint">{spanText(only.stands, "No rewards are due by then")}</span>
              )}
            </dd>
          </div>
          <div class="lost">
            <dt>Not made</dt>
            <dd>
              <span class="big">{text.money(lost.text, lost.currency)}</span>
              {isOne && <span class="faint">{spanText(only.lost, "Nothing is lost")}</span>}
            </dd>
          </div>
        </dl>
      ))}
      {over > 0 && <p class="faint">{text.count(over, "drip")} had already ended.</p>}
      {!isOne && (
        <details>
          <summary class="line">
            Drip by drip <Icon name="down" />
          </summary>
          <ul class="small">
            {drips.rows.map(({ drip, partnerName, stands, lost }) => (
              <li key={drip}>
                <b>{partnerName}</b>: {text.money(stands.amount.text, stands.amount.currency)} kept,{" "}
                {text.money(lost.amount.text, lost.amount.currency)} not made (
                {spanText(lost, "nothing lost")})
              </li>
            ))}
            {drips.more > 0 && <li>and {text.count(drips.more, "more drip")}</li>}
          </ul>
        </details>
      )}
    </div>
  );
}

function spanText({ count, from, to }: Ended["lost"], none: string): string {
  if (count === 0 || !from || !to) return none;
  if (count === 1) return `1 reward, ${text.day(from)}`;
  return `${text.count(count, "reward")}, ${text.day(from)} to ${text.day(to)}`;
}

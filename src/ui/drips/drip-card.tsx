import type { Output } from "../../engine/contract";
import { Button } from "../parts/button";
import { Meter } from "../parts/meter";
import { Tag } from "../parts/tag";
import { text } from "../text";

export type DripLine = Output<"list-drips">["rows"][number];

const tones = {
  Created: {},
  Terminated: { tone: "warning" },
  Complete: { tone: "good" },
} as const satisfies { readonly [Status in DripLine["status"]]: object };

/** One drip: for whom, how far it is, what is paid and what is to come. */
export function DripCard(props: { readonly drip: DripLine; readonly onEnd: () => void }) {
  const { drip, onEnd } = props;
  const { partnerName, customerName, description, status, issued, occurrences, currency } = drip;
  const about = [customerName, description].filter((part) => part !== "").join(" · ");
  const isOver = status === "Terminated";
  return (
    <li class="drip" aria-label={`${partnerName}, ${drip.key}`}>
      <p class="line">
        <span class="strong cut">{partnerName}</span>
        <Tag label={status} {...tones[status]} />
      </p>
      {about && <p class="faint two-lines">{about}</p>}
      <Meter value={issued} most={occurrences} isOver={isOver} />
      <dl class="facts">
        <div>
          <dt class="small faint">Made</dt>
          <dd>
            {issued} of {occurrences}
          </dd>
        </div>
        <div>
          <dt class="small faint">Paid</dt>
          <dd>{text.money(drip.paidSoFar, currency)}</dd>
        </div>
        <div>
          <dt class="small faint">To come</dt>
          <dd>{text.money(drip.toCome, currency)}</dd>
        </div>
      </dl>
      <p class="line last">
        <span class="faint">{whenText(drip)}</span>
        {drip.canEnd && (
          <Button look="text" onClick={onEnd} label={`End drip of ${partnerName}, ${drip.key}`}>
            End drip
          </Button>
        )}
      </p>
    </li>
  );
}

function whenText({ status, nextDate, endsOn }: DripLine): string {
  const next = nextDate ? `Next ${text.day(nextDate)}` : "";
  if (status === "Terminated") return endsOn ? `Ended ${text.day(endsOn)}` : "Ended";
  if (status === "Complete") return "All made and settled";
  if (endsOn) return [next, `ends ${text.day(endsOn)}`].filter(Boolean).join(", ");
  return next || "All made, not all paid";
}

import type { ComponentChildren } from "preact";
import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { joinWithDots } from "../format/words";
import { Meter } from "../parts/meter";
import { Tag } from "../parts/tag";
import { open } from "../shell/router";

export type DripLine = Output<"list-drips">["rows"][number];

const tones = {
  Created: {},
  Terminated: { tone: "warning" },
  Complete: { tone: "good" },
} as const satisfies { readonly [Status in DripLine["status"]]: object };

/** One drip in a list: for whom, its progress, what is paid and what is to come. `before` is drawn to the left. */
export function DripCard(props: { readonly drip: DripLine; readonly before?: ComponentChildren }) {
  const { drip, before } = props;
  const { key, partnerName } = drip;
  const about = aboutText(drip);
  return (
    <li class="drip" aria-label={`${partnerName}, ${key}`}>
      <p class="line">
        {before}
        <button
          type="button"
          class="strong link grow"
          aria-label={`${partnerName}, drip ${key}`}
          onClick={() => open({ screen: "drip", about: key })}
        >
          {partnerName}
        </button>
        <DripTag drip={drip} />
      </p>
      {about && <p class="faint some-lines">{about}</p>}
      <DripProgress drip={drip} />
      <p class="faint last">{whenText(drip)}</p>
    </li>
  );
}

/** The drip's status, or "Paused", which matters more. */
export const DripTag = ({ drip }: { readonly drip: DripLine }) =>
  drip.pausedOn ? (
    <Tag label="Paused" tone="warning" />
  ) : (
    <Tag label={drip.status} {...tones[drip.status]} />
  );

/** The drip's progress, and what is paid, to come and lost. */
export function DripProgress({ drip }: { readonly drip: DripLine }) {
  const { issued, occurrences, currency, paidSoFar, toCome, lost, lostOccurrences, status } = drip;
  const facts: readonly (readonly [string, string])[] = [
    ["Made", `${issued} of ${occurrences}`],
    ["Paid", text.money(paidSoFar, currency)],
    ["To come", text.money(toCome, currency)],
    ...(Number(lost) > 0
      ? ([
          [lostOccurrences > 0 ? `Lost (${lostOccurrences})` : "Lost", text.money(lost, currency)],
        ] as const)
      : []),
  ];
  return (
    <>
      <Meter value={issued} most={occurrences} isOver={status === "Terminated"} />
      <dl class="facts">
        {facts.map(([what, value]) => (
          <div key={what}>
            <dt class="small faint">{what}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** The customer and the description. */
export const aboutText = ({ customerName, description }: DripLine): string =>
  joinWithDots([customerName, description]);

/** When something happens next, or how the drip ended. */
export function whenText({ status, nextDate, endsOn, pausedOn }: DripLine): string {
  if (status === "Terminated") return endsOn ? `Ended ${text.day(endsOn)}` : "Ended";
  if (status === "Complete") return "All made and settled";
  const when = [
    pausedOn ? `Paused ${text.day(pausedOn)}` : nextDate ? `Next ${text.day(nextDate)}` : "",
    endsOn ? `ends ${text.day(endsOn)}` : "",
  ];
  return when.filter(Boolean).join(", ") || "All made, not all settled";
}

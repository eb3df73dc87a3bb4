import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { Tag } from "../parts/tag";

export type Occurrence = Output<"show-drip">["occurrenceLines"]["rows"][number];

const tones: { readonly [Status in Occurrence["status"]]?: "good" | "warning" } = {
  paid: "good",
  approved: "good",
  held: "warning",
  missing: "warning",
};

/** A drip's occurrences in order: date, amount, status, running total, and when each would be paid. */
export function Timeline(props: {
  readonly lines: readonly Occurrence[];
  readonly isBusy: boolean;
  readonly onSkip: (occurrence: Occurrence, undo: boolean) => void;
}) {
  const { lines, isBusy, onSkip } = props;
  return (
    <ol class="card timeline">
      {lines.map((each) => {
        const { k, due, amount, status, running, estimatedPayment, isNext, canUnskip } = each;
        const isGone = status === "skipped" || status === "lost" || status === "declined";
        const paid =
          estimatedPayment &&
          `${status === "paid" ? "paid" : "est."} ${text.day(estimatedPayment)}`;
        return (
          <li key={k}>
            <p class="line">
              <span class="strong grow">{text.day(due)}</span>
              <Tag label={status} {...(tones[status] ? { tone: tones[status] } : {})} />
              <span class={isGone ? "figure gone" : "figure"}>
                {text.money(amount.text, amount.currency)}
              </span>
            </p>
            <p class="line small faint">
              <span>
                {k} · total {text.money(running.text, running.currency)}
                {paid && ` · ${paid}`}
              </span>
              {(isNext || canUnskip) && (
                <Button
                  look="text"
                  isBusy={isBusy}
                  label={`${canUnskip ? "Undo the skip of" : "Skip"} the occurrence of ${text.day(due)}`}
                  onClick={() => onSkip(each, canUnskip)}
                >
                  {canUnskip ? "Undo skip" : "Skip"}
                </Button>
              )}
            </p>
          </li>
        );
      })}
    </ol>
  );
}

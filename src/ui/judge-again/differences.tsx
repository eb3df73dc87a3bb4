import type { Output } from "../../engine/contract/contract";
import type { Sentence } from "../../engine/kernel/message";
import { text } from "../format/text";
import { capitalize } from "../format/words";

type Plan = Output<"judge-again">;

const sideText = (side: Sentence | null): string => (side === null ? "none" : text.said(side));

/** What judging again would keep, re-price, decline and add; running drips can be ended at the same time. */
export function Differences(props: {
  readonly plan: Plan;
  readonly ended: readonly string[];
  readonly onEnded: (drips: readonly string[]) => void;
}) {
  const { plan, ended, onEnded } = props;
  return (
    <section aria-live="polite">
      <h2>What would change</h2>
      <p>
        {Object.entries(plan.counts)
          .map(([kind, n]) => `${n} ${kind}`)
          .join(", ") || "Nothing."}
      </p>
      <ul class="card inner">
        {plan.differences.map(({ kind, what, key, from, to, byAdjustment, mayEnd, note }) => {
          const isEnded = ended.includes(key);
          return (
            <li class="drip" key={what + key}>
              <p>
                <b>{capitalize(kind)}</b>:{" "}
                {sideText(from) === sideText(to)
                  ? sideText(from)
                  : `${sideText(from)} → ${sideText(to)}`}
              </p>
              <p class="faint small">
                {what} {key}
                {byAdjustment && ", by an adjusting line on hold"}
                {note && `, ${note}`}
              </p>
              {(isEnded || mayEnd) && (
                <label class="choice">
                  <input
                    type="checkbox"
                    checked={isEnded}
                    onChange={() =>
                      onEnded(isEnded ? ended.filter((each) => each !== key) : [...ended, key])
                    }
                  />
                  <span>Also end this drip</span>
                </label>
              )}
            </li>
          );
        })}
      </ul>
      {plan.more > 0 && <p class="faint">and {text.count(plan.more, "more")}</p>}
    </section>
  );
}

import type { Output } from "../../engine/contract";
import { Button } from "../parts/button";
import { RewardLine } from "../rewards/reward-line";
import { text } from "../text";

type Shown = Output<"show-invoice">["shown"];
export type LinesShown = Extract<Shown, { readonly kind: "lines" | "late" }>;
export type Part = LinesShown["partners"][number];
/** The keys that a person has ticked. */
export type Chosen = ReadonlySet<string>;

/** The set with these keys in it, or without them. */
export function ticked(chosen: Chosen, keys: readonly string[], isOn: boolean): Chosen {
  const rest = [...chosen].filter((key) => !keys.includes(key));
  return new Set(isOn ? [...rest, ...keys] : rest);
}

const fates = {
  payout: "",
  settled: "Settles at 0",
  negative: "Negative: carried to the next invoice",
  "below minimum": "Below the minimum: carried to the next invoice",
} as const satisfies { readonly [Fate in Part["fate"]]: string };

/** The lines of an invoice by partner, each with a tick while they can be moved. */
export function Lines(props: {
  readonly shown: LinesShown;
  readonly currency: string;
  readonly chosen: Chosen;
  /** Undefined where the lines are locked. */
  readonly onChosen?: ((chosen: Chosen) => void) | undefined;
  readonly onWriteOff: (part: Part) => void;
}) {
  const { shown, currency, chosen, onChosen, onWriteOff } = props;
  return (
    <>
      {shown.partners.map((part) => {
        const own = shown.page.rows.filter(({ partner }) => partner === part.partner);
        const keys = own.map(({ key }) => key);
        const isOpen = onChosen && shown.kind === "lines";
        return (
          <section key={part.partner} aria-label={part.partnerName}>
            <h2 class="line">
              {onChosen && (
                <input
                  type="checkbox"
                  aria-label={`Choose all of ${part.partnerName}`}
                  checked={keys.every((key) => chosen.has(key))}
                  onChange={({ currentTarget }) =>
                    onChosen(ticked(chosen, keys, currentTarget.checked))
                  }
                />
              )}
              <span class="grow cut">{part.partnerName}</span>
              <span class="figure">{text.money(part.amount, currency)}</span>
            </h2>
            {isOpen && fates[part.fate] && (
              <p class="line faint">
                {fates[part.fate]}
                {part.fate === "negative" && (
                  <Button
                    look="text"
                    label={`Write off the balance of ${part.partnerName}`}
                    onClick={() => onWriteOff(part)}
                  >
                    Write off
                  </Button>
                )}
              </p>
            )}
            <ul class="card">
              {own.map((reward) => (
                <RewardLine
                  key={reward.key}
                  reward={reward}
                  isOfOnePartner
                  before={
                    onChosen && (
                      <input
                        type="checkbox"
                        aria-label={`Choose ${reward.description || reward.key}, ${part.partnerName}`}
                        checked={chosen.has(reward.key)}
                        onChange={({ currentTarget }) =>
                          onChosen(ticked(chosen, [reward.key], currentTarget.checked))
                        }
                      />
                    )
                  }
                />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

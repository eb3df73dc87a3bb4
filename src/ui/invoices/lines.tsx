import type { Output } from "../../engine/contract";
import { Button } from "../parts/button";
import { RewardLine } from "../rewards/reward-line";
import { text } from "../text";
import type { Asking } from "./asked";
import { type Chosen, type OnChosen, Tick } from "./tick";

type Shown = Output<"show-invoice">["shown"];
type LinesShown = Extract<Shown, { readonly kind: "lines" | "late" }>;

const fates = {
  payout: "",
  settled: "Settles at 0",
  negative: "Negative: carried to the next invoice",
  "below minimum": "Below the minimum: carried to the next invoice",
} as const satisfies { readonly [Fate in LinesShown["partners"][number]["fate"]]: string };

/** The lines of an invoice by partner, each with a tick while they can be moved. */
export function Lines(props: {
  readonly shown: LinesShown;
  readonly currency: string;
  readonly chosen: Chosen;
  /** Undefined where the lines are locked. */
  readonly onChosen: OnChosen | undefined;
  readonly onAsk: (asking: Asking) => void;
}) {
  const { shown, currency, chosen, onChosen, onAsk } = props;
  const tick = (label: string, keys: readonly string[]) =>
    onChosen && <Tick label={`Choose ${label}`} keys={keys} chosen={chosen} onChosen={onChosen} />;
  return (
    <>
      {shown.partners.map(({ partner, partnerName: name, amount, fate }) => {
        const own = shown.page.rows.filter((row) => row.partner === partner);
        return (
          <section key={partner} aria-label={name}>
            <h2 class="line">
              {tick(
                `all of ${name}`,
                own.map(({ key }) => key),
              )}
              <span class="grow cut">{name}</span>
              <span class="figure">{text.money(amount, currency)}</span>
            </h2>
            {onChosen && shown.kind === "lines" && fates[fate] && (
              <p class="line faint">
                {fates[fate]}
                {fate === "negative" && (
                  <Button
                    look="text"
                    label={`Write off the balance of ${name}`}
                    onClick={() => onAsk({ kind: "write off", key: partner, name })}
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
                  before={tick(`${reward.description || reward.key}, ${name}`, [reward.key])}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

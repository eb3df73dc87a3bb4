import { text } from "../format/text";
import { Button } from "../parts/button";
import { showToast } from "../parts/toast";
import { openReward } from "../rewards/opened-reward";
import { RewardLine } from "../rewards/reward-line";
import { titleOf } from "../rewards/title";
import type { Pages } from "../state/use-pages";
import type { InvoiceRow, Line } from "./invoice-rows";
import type { Question } from "./question-panel";
import { type Chosen, type OnChosen, Tick } from "./tick";

const fates = {
  payout: "",
  settled: "Comes to 0",
  negative: "Negative balance: carried forward to the next invoice",
  "below minimum": "Below the minimum payout: carried forward to the next invoice",
} as const satisfies { readonly [Fate in Line["part"]["fate"]]: string };

/** Some lines of an invoice by partner, from an index on, each with a tick while it can be moved. */
export function Lines(props: {
  readonly rows: readonly Line[];
  readonly from: number;
  readonly list: Pages<unknown, InvoiceRow>;
  /** Whether the invoice is not final yet, so that what becomes of a partner's part is only a preview. */
  readonly isOpen: boolean;
  readonly currency: string;
  readonly chosen: Chosen;
  /** Undefined where the lines are locked. */
  readonly onChosen: OnChosen | undefined;
  readonly onQuestion: (asking: Question) => void;
}) {
  const { rows, from, list, isOpen, currency, chosen, onChosen, onQuestion } = props;
  const keysOf = (lines: readonly (InvoiceRow | undefined)[]) =>
    lines.flatMap((each) => (each && "line" in each ? [each.line.key] : []));
  const allOf = async ({ from: first, listed }: Line["part"]) => {
    const read = await list.rows(first, listed);
    if (read.ok) return keysOf(read.output);
    showToast(text.refused(read.error));
    return undefined;
  };
  const tickAll = (part: Line["part"]) => {
    const loadedKeys = keysOf(
      Array.from({ length: part.listed }, (_, i) => list.rowAt(part.from + i)),
    );
    return (
      onChosen && (
        <Tick
          label={`Choose all of ${part.partnerName}`}
          keys={loadedKeys}
          chosen={chosen}
          onChosen={onChosen}
          all={loadedKeys.length < part.listed ? () => allOf(part) : undefined}
        />
      )
    );
  };
  const parts = [...new Set(rows.map(({ part }) => part.partner))];
  return (
    <>
      {parts.map((partner) => {
        const own = rows.filter(({ part }) => part.partner === partner);
        const [{ part }] = own as [Line];
        const { partnerName: name, fate } = part;
        const isContinued = part.from < from;
        return (
          <section key={partner} class={isContinued ? "continued" : undefined} aria-label={name}>
            {!isContinued && (
              <h2 class="line">
                {tickAll(part)}
                <span class="grow">{name}</span>
                <span class="figure">{text.money(part.amount, currency)}</span>
              </h2>
            )}
            {!isContinued && isOpen && fates[fate] && (
              <p class="line faint">
                {fates[fate]}
                {fate === "negative" && (
                  <Button
                    look="text"
                    label={`Write off the balance of ${name}`}
                    onClick={() => onQuestion({ kind: "write off", key: partner, name })}
                  >
                    Write off
                  </Button>
                )}
              </p>
            )}
            <ul class="card">
              {own.map(({ line }) => (
                <RewardLine
                  key={line.key}
                  reward={line}
                  isOfOnePartner
                  onOpen={() => openReward(line.key)}
                  before={
                    onChosen && (
                      <Tick
                        label={`Choose ${titleOf(line) || line.key}, ${name}`}
                        keys={[line.key]}
                        chosen={chosen}
                        onChosen={onChosen}
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

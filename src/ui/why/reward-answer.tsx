import { useRef } from "preact/hooks";
import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { capitalize } from "../format/words";
import { Button } from "../parts/button";
import { copyFrom } from "../parts/copy-from";
import { Icon } from "../parts/icon";
import { WhyLines } from "./why-lines";

type Explained = Output<"explain-reward">;

/** Why a reward is so much: the arithmetic, the offer that did not apply, how it was decided, and a copy for the partner. */
export function RewardAnswer(props: {
  readonly answer: NonNullable<Explained["reward"]>;
  readonly lines: Explained["lines"];
}) {
  const { answer, lines } = props;
  const { sum, again, other, forPartner } = answer;
  const area = useRef<HTMLTextAreaElement>(null);
  const said = [sum, ...again].flatMap((each) =>
    each === null ? [] : [capitalize(text.said(each))],
  );
  return (
    <div class="why">
      {said.map((each) => (
        <p class="sum" key={each}>
          {each}
        </p>
      ))}
      {other && (
        <p>
          {text.said(other.says)} <span class="faint">({other.name})</span>
        </p>
      )}
      <details>
        <summary class="line">
          How it was decided <Icon name="down" />
        </summary>
        <WhyLines lines={lines} />
      </details>
      <div class="buttons">
        <Button look="text" onClick={() => copyFrom(area.current)}>
          Copy for the partner
        </Button>
      </div>
      <textarea
        ref={area}
        class="unseen"
        tabIndex={-1}
        readOnly
        aria-label="For the partner"
        value={forPartner.map(text.said).join("\n")}
      />
    </div>
  );
}

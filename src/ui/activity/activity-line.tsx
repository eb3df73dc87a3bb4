import { useState } from "preact/hooks";
import type { Output } from "../../engine/contract/contract";
import { clockText } from "../format/days";
import { text } from "../format/text";
import { joinWithDots } from "../format/words";
import { Button } from "../parts/button";
import { Icon } from "../parts/icon";
import { takeBack } from "../trigger/undo-new-terms";

type Line = Output<"list-activity">["rows"][number];
export type Kind = Line["kind"];

const parts = ["record", "from", "to", "why"] as const;
const labels = { record: "Record", from: "From", to: "To", why: "Why" } as const;

/** Takes back the new terms of running drips that a line tells of (DRIP-46). */
function UndoSwitch(props: { readonly line: string }) {
  const [isBusy, setBusy] = useState(false);
  const undo = async () => {
    setBusy(true);
    await takeBack(props.line);
    setBusy(false);
  };
  return (
    <div class="buttons">
      <Button isBusy={isBusy} onClick={() => void undo()}>
        Undo the new terms
      </Button>
    </div>
  );
}

/** One line of Activity; it unfolds to show the record, the values before and after, and the reason. */
export function ActivityLine({ line }: { readonly line: Line }) {
  const { day, time, who, what, seconds } = line;
  const filled = parts.filter((part) => line[part] !== "");
  const head = (
    <span class="grow">
      <span class="block">{text.said(what)}</span>
      <span class="faint block">
        {joinWithDots([
          `${text.day(day)}${time && `, ${clockText(time)}`}`,
          who,
          seconds ? `${seconds} s` : "",
        ])}
      </span>
    </span>
  );
  if (filled.length === 0) return <li class="entry">{head}</li>;
  return (
    <li class="entry">
      <details class="problems">
        <summary class="line">
          {head}
          <Icon name="down" />
        </summary>
        <dl class="pairs">
          {filled.map((part) => (
            <>
              <dt class="faint">{labels[part]}</dt>
              <dd>{text.said(line[part])}</dd>
            </>
          ))}
        </dl>
        {line.isSwitch && <UndoSwitch line={line.key} />}
      </details>
    </li>
  );
}

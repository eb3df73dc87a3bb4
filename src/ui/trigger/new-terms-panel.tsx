import { useState } from "preact/hooks";
import type { Input, Output } from "../../engine/contract/contract";
import { errorAt } from "../form/field-errors";
import { PlainField } from "../form/plain-field";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { Icon } from "../parts/icon";
import { Refusal } from "../parts/notice";
import { Panel } from "../parts/panel";
import { WhenLoaded } from "../parts/when-loaded";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";

type Preview = Output<"switch-drips">;
type Choice = "keep" | "anew" | "date";
const actions = {
  keep: "Save, they keep them",
  anew: "Save and begin anew",
  date: "Save, from this date",
} as const satisfies Record<Choice, string>;

/** Asks what becomes of the running drips of a trigger whose terms change, with what each answer comes to (TRIG-29). */
export function NewTermsPanel(props: {
  readonly input: Input<"switch-drips">;
  readonly isBusy: boolean;
  readonly onKeep: () => void;
  readonly onSwitched: (output: Preview) => void;
  readonly onClose: () => void;
}) {
  const { input, onKeep, onSwitched, onClose } = props;
  const [choice, setChoice] = useState<Choice>("keep");
  const [on, setOn] = useState("");
  const now = useLoad("switch-drips", input);
  const isDated = choice === "date" && on !== "";
  const later = useLoad("switch-drips", { ...input, switchOn: on }, isDated);
  const act = useAct("switch-drips");
  const dated = isDated && !later.isLoading && !later.error ? later.output : undefined;
  const shown = choice === "date" ? dated : now.output;
  const isBusy = props.isBusy || act.isBusy;
  const go = async () => {
    if (choice === "keep") return onKeep();
    const switchOn = choice === "date" ? on : "";
    const reply = await act.start({ ...input, switchOn, confirmed: true });
    if (reply?.ok) onSwitched(reply.output);
  };
  const option = (value: Choice, label: string, about: string) => (
    <label class="choice">
      <input
        type="radio"
        name="new-terms"
        checked={choice === value}
        onChange={() => setChoice(value)}
      />
      <span>
        {label}
        <span class="faint block small">{about}</span>
      </span>
    </label>
  );
  return (
    <Panel title="And the running drips?" onClose={onClose}>
      <WhenLoaded loaded={now} bars={4}>
        {(output) => (
          <>
            <RunningNow preview={output} />
            <fieldset class="field">
              <legend class="unseen">What the running drips do</legend>
              {option("keep", "Keep their terms", `${toCome(output, "keep")} still to come.`)}
              {option(
                "anew",
                "End and begin anew",
                `${toCome(output, "anew")} still to come. What is due by today stands.`,
              )}
              {option(
                "date",
                "From a date",
                dated
                  ? `${toCome(dated, "anew")} still to come.`
                  : "What is due before it is paid by the old terms.",
              )}
            </fieldset>
            {choice === "date" && (
              <PlainField
                id="new-terms-on"
                label="First day of the new terms"
                isDate
                error={errorAt(later.error, "switchOn")}
                value={on}
                onValue={setOn}
              />
            )}
            <Stays preview={output} />
            {choice !== "keep" && shown && <DripByDrip preview={shown} />}
          </>
        )}
      </WhenLoaded>
      {later.error && isDated && !errorAt(later.error, "switchOn") && (
        <Refusal error={later.error} onRetry={later.reload} isBusy={later.isLoading} />
      )}
      {act.error && <Refusal error={act.error} />}
      <div class="buttons">
        {now.output && (choice !== "date" || dated) && (
          <Button look="action" isBusy={isBusy} onClick={() => void go()}>
            {isBusy ? "Saving" : actions[choice]}
          </Button>
        )}
        <Button onClick={onClose}>Go back</Button>
      </div>
    </Panel>
  );
}

const toCome = ({ sums }: Preview, what: "keep" | "anew"): string =>
  sums.map((sum) => text.money(sum[what].text, sum[what].currency)).join(", ");

/** "14 running drips keep 20 % × 12; 3 of them not yet started." */
function RunningNow({ preview }: { readonly preview: Preview }) {
  const { running, notStarted, now, instead } = preview;
  const [first, ...others] = now;
  const begun = notStarted === 0 ? "" : `; ${notStarted} not yet started`;
  return (
    <>
      {others.length === 0 && first ? (
        <p>
          {text.count(running, "running drip has", "running drips have")}{" "}
          <b>{text.said(first.terms)}</b>
          {begun}.
        </p>
      ) : (
        <>
          <p>
            {text.count(running, "running drip")} with other terms{begun}:
          </p>
          <ul class="plain">
            {now.map(({ terms, count }) => (
              <li key={text.said(terms)}>
                {count} with <b>{text.said(terms)}</b>
              </li>
            ))}
          </ul>
        </>
      )}
      {instead && (
        <p>
          New ones get <b>{text.said(instead)}</b> at once, whatever you choose.
        </p>
      )}
    </>
  );
}

function Stays({ preview: { stays } }: { readonly preview: Preview }) {
  if (stays.length === 0) return null;
  return (
    <ul class="plain hint">
      {stays.map(({ why, count }) => (
        <li key={why}>
          {text.count(count, "keeps its terms", "keep their terms")} in any case: {why}.
        </li>
      ))}
    </ul>
  );
}

function DripByDrip({ preview: { drips } }: { readonly preview: Preview }) {
  const money = ({ text: amount, currency }: Preview["drips"]["rows"][number]["keeps"]) =>
    text.money(amount, currency);
  return (
    <details>
      <summary class="line">
        Drip by drip <Icon name="down" />
      </summary>
      <ul class="small">
        {drips.rows.map(({ drip, partnerName, customerName, endsOn, keeps, untilThen, anew }) => (
          <li key={drip}>
            <b>{[partnerName, customerName].filter(Boolean).join(" · ")}</b>: {money(untilThen)}{" "}
            until {text.day(endsOn)}, then {money(anew)}, instead of {money(keeps)}
          </li>
        ))}
        {drips.more > 0 && <li>and {text.count(drips.more, "more drip")}</li>}
      </ul>
    </details>
  );
}

import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { capitalize } from "../format/words";
import { Button, IconButton } from "../parts/button";
import { Tag } from "../parts/tag";
import { open } from "../shell/router";
import { copyOf } from "../trigger/use-trigger-draft";

export type TriggerLine = Output<"list-triggers">["rows"][number];
const tones = { active: { tone: "good" }, paused: { tone: "warning" } } as const;
export const upId = (key: string): string => `up-${key}`;
export const downId = (key: string): string => `down-${key}`;

/** One trigger: its name, state, what it does, and its place in the order. */
export function TriggerCard(props: {
  readonly line: TriggerLine;
  /** The number of triggers that run. */
  readonly of: number;
  readonly isBusy: boolean;
  readonly onMove: (place: number, focus: string) => void;
  readonly onState: (state: "active" | "paused") => void;
}) {
  const { line, of, isBusy, onMove, onState } = props;
  const { key, name, state, sentence, event, problems, place, runningDrips } = line;
  const isActive = state === "active";
  return (
    <>
      <p class="line">
        <button
          type="button"
          class="link strong"
          onClick={() => open({ screen: "trigger", about: key })}
        >
          {place !== null && `${place}. `}
          {name || key}
        </button>
        <Tag label={state} {...tones[state as keyof typeof tones]} />
      </p>
      <p class="faint">{capitalize(text.said(sentence || event))}</p>
      {problems && <p class="field-error">{text.said(problems)}</p>}
      {runningDrips > 0 && <p class="faint">{text.count(runningDrips, "running drip")}</p>}
      {place !== null && (
        <div class="line last">
          <span>
            <Button
              look="text"
              isBusy={isBusy}
              label={`${isActive ? "Pause" : "Activate"} ${name}`}
              onClick={() => onState(isActive ? "paused" : "active")}
            >
              {isActive ? "Pause" : "Activate"}
            </Button>
            <Button
              look="text"
              label={`Duplicate ${name}`}
              onClick={() => open({ screen: "trigger", about: copyOf(key) })}
            >
              Duplicate
            </Button>
          </span>
          <span>
            <IconButton
              id={upId(key)}
              icon="up"
              label={`Move ${name} up`}
              isOff={place === 1}
              onClick={() => onMove(place - 1, upId(key))}
            />
            <IconButton
              id={downId(key)}
              icon="down"
              label={`Move ${name} down`}
              isOff={place === of}
              onClick={() => onMove(place + 1, downId(key))}
            />
          </span>
        </div>
      )}
    </>
  );
}

import { useRef, useState } from "preact/hooks";
import type { Call, Input, ReplyError } from "../../engine/contract/contract";
import { text } from "../format/text";
import { showToast } from "../parts/toast";
import { call } from "../state/call";
import { announceChange } from "../state/elsewhere";
import { namedStore } from "../state/store";

/** What is done at once with an invoice and its lines; moves can be undone. */
export interface LineActs {
  readonly isBusy: boolean;
  readonly error: ReplyError | undefined;
  add(rewards: readonly string[]): Promise<void>;
  takeOff(rewards: readonly string[]): Promise<void>;
  /** To an invoice in review, or with "" to the next one. */
  move(rewards: readonly string[], to: string): Promise<void>;
  pause(paused: boolean): Promise<void>;
}

/** The rewards that this person just took off an invoice, the latest of them: nothing asks for them to be put back. */
export const takenOff = (invoice: string) =>
  namedStore<readonly string[]>(`taken off ${invoice}`, []);
const MOST_TAKEN_OFF = 500;

/** The acts on one invoice; calls `onDone` after each that succeeded. */
export function useLineActs(invoice: string, onDone: () => void): LineActs {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ReplyError | undefined>(undefined);
  const isInFlight = useRef(false);
  const act = async <C extends Call>(
    name: C,
    input: Input<C>,
    sentence: string,
    back?: () => void,
    whenDone?: () => void,
  ) => {
    if (isInFlight.current) return;
    isInFlight.current = true;
    setBusy(true);
    const reply = await call(name, input);
    isInFlight.current = false;
    setBusy(false);
    setError(reply.ok ? undefined : reply.error);
    if (!reply.ok) return;
    whenDone?.();
    announceChange();
    showToast(sentence, back && { label: "Undo", go: back });
    onDone();
  };
  const ofLines = (rewards: readonly string[]) => {
    const lines = text.count(rewards.length, "line");
    const onIt = { rewards, to: "on an invoice", invoice } as const;
    const putBack = () => void act("place-rewards", onIt, `${lines} put back.`);
    const note = () => {
      const all = new Set([...takenOff(invoice).get(), ...rewards]);
      takenOff(invoice).set([...all].slice(-MOST_TAKEN_OFF));
    };
    return { lines, onIt, putBack, note };
  };
  const takeOff = (rewards: readonly string[], isUndo: boolean) => {
    const { lines, putBack, note } = ofLines(rewards);
    const sentence = `${lines} removed; the next invoice takes them.`;
    const input = { rewards, to: "off its invoice" } as const;
    return isUndo
      ? act("place-rewards", input, sentence)
      : act("place-rewards", input, sentence, putBack, note);
  };
  const pause = (paused: boolean): Promise<void> =>
    act(
      "pause-invoice",
      { invoice, paused },
      paused ? "Paused: no run will finalize it." : "Resumed.",
      () => void pause(!paused),
    );
  return {
    isBusy,
    error,
    add: (rewards) => {
      const { lines, onIt } = ofLines(rewards);
      const undo = () => void takeOff(rewards, true);
      return act("place-rewards", onIt, `${lines} added.`, undo);
    },
    takeOff: (rewards) => takeOff(rewards, false),
    move: (rewards, to) => {
      const { lines, putBack, note } = ofLines(rewards);
      const place = to === "" ? "on the next one" : "on an invoice";
      const input = { rewards, to: place, invoice: to } as const;
      return act("place-rewards", input, `${lines} moved.`, putBack, note);
    },
    pause,
  };
}

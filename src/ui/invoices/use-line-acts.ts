import { useRef, useState } from "preact/hooks";
import type { Call, Input, ReplyError } from "../../engine/contract/contract";
import { text } from "../format/text";
import { say } from "../parts/toast";
import { call } from "../state/call";

/** What is done at once with an invoice and its lines; what moves lines offers the way back. */
export interface LineActs {
  readonly isBusy: boolean;
  readonly error: ReplyError | undefined;
  add(rewards: readonly string[]): Promise<void>;
  takeOff(rewards: readonly string[]): Promise<void>;
  /** To an invoice in review, or to the next one: "". */
  move(rewards: readonly string[], to: string): Promise<void>;
  pause(paused: boolean): Promise<void>;
}

/** The acts on one invoice; `onDone` after each that was done. */
export function useLineActs(invoice: string, onDone: () => void): LineActs {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ReplyError | undefined>(undefined);
  const isUnderWay = useRef(false);
  const act = async <C extends Call>(
    name: C,
    input: Input<C>,
    sentence: string,
    back?: () => void,
  ) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setBusy(true);
    const reply = await call(name, input);
    isUnderWay.current = false;
    setBusy(false);
    setError(reply.ok ? undefined : reply.error);
    if (!reply.ok) return;
    say(sentence, back && { label: "Undo", go: back });
    onDone();
  };
  const ofLines = (rewards: readonly string[]) => {
    const lines = text.count(rewards.length, "line");
    const putBack = () => void act("add-to-invoice", { rewards, invoice }, `${lines} put back.`);
    return { lines, putBack };
  };
  const takeOff = (rewards: readonly string[], isUndo: boolean) => {
    const { lines, putBack } = ofLines(rewards);
    const said = `${lines} taken off, for the next opening.`;
    return act("remove-from-invoice", { rewards }, said, isUndo ? undefined : putBack);
  };
  const pause = (paused: boolean): Promise<void> =>
    act(
      "pause-invoice",
      { invoice, paused },
      paused ? "Paused: no run makes it final." : "Resumed.",
      () => void pause(!paused),
    );
  return {
    isBusy,
    error,
    add: (rewards) => {
      const { lines } = ofLines(rewards);
      const undo = () => void takeOff(rewards, true);
      return act("add-to-invoice", { rewards, invoice }, `${lines} added.`, undo);
    },
    takeOff: (rewards) => takeOff(rewards, false),
    move: (rewards, to) => {
      const { lines, putBack } = ofLines(rewards);
      return act("move-to-invoice", { rewards, invoice: to }, `${lines} moved.`, putBack);
    },
    pause,
  };
}

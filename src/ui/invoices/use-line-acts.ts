import type { ReplyError } from "../../engine/contract";
import { say } from "../shell/toast";
import { useAct } from "../state/use-act";
import { text } from "../text";

/** What is done at once with an invoice and its lines; what moves lines offers the way back. */
export interface LineActs {
  readonly isBusy: boolean;
  readonly error: ReplyError | undefined;
  add(rewards: readonly string[]): Promise<void>;
  takeOff(rewards: readonly string[]): Promise<void>;
  /** To an invoice in review, or to the next one: "". */
  move(rewards: readonly string[], to: string): Promise<void>;
  pause(isPaused: boolean): Promise<void>;
}

export function useLineActs(invoice: string, onDone: () => void): LineActs {
  const adding = useAct("add-to-invoice");
  const taking = useAct("remove-from-invoice");
  const moving = useAct("move-to-invoice");
  const pausing = useAct("pause-invoice");
  const all = [adding, taking, moving, pausing];
  const lines = (keys: readonly string[]) => text.count(keys.length, "line");
  const isDone = (reply: { readonly ok: boolean } | undefined): boolean => {
    if (reply?.ok) onDone();
    return reply?.ok === true;
  };
  const add = async (keys: readonly string[]) =>
    isDone(await adding.start({ invoice, rewards: keys.join("\n") }));
  const takeOff = async (keys: readonly string[]) =>
    isDone(await taking.start({ rewards: keys.join("\n") }));
  const back = (keys: readonly string[]) => ({
    label: "Undo",
    go: () => void add(keys).then((isBack) => isBack && say(`${lines(keys)} put back.`)),
  });
  return {
    isBusy: all.some(({ isBusy }) => isBusy),
    error: all.map(({ error }) => error).find(Boolean),
    add: async (keys) => {
      const undo = { label: "Undo", go: () => void takeOff(keys) };
      if (await add(keys)) say(`${lines(keys)} added.`, undo);
    },
    takeOff: async (keys) => {
      if (await takeOff(keys)) say(`${lines(keys)} taken off, for the next opening.`, back(keys));
    },
    move: async (keys, to) => {
      if (isDone(await moving.start({ rewards: keys.join("\n"), invoice: to }))) {
        say(`${lines(keys)} moved.`, back(keys));
      }
    },
    pause: async (paused) => {
      if (isDone(await pausing.start({ invoice, paused }))) {
        say(paused ? "Paused: no run makes it final." : "Resumed.");
      }
    },
  };
}

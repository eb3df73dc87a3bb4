import { useState } from "preact/hooks";
import type { Output } from "../../engine/contract";
import { say } from "../shell/toast";
import { useAct } from "../state/use-act";
import { text } from "../text";
import type { Decided } from "./decision-words";

type Moved = Output<"set-reward-status">;

/** Released rewards that can still go on an invoice in review. */
export interface LateRewards {
  readonly invoice: string;
  readonly rewards: readonly string[];
}

/** Decides on rewards: says what was done with the way back, and offers the invoice that could take them now. */
export function useDecide(onDone: () => void) {
  const act = useAct("set-reward-status");
  const back = useAct("take-back-status");
  const add = useAct("add-to-invoice");
  const [late, setLate] = useState<LateRewards | undefined>(undefined);

  const takeBack = async (moves: string) => {
    const reply = await back.start({ moves });
    if (!reply?.ok) return;
    const { rewards, left } = reply.output;
    const stay = left > 0 ? ` ${text.count(left, "reward")} changed since and stay.` : "";
    say(`Taken back: ${text.count(rewards.length, "reward")}.${stay}`);
    setLate(undefined);
    onDone();
  };
  return {
    isBusy: act.isBusy || back.isBusy || add.isBusy,
    error: act.error ?? back.error ?? add.error,
    late,
    dropLate: () => setLate(undefined),
    /** Whether it was done, at least for one. */
    decide: async (rewards: readonly string[], status: Decided, reason: string) => {
      const reply = await act.start({ rewards: rewards.join("\n"), status, reason });
      if (!reply?.ok) return false;
      const { takeBack: moves } = reply.output;
      say(
        sentenceOf(reply.output, status),
        moves === null ? undefined : { label: "Undo", go: () => void takeBack(moves) },
      );
      setLate(lateOf(reply.output));
      onDone();
      return true;
    },
    addLate: async () => {
      if (!late) return;
      const reply = await add.start({ rewards: late.rewards.join("\n"), invoice: late.invoice });
      if (!reply?.ok) return;
      say(`${text.count(late.rewards.length, "reward")} put on ${late.invoice}.`);
      setLate(undefined);
      onDone();
    },
  };
}

function sentenceOf({ rewards, refused }: Moved, status: Decided): string {
  const done = `${text.count(rewards.length, "reward")} ${status === "pending" ? "set to pending" : status}.`;
  const [first] = refused;
  return first ? `${done} ${text.count(refused.length, "other")} can't be: ${first.message}` : done;
}

function lateOf({ rewards }: Moved): LateRewards | undefined {
  const invoice = rewards.find(({ couldGoOn }) => couldGoOn !== null)?.couldGoOn;
  if (!invoice) return undefined;
  const same = rewards.filter(({ couldGoOn }) => couldGoOn === invoice);
  return { invoice, rewards: same.map(({ reward }) => reward) };
}

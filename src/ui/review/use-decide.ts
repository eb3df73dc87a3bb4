import { useState } from "preact/hooks";
import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { showToast } from "../parts/toast";
import type { RewardView } from "../rewards/reward-line";
import { useAct } from "../state/use-act";
import type { Decision } from "./decision-words";

type Moved = Output<"set-reward-status">;

/** What can be done next: add approved rewards to an invoice in review, or trust the rest of a drip. */
export interface Offer {
  readonly sentence: string;
  readonly label: string;
  readonly take: () => void;
}

/** Decides on rewards: shows what was done with an undo, and offers an invoice that can still take them. */
export function useDecide(onDone: () => void) {
  const act = useAct("set-reward-status");
  const undoing = useAct("take-back-status");
  const add = useAct("place-rewards");
  const trust = useAct("trust-drip");
  const [offers, setOffers] = useState<readonly Offer[]>([]);

  const undo = async (moves: string) => {
    const reply = await undoing.start({ moves });
    if (!reply?.ok) return;
    const { rewards, left } = reply.output;
    const stay = left > 0 ? ` ${text.count(left, "reward")} changed since and kept.` : "";
    showToast(`Undone: ${text.count(rewards.length, "reward")}.${stay}`);
    setOffers([]);
    onDone();
  };
  const addLate = async (rewards: readonly string[], invoice: string) => {
    const reply = await add.start({ rewards, to: "on an invoice", invoice });
    if (!reply?.ok) return;
    showToast(`${text.count(rewards.length, "reward")} added to ${text.invoice(invoice)}.`);
    setOffers([]);
    onDone();
  };
  const trustRest = async (drip: string) => {
    const reply = await trust.start({ drip });
    if (!reply?.ok) return;
    showToast(`Trusted: ${text.count(reply.output.released, "reward")} no longer on hold.`);
    setOffers([]);
    onDone();
  };
  const offersOf = ({ rewards, couldTrust }: Moved): readonly Offer[] => {
    const invoice = rewards.find(({ couldGoOn }) => couldGoOn !== null)?.couldGoOn ?? "";
    const late = rewards.filter(({ couldGoOn }) => couldGoOn === invoice);
    const keys = late.map(({ reward }) => reward);
    return [
      ...couldTrust.map((drip) => ({
        sentence: `The rest of drip ${drip} is on hold for the same reason.`,
        label: "Trust the rest",
        take: () => void trustRest(drip),
      })),
      ...(invoice === ""
        ? []
        : [
            {
              sentence: `${text.count(keys.length, "late reward")} can still be added to ${text.invoice(invoice)}.`,
              label: "Add to this invoice",
              take: () => void addLate(keys, invoice),
            },
          ]),
    ];
  };
  return {
    isBusy: act.isBusy || undoing.isBusy || add.isBusy || trust.isBusy,
    error: act.error ?? undoing.error ?? add.error ?? trust.error,
    offers,
    dropOffers: () => setOffers([]),
    /** Whether it was done for at least one reward. */
    decide: async (targets: readonly RewardView[], status: Decision, reason: string) => {
      const rewards = targets.map(({ key }) => key);
      const reply = await act.start({ rewards, status, reason });
      if (!reply?.ok) return false;
      const { takeBack: moves } = reply.output;
      showToast(
        sentenceOf(reply.output, status, targets),
        moves === null ? undefined : { label: "Undo", go: () => void undo(moves) },
      );
      setOffers(offersOf(reply.output));
      onDone();
      return true;
    },
  };
}

/** What was done; a single reward is named, since it may not be the one that was meant. */
function sentenceOf(
  { rewards, refused }: Moved,
  status: Decision,
  targets: readonly RewardView[],
): string {
  const [one, ...more] = targets.filter(({ key }) => rewards.some(({ reward }) => reward === key));
  const which =
    one && more.length === 0 ? `: ${one.partnerName}, ${text.money(one.amount, one.currency)}` : "";
  const to = status === "pending" ? "set to pending" : status;
  const done = `${text.count(rewards.length, "reward")} ${to}${which}.`;
  const [first] = refused;
  return first
    ? `${done} ${text.count(refused.length, "other")} not changed: ${text.said(first.message)}`
    : done;
}

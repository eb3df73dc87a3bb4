import { useState } from "preact/hooks";
import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { showToast } from "../parts/toast";
import { useAct } from "../state/use-act";
import type { Decision } from "./decision-words";
import type { Decidable } from "./selection";

type Moved = Output<"set-reward-status">;

/** What can be done next: add approved rewards to an invoice in review, or trust the rest of a drip. */
export interface Offer {
  readonly sentence: string;
  readonly label: string;
  readonly take: () => void;
}

/** The most rewards decided on by one call: the next one waits until it has been answered, and says how far it is. */
const PART = 200;
const nothing: Moved = { rewards: [], refused: [], couldTrust: [], takeBack: null };

/**
 * Decides on rewards, many of them part by part: shows what was done with an undo, and offers an invoice that can still
 * take them. `onDone` gets the rewards that a call that failed left undecided.
 */
export function useDecide(onDone: (undecided: readonly Decidable[]) => void) {
  const act = useAct("set-reward-status");
  const undoing = useAct("take-back-status");
  const add = useAct("place-rewards");
  const trust = useAct("trust-drip");
  const [offers, setOffers] = useState<readonly Offer[]>([]);
  const [progress, setProgress] = useState<string | undefined>(undefined);

  const undo = async (parts: readonly string[]) => {
    let [undone, left] = [0, 0];
    for (const moves of [...parts].reverse()) {
      const reply = await undoing.start({ moves });
      if (!reply?.ok) break;
      undone += reply.output.rewards.length;
      left += reply.output.left;
    }
    const stay = left > 0 ? ` ${text.count(left, "reward")} changed since and kept.` : "";
    if (undone + left > 0) showToast(`Undone: ${text.count(undone, "reward")}.${stay}`);
    setOffers([]);
    onDone([]);
  };
  const addLate = async (rewards: readonly string[], invoice: string) => {
    const reply = await add.start({ rewards, to: "on an invoice", invoice });
    if (!reply?.ok) return;
    showToast(`${text.count(rewards.length, "reward")} added to ${text.invoice(invoice)}.`);
    setOffers([]);
    onDone([]);
  };
  const trustRest = async (drip: string) => {
    const reply = await trust.start({ drip });
    if (!reply?.ok) return;
    showToast(`Trusted: ${text.count(reply.output.released, "reward")} no longer on hold.`);
    setOffers([]);
    onDone([]);
  };
  const offersOf = ({ rewards, couldTrust }: Moved): readonly Offer[] => {
    const invoice = rewards.find(({ couldGoOn }) => couldGoOn !== null)?.couldGoOn ?? "";
    const late = rewards.filter(({ couldGoOn }) => couldGoOn === invoice);
    const keys = late.map(({ reward }) => reward);
    return [
      ...couldTrust.map((drip) => ({
        sentence: `The rest of ${couldTrust.length === 1 ? "this drip" : `drip ${drip}`} is on hold for the same reason.`,
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
    /** How far a decision on many has come. */
    progress,
    offers,
    dropOffers: () => setOffers([]),
    /** Whether every call was answered and at least one reward was decided. */
    decide: async (targets: readonly Decidable[], status: Decision, reason: string) => {
      const keys = targets.map(({ key }) => key);
      const parts: string[] = [];
      let done = nothing;
      let from = 0;
      for (; from < keys.length; from += PART) {
        if (keys.length > PART)
          setProgress(`${text.number(from)} of ${text.count(keys.length, "reward")}`);
        const reply = await act.start({ rewards: keys.slice(from, from + PART), status, reason });
        if (!reply?.ok) break;
        const { rewards, refused, couldTrust, takeBack } = reply.output;
        if (takeBack !== null) parts.push(takeBack);
        done = {
          rewards: [...done.rewards, ...rewards],
          refused: [...done.refused, ...refused],
          couldTrust: [...done.couldTrust, ...couldTrust],
          takeBack: null,
        };
      }
      setProgress(undefined);
      if (done.rewards.length === 0) return false;
      showToast(
        sentenceOf(done, status, targets),
        parts.length === 0 ? undefined : { label: "Undo", go: () => void undo(parts) },
      );
      setOffers(offersOf(done));
      onDone(targets.slice(from));
      return from >= keys.length;
    },
  };
}

/** What was done; a single reward is named, since it may not be the one that was meant. */
function sentenceOf(
  { rewards, refused }: Moved,
  status: Decision,
  targets: readonly Decidable[],
): string {
  const [one, ...more] = targets.filter(({ key }) => rewards.some(({ reward }) => reward === key));
  const named = ({ partnerName, amount, currency }: Decidable) =>
    [partnerName, text.money(amount, currency)].filter(Boolean).join(", ");
  const which = one?.partnerName && more.length === 0 ? `: ${named(one)}` : "";
  const to = status === "pending" ? "set to pending" : status;
  const done = `${text.count(rewards.length, "reward")} ${to}${which}.`;
  const [first] = refused;
  if (!first) return done;
  const left = targets.find(({ key }) => key === first.reward);
  const whose = left ? ` (${refused.length > 1 ? "the first: " : ""}${named(left)})` : "";
  return `${done} ${text.count(refused.length, "other")} not changed${whose}: ${text.said(first.message)}`;
}

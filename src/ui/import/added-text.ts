import { text } from "../format/text";
import type { Outcome } from "./outcome";

/** What an import added, kind by kind, without those of which there is nothing. */
export const addedText = (outcome: Pick<Outcome, (typeof addedKinds)[number][0]>): string =>
  addedKinds
    .flatMap(([kind, one]) => (outcome[kind] > 0 ? [text.count(outcome[kind], one)] : []))
    .join(", ") || "nothing";

const addedKinds = [
  ["sales", "sale"],
  ["refunds", "refund"],
  ["rewards", "reward"],
  ["drips", "drip"],
  ["customers", "customer"],
  ["partners", "partner"],
] as const;

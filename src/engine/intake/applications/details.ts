import type { Sentence } from "../../kernel/message";
import type { Program } from "../../program/program";
import type { Partner } from "../../tables";
import { detailInputs, detailText, payoutIds } from "../partner-details";
import { type FormAnswer, textOf } from "./read-answers";

type PayoutId = (typeof payoutIds)[number];
/** A payout detail that an answer gives. */
export interface PayoutDetail {
  readonly id: PayoutId;
  readonly label: string;
  /** As it stands on Partners; "" where blank, or where there is no partner. */
  readonly from: string;
  /** As the answer says it. */
  readonly to: string;
  /** What a cell of Partners would hold; undefined where it could not. */
  readonly value: unknown;
  /** Why it can't be taken; null where it can. */
  readonly fault: Sentence | null;
}

/** The payout details in an answer that differ from those on Partners. A blank changes nothing. */
export function payoutDetailsIn(
  { context }: Pick<Program, "context">,
  answer: FormAnswer,
  partner: Partner | undefined,
): readonly PayoutDetail[] {
  return payoutIds.flatMap((id): readonly PayoutDetail[] => {
    const text = textOf(answer, id);
    const { label, field, longest } = detailInputs[id];
    const from = partner ? detailText(partner, id) : "";
    if (text === "") return [];
    const read = field.parse(text, context);
    if (read.ok && read.value === from) return [];
    if (read.ok && text.length <= longest)
      return [{ id, label, from, to: String(read.value), value: read.value, fault: null }];
    const fault = read.ok
      ? `${label} is too long: it has at most ${longest} characters.`
      : read.message;
    return [{ id, label, from, to: text, value: undefined, fault }];
  });
}

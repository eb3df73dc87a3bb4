import type { Sentence } from "../../kernel/message";
import type { Program } from "../../program/program";
import type { Partner } from "../../tables";
import { detailInputs, detailText, payoutIds } from "../partner-details";
import { type FormAnswer, textOf } from "./read-answers";

type PayoutId = (typeof payoutIds)[number];
/** One thing that an answer says of how its sender is paid. */
export interface SaidDetail {
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

/** What an answer says of how its sender is paid, as far as that is something else than stands on Partners. A blank says nothing. */
export function detailsSaid(
  { context }: Pick<Program, "context">,
  answer: FormAnswer,
  partner: Partner | undefined,
): readonly SaidDetail[] {
  return payoutIds.flatMap((id): readonly SaidDetail[] => {
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

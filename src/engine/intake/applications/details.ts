import type { Program } from "../../program/program";
import type { Partner } from "../../tables";
import { detailInputs, detailText, payoutIds } from "../partner-details";
import { type FormAnswer, textOf } from "./read-answers";

/**
 * The payout details in an answer that differ from those on Partners. A blank changes nothing. `from` is as it stands on
 * Partners, "" where that is blank or there is no partner; `to` as the answer says it; `value` what a cell of Partners would
 * hold, undefined where it could not; `fault` why it can't be taken, null where it can.
 */
export function payoutDetailsIn(
  { context }: Pick<Program, "context">,
  answer: FormAnswer,
  partner: Partner | undefined,
) {
  return payoutIds.flatMap((id) => {
    const text = textOf(answer, id);
    const { label, field, longest } = detailInputs[id];
    const from = partner ? detailText(partner, id) : "";
    if (text === "") return [];
    const read = field.parse(text, context);
    if (read.ok && read.value === from) return [];
    const tooLong = `${label} is too long: it has at most ${longest} characters.`;
    const fault = !read.ok ? read.message : text.length > longest ? tooLong : null;
    const value = read.ok && fault === null ? read.value : undefined;
    return [{ id, label, from, to: value ?? text, value, fault }];
  });
}

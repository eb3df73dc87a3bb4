import { payoutDetailsIn } from "../../intake/applications/details";
import { keyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { DomainError } from "../../kernel/problem";
import { refuseInput } from "../../kernel/refuse-input";
import type { Partner } from "../../tables";
import { useCase } from "../shared/use-case";
import { answerInputs, chosenAnswer, decidedWithEarlier, partnerFinder } from "./application";
import { changeDetails } from "./change-partner";

/**
 * Changes how a partner is paid to what the partner's answer says, once a person has seen both (PARTNER-7f). All of it or
 * nothing: a detail that can't be read, or where money can't be sent, refuses the whole. Throws APPLICATION_CHANGED,
 * APPLICATION_DECIDED or INPUT_INVALID.
 */
export const takeAnswer = useCase({
  name: "take-answer",
  edits: "leave",
  inputs: { ...answerInputs, partner: input("Partner", keyField, { required: true }) },
  reads: ["partners", "activity"],
  decide: (work, { answer, shown, partner: key }, env) => {
    const state = chosenAnswer(work, env, { answer, shown });
    const before = partnerFinder(work)(state.answer);
    if (state.decided) throw new DomainError("APPLICATION_DECIDED");
    if (before?.key !== key) throw new DomainError("APPLICATION_CHANGED");
    const details = payoutDetailsIn(work.program, state.answer, before);
    for (const { id, fault } of details) if (fault) refuseInput(id, fault);
    const wanted = Object.fromEntries(details.map(({ id, value }) => [id, value]));
    return changeDetails(work, env, before, {
      after: { ...before, ...(wanted as Partial<Partner>) },
      what: "Changed how a partner is paid, as the form's answer says",
      answers: decidedWithEarlier("changed", state, env),
    });
  },
});

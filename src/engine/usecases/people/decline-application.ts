import { decidedNow } from "../../intake/applications/decisions";
import { recordMade } from "../../intake/import/made-rows";
import { clip } from "../../kernel/cells";
import { longTextField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { DomainError } from "../../kernel/problem";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";
import { answerInputs, chosenAnswer } from "./application";

/**
 * Declines an application with a reason, or leaves a partner's details as they are: the answer waits no more, unless it is
 * changed (PARTNER-7c). One line of Activity, by which it can be taken back. Throws APPLICATION_CHANGED or APPLICATION_DECIDED.
 */
export const declineApplication = useCase({
  name: "decline-application",
  edits: "leave",
  inputs: {
    ...answerInputs,
    reason: input("Reason", longTextField, {
      required: true,
      hint: "For your team. Nobody is mailed.",
    }),
  },
  reads: ["activity"],
  decide: (work, { answer, shown, reason }, env) => {
    const state = chosenAnswer(work, env, { answer, shown });
    const { id, name, email } = state.answer;
    if (state.decided?.what === "declined") return { answer: id, wasThere: true };
    if (state.decided) throw new DomainError("APPLICATION_DECIDED");
    const line = logAct(work, env, {
      what: "Declined an application",
      to: clip(email || name, 254),
      why: reason,
      answers: [decidedNow("declined", state.answer, env.today)],
    });
    recordMade(work, line, {});
    return { answer: id, wasThere: false };
  },
});

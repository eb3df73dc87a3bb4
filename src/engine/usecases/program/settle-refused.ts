import { wordField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { problemLine } from "../../kernel/problem-line";
import { refusedChoices } from "../../kernel/vocabulary";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";

/**
 * A person decides about what Google refused. The door does it: tries it again, or drops it; what is given up is told in
 * Activity (REFUSAL-1).
 */
export const settleRefused = useCase({
  name: "settle-refused",
  edits: "leave",
  inputs: { choice: input("What to do", wordField(refusedChoices), { required: true }) },
  reads: ["activity"],
  decide: (work, { choice }, env) => {
    if (choice !== "give up") return {};
    const lines = env.refused().problems.map(problemLine);
    logAct(work, env, { what: "Gave up what Google refused to write.", why: lines.join("\n") });
    return {};
  },
});

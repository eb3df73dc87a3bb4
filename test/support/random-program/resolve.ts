import type { ActJson, ProgramJson } from "../examples/format";
import { doAct } from "../model/acts";
import { beginModel } from "../model/play";
import type { Draft } from "./acts";

type WithRuns = Omit<ProgramJson, "runs"> & { readonly runs: readonly string[] };

/** A program with its drafts calculated, by playing it through the reference. */
export function withActs(program: WithRuns, drafts: readonly Draft[]): ProgramJson {
  const model = beginModel(program);
  const all = [...program.acts, ...drafts, ...program.runs.map((day) => ({ day }))];
  const days = [...new Set(all.map(({ day }) => day))].sort();
  const acts: ActJson[] = [];
  for (const day of days) {
    const rows = program.acts.filter((act) => act.day === day);
    for (const act of rows) doAct(model, act);
    acts.push(...rows);
    for (const draft of drafts.filter((each) => each.day === day)) {
      model.today = day;
      const act = draft.act(model);
      if (!act) continue;
      doAct(model, act);
      acts.push(act);
    }
    if (program.runs.includes(day)) doAct(model, { day, do: "run" });
  }
  return { ...program, acts };
}

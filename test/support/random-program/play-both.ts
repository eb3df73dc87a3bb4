import type { ActJson, ProgramJson } from "../examples/format";
import type { Played } from "../examples/names";
import { playProgram } from "../examples/play-example";
import { copyOf, doAct } from "../model/acts";
import { takeUp } from "../model/decide";
import { beginModel } from "../model/play";
import type { Model } from "../model/state";
import { viewOf } from "../model/view";

/**
 * Plays a program through the engine and the reference side by side, and shows both after each run. What the engine
 * refuses must change nothing in the reference either.
 */
export function playBoth(
  program: ProgramJson,
  afterRun: (day: string, engine: Played, reference: Model) => void,
): void {
  const model = beginModel(program);
  let refused = false;
  playProgram(program, {
    watch: (played, { act }) => {
      if (refused) expectNothingOf(model, act);
      else doAct(model, act);
      refused = false;
      if (act.do === "run") afterRun(act.day, played, model);
    },
    onRefusal: (_, __, played) => {
      refused = true;
      return played;
    },
  });
}

function expectNothingOf(model: Model, act: ActJson): void {
  const [before, after] = [copyOf(model), copyOf(model)];
  before.today = act.day;
  takeUp(before);
  doAct(after, act);
  takeUp(after);
  expect([act, viewOf(after)]).toEqual([act, viewOf(before)]);
}

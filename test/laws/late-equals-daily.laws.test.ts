import fc from "fast-check";
import type { ProgramJson } from "../support/examples/format";
import { type Played, rewardName } from "../support/examples/names";
import { playProgram } from "../support/examples/play-example";
import { readState } from "../support/examples/read-state";
import { law, programs } from "../support/laws";
import { playModel } from "../support/model/play";
import { viewOf } from "../support/model/view";
import { recordsOf } from "../support/program";
import { everyDay, fewDays, LAST } from "../support/random-program/days";
import { lawfulProgram } from "../support/random-program/program";
import { runInParts, someParts } from "../support/random-program/run-in-parts";

/** What must be the same, on whatever days runs fall (TIME-2d). */
function resultsOf(played: Played) {
  const { rewards, drips, groups, judged } = readState(played);
  const main = recordsOf(played.program, "rewards").filter(({ adjusts }) => adjusts === null);
  return {
    judged,
    groups,
    rewards: Object.fromEntries(
      main.map((reward) => {
        const name = rewardName(played, reward);
        const { why, earnedOn, partner, customer, currency, terms, amount, calculated } = reward;
        // Nobody typed an amount, so the target is what the terms come to.
        const target = calculated ?? amount;
        const own = { why, earnedOn, partner, customer, currency, terms: terms ?? null, target };
        return [name, { ...own, net: rewards[name]?.net }];
      }),
    ),
    drips: Object.fromEntries(
      Object.entries(drips).map(([name, { made, lost, to_come, dates }]) => [
        name,
        { made, lost, to_come, dates },
      ]),
    ),
  };
}

const daily = (program: ProgramJson) => resultsOf(playProgram({ ...program, runs: everyDay }));

describe("late = daily (TIME-2)", () => {
  law(
    "runs on a few days come to the same as a run on every day",
    fc.tuple(lawfulProgram, fewDays),
    ([program, few]) => {
      expect(resultsOf(playProgram({ ...program, runs: few }))).toEqual(daily(program));
    },
    programs,
  );

  law(
    "so do runs in parts of any size, cut off between them",
    fc.tuple(lawfulProgram, fewDays, someParts),
    ([program, few, parts]) => {
      const runOn = (played: Played, day: string): Played => ({
        ...played,
        program: runInParts(played.program, day, parts, day === LAST),
      });
      const inParts = playProgram({ ...program, runs: few }, { runOn });
      expect(resultsOf(inParts)).toEqual(daily(program));
    },
    programs,
  );

  law(
    "the reference keeps the law, too",
    fc.tuple(lawfulProgram, fewDays),
    ([program, few]) => {
      const lived = (runs: readonly string[]) => {
        const { rewards, drips, groups, judged } = viewOf(playModel({ ...program, runs }));
        const nets = Object.entries(rewards).map(([name, { net, earned }]) => [name, net, earned]);
        const parts = Object.entries(drips).map(([name, { made, lost }]) => [name, made, lost]);
        return { nets, parts, groups, judged };
      };
      expect(lived(few)).toEqual(lived(everyDay));
    },
    programs,
  );
});

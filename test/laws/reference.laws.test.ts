import { readState } from "../support/examples/read-state";
import { law, programs } from "../support/laws";
import { comparable } from "../support/model/comparable";
import { viewOf } from "../support/model/view";
import { everyDay } from "../support/random-program/days";
import { playBoth } from "../support/random-program/play-both";
import { anyProgram, decidedProgram, lawfulProgram } from "../support/random-program/program";

/** The reference reads the same rules and shares no code with the engine (TIME-1 to TIME-8, TARGET-1 to TARGET-13). */
describe("after each run the engine has come to the same as the reference", () => {
  const isAlike = (program: Parameters<typeof playBoth>[0]): void =>
    playBoth(program, (day, engine, reference) => {
      const seen = [day, comparable(readState(engine))];
      expect(seen).toEqual([day, comparable(viewOf(reference))]);
    });

  law("whatever people do, and on whatever days runs fall", anyProgram, isAlike, programs);
  law(
    "however often rewards are refunded, typed, declined, made final and reopened",
    decidedProgram,
    isAlike,
    programs,
  );
  const daily = lawfulProgram.map((program) => ({ ...program, runs: everyDay }));
  law("every day, where people only type rows in time", daily, isAlike, programs);
});

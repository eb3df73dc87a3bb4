import fc from "fast-check";
import { runKey } from "../../src/engine/kernel/keys";
import { apply } from "../../src/engine/program/changeset";
import { begin } from "../../src/engine/program/work";
import { doRunPart } from "../../src/engine/run/steps";
import { isOnlyDay } from "../../src/engine/undo/record-undo";
import { restsUntil } from "../../src/engine/usecases/program/rest";
import type { ProgramJson } from "../support/examples/format";
import type { Played } from "../support/examples/names";
import { playProgram } from "../support/examples/play-example";
import { law, programs } from "../support/laws";
import { envOn } from "../support/program";
import { everyDay, LENGTH } from "../support/random-program/days";
import { anyProgram, lawfulProgram } from "../support/random-program/program";

let foreseen = 0;
const many = fc.oneof(
  anyProgram.map((program) => ({ ...program, runs: everyDay })),
  // One that many days pass by after its last act.
  fc.tuple(lawfulProgram, fc.integer({ min: 10, max: LENGTH - 20 })).map(([program, last]) => ({
    ...program,
    acts: program.acts.filter(({ day }) => day <= (everyDay[last] as string)),
    runs: everyDay,
  })),
);

describe("laws of runs that find nothing to do (RUN-22)", () => {
  law(
    "until the day that was foreseen, as long as no cell is changed, no run does anything or finds anything else",
    many as fc.Arbitrary<ProgramJson>,
    (given) => {
      let until: string | null = null;
      let found = "";
      const runOn = ({ program, ...played }: Played, day: string): Played => {
        const env = envOn(day);
        const id = runKey(`${day} ${env.now.time}`, "daily");
        const work = begin(program);
        const { problems, health } = doRunPart(work, env, id).counts;
        const changes = work.changes();
        const after = apply(program, changes);
        const now = JSON.stringify([problems, health]);
        if (until !== null && day <= until) {
          foreseen++;
          expect([
            day,
            now,
            changes.effects.filter((each) => !isOnlyDay({ effects: [each] })),
          ]).toEqual([day, found, []]);
        } else if (isOnlyDay(changes)) {
          until = restsUntil(after, env, id);
          found = now;
        }
        return { ...played, program: after };
      };
      const watch = (_: Played, { act }: { readonly act: { readonly do: string } }) => {
        if (act.do !== "run") until = null;
      };
      playProgram(given, { runOn, watch, onRefusal: (_, __, played) => played });
    },
    programs,
  );

  test("such days came", () => expect(foreseen).toBeGreaterThan(programs));
});

import fc from "fast-check";
import { addDays, day } from "../../src/engine/kernel/day";
import { apply } from "../../src/engine/program/changeset";
import type { Program } from "../../src/engine/program/program";
import { begin, type Work } from "../../src/engine/program/work";
import { pastAgain } from "../../src/engine/simulate/past-again";
import { simulate } from "../../src/engine/simulate/simulate";
import { advance } from "../../src/engine/timeline/advance";
import { keepLivedUntil, keepStoppedAt } from "../../src/engine/timeline/lived-until";
import { settleAll } from "../../src/engine/timeline/refunds";
import { versionTriggers } from "../../src/engine/triggers/version";
import { programWith } from "../engine/judging/judge-on";
import { law } from "../support/laws";
import { cellsOf, type Given, recordsOf } from "../support/program";
import { given, type RowGiven } from "./given-program";

const TODAY = day("2026-06-30");
const tabs = ["partners", "customers", "transactions", "rewards", "drips"] as const;

/** Lives a program's days up to one, in parts of so many rows at most, each written before the next begins. */
function livedIn(program: Program, until: typeof TODAY, atMost?: number): Program {
  let current = program;
  for (let more = true; more; ) {
    const work: Work = begin(current);
    versionTriggers(work);
    const when = { today: until, run: "run" };
    settleAll(work, when);
    const lived = advance(
      work,
      until,
      { today: until },
      { run: "run", ...(atMost ? { atMost } : {}) },
    );
    more = lived.more;
    if (more) keepStoppedAt(work, lived.stoppedAt);
    else {
      settleAll(work, when);
      keepLivedUntil(work, until);
    }
    current = apply(current, work.changes());
  }
  return current;
}
const seen = (program: Program) => tabs.map((name) => cellsOf(program, name));

/** The same rows with every customer's sign-up moved, so that sales wait for it and come right after it. */
const signedUp = fc.tuple(given, fc.integer({ min: 0, max: 40 })).map(([rows, later]): Given => {
  const customers = (rows.customers ?? []).map((row: RowGiven, i) => ({
    ...row,
    createdOn: addDays(day("2026-05-10"), (later * (i + 1)) % 41),
  }));
  return { ...rows, customers } as Given;
});

describe("laws of the timeline", () => {
  law(
    "stopping between any two rows, and going on from the sheets, changes nothing (TIME-1h)",
    fc.tuple(signedUp, fc.integer({ min: 1, max: 5 })),
    ([rows, atMost]) => {
      const program = programWith(rows);
      expect(seen(livedIn(program, TODAY, atMost))).toEqual(seen(livedIn(program, TODAY)));
    },
  );

  law("lived twice is as once: nothing is undone then (TIME-1)", signedUp, (rows) => {
    const once = livedIn(programWith(rows), TODAY);
    expect(seen(livedIn(once, TODAY))).toEqual(seen(once));
  });

  law(
    "a simulation from the beginning equals the live program, on whatever days runs fell",
    fc.tuple(given, fc.uniqueArray(fc.integer({ min: 0, max: 45 }), { maxLength: 6 })),
    ([rows, days]) => {
      const runs = [...days.sort((a, b) => a - b).map((n) => addDays(day("2026-05-12"), n)), TODAY];
      const live = runs.reduce((program, on) => livedIn(program, on), programWith(rows));
      const from = live.settings.programStart;
      const past = pastAgain(live, { from, to: TODAY }, { today: TODAY });
      const { work: again } = simulate(past);
      const made = (reward: {
        readonly key: string;
        readonly amount: number;
        readonly status: string;
        readonly earnedOn: string;
      }) => [reward.key, reward.amount, reward.status === "declined", reward.earnedOn];
      expect([...again.all("rewards")].map(made).sort()).toEqual(
        recordsOf(live, "rewards").map(made).sort(),
      );
      const progress = (drip: {
        readonly key: string;
        readonly issued: number;
        readonly endsOn: string | null;
      }) => [drip.key, drip.issued, drip.endsOn];
      expect([...again.all("drips")].map(progress).sort()).toEqual(
        recordsOf(live, "drips").map(progress).sort(),
      );
      expect(again.all("partners").map(({ key, group }) => [key, group])).toEqual(
        recordsOf(live, "partners").map(({ key, group }) => [key, group]),
      );
    },
  );
});

import fc from "fast-check";
import { addDays, day } from "../../src/engine/kernel/day";
import { apply } from "../../src/engine/program/changeset";
import type { Program } from "../../src/engine/program/program";
import { begin, type Work } from "../../src/engine/program/work";
import { pastAgain } from "../../src/engine/simulate/past-again";
import { simulate } from "../../src/engine/simulate/simulate";
import type { Drip, Reward } from "../../src/engine/tables";
import { advance } from "../../src/engine/timeline/advance";
import { keepLivedUntil, keepStoppedAt } from "../../src/engine/timeline/lived-until";
import { settleAll } from "../../src/engine/timeline/refunds";
import { versionTriggers } from "../../src/engine/triggers/version";
import { customer, programWith, sale, trigger, typed } from "../engine/judging/judge-on";
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
/** What a simulation from the program's beginning makes of its past. */
const livedAgain = (live: Program): Work =>
  simulate(pastAgain(live, { from: live.settings.programStart, to: TODAY }, { today: TODAY })).work;
const seen = (program: Program) => tabs.map((name) => cellsOf(program, name));

/** The same rows with every customer's sign-up moved, so that sales wait for it and come right after it. */
const signedUp = fc.tuple(given, fc.integer({ min: 0, max: 40 })).map(([rows, later]): Given => {
  const customers = (rows.customers ?? []).map((row: RowGiven, i) => ({
    ...row,
    createdOn: addDays(day("2026-05-10"), (later * (i + 1)) % 41),
  }));
  return { ...rows, customers } as Given;
});

/** The sales and refunds that are typed before run n, from 0: each before the one drawn for it, a refund never before its sale. */
function rowsBeforeRuns({ transactions = [] }: Given, drawn: readonly number[], runs: number) {
  const all = transactions as readonly RowGiven[];
  const typedBefore = new Map(all.map(({ key }, i) => [key, Math.min(drawn[i] ?? 0, runs - 1)]));
  const at = ({ key, refundOf }: RowGiven): number =>
    Math.max(typedBefore.get(key) ?? 0, typedBefore.get(refundOf) ?? 0);
  return (n: number): readonly RowGiven[] => all.filter((row) => at(row) === n);
}

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
    "a simulation from the beginning equals the live program, on whatever days runs fell and rows were typed",
    fc.tuple(
      given,
      fc.uniqueArray(fc.integer({ min: 0, max: 45 }), { maxLength: 6 }),
      fc.array(fc.nat({ max: 6 }), { minLength: 17, maxLength: 17 }),
    ),
    ([rows, days, typedAt]) => {
      const runs = [...days.sort((a, b) => a - b).map((n) => addDays(day("2026-05-12"), n)), TODAY];
      const beforeRun = rowsBeforeRuns(rows, typedAt, runs.length);
      const live = runs.reduce(
        (program, on, n) => livedIn(typed(program, { transactions: beforeRun(n) }), on),
        programWith({ ...rows, transactions: [] }),
      );
      const again = livedAgain(live);
      const made = ({ key, amount, status, earnedOn }: Reward) => [
        key,
        amount,
        status === "declined",
        earnedOn,
      ];
      expect([...again.all("rewards")].map(made).sort()).toEqual(
        recordsOf(live, "rewards").map(made).sort(),
      );
      const progress = ({ key, settled, endsOn }: Drip) => [key, settled, endsOn];
      expect([...again.all("drips")].map(progress).sort()).toEqual(
        recordsOf(live, "drips").map(progress).sort(),
      );
      expect(again.all("partners").map(({ key, group }) => [key, group])).toEqual(
        recordsOf(live, "partners").map(({ key, group }) => [key, group]),
      );
    },
  );

  describe("a full refund of 1 June comes to a monthly drip of 15 May", () => {
    const sold = {
      triggers: [trigger("drip", { action: "start a drip", amount: 5, occurrences: 3, cycle: 1 })],
      customers: [customer()],
      transactions: [sale("S1", "2026-05-15", 100)],
      settings: [{ key: "program start", value: "2026-05-15" }],
    };
    const refund = sale("R1", "2026-06-01", -100, { refundOf: "S1" });
    const parts = (rewards: readonly Reward[]) =>
      rewards.map(({ key, status }) => `${key} ${status}`).sort();
    const [FIRST, SECOND] = ["drip_S1/drip#1 declined", "drip_S1/drip#2 declined"];

    test("typed before the run that goes through that day: no second part, and none in a simulation", () => {
      const before = livedIn(programWith(sold), day("2026-05-15"));
      const live = livedIn(typed(before, { transactions: [refund] }), TODAY);

      expect(parts(recordsOf(live, "rewards"))).toEqual([FIRST]);
      expect(parts(livedAgain(live).all("rewards"))).toEqual([FIRST]);
    });

    test("typed after a run made the second part: it stands declined, in a simulation too", () => {
      const before = livedIn(programWith(sold), day("2026-06-20"));
      const live = livedIn(typed(before, { transactions: [refund] }), TODAY);

      expect(parts(recordsOf(live, "rewards"))).toEqual([FIRST, SECOND]);
      expect(parts(livedAgain(live).all("rewards"))).toEqual([FIRST, SECOND]);
    });
  });
});

import fc from "fast-check";
import { cellWords } from "../../src/engine/kernel/cell-words";
import type { Program } from "../../src/engine/program/program";
import { begin } from "../../src/engine/program/work";
import { factsOf } from "../../src/engine/rules/facts";
import { backtest } from "../../src/engine/simulate/backtest";
import { amountOrZero } from "../../src/engine/simulate/judge-again";
import { checkTrigger } from "../../src/engine/triggers/check-trigger";
import { judgeAgain } from "../../src/engine/usecases/events/judge-again";
import { tryTrigger } from "../../src/engine/usecases/triggers/try-trigger";
import { judgeOn, programWith, retyped, typed } from "../engine/judging/judge-on";
import { law } from "../support/laws";
import { envOn, type Given, recordsOf } from "../support/program";
import { runOn } from "../support/run-on";
import { given, type RowGiven } from "./given-program";

const TODAY = "2026-07-02";

/**
 * When each row is typed: on the first of these days that is not before its date, or late, on the last of them.
 * Refunds, which are dated 1 June, are typed on their day: no row keeps when a refund became known.
 */
const runDays = fc
  .uniqueArray(fc.integer({ min: 12, max: 31 }), { minLength: 1, maxLength: 4 })
  .map((days) =>
    days
      .map((n) => new Date(Date.UTC(2026, 4, n)).toISOString().slice(0, 10))
      .concat("2026-06-01", "2026-06-30")
      .sort(),
  );
const lateness = fc.array(fc.constantFrom(false, false, false, true), {
  minLength: 20,
  maxLength: 20,
});

/** Whom a person moves to which group on the n-th of the days, before its run. */
const handMoves = fc.array(
  fc.record({
    at: fc.nat({ max: 5 }),
    who: fc.constantFrom("ann", "bob", "new"),
    group: fc.constantFrom("gold", "base", ""),
  }),
  { maxLength: 4 },
);
type HandMoves = typeof handMoves extends fc.Arbitrary<infer T> ? T : never;

/** Lives through the days as a team does: rows are typed, and a run follows; one was the day before, too. */
function live(
  rows: Given,
  days: readonly string[],
  late: readonly boolean[],
  moves: HandMoves = [],
): Program {
  const { transactions = [], customers = [], ...rest } = rows;
  let program = programWith({ ...rest, customers: [] });
  days.forEach((today, at) => {
    const since = days[at - 1] ?? "";
    const isNow = (row: RowGiven, i: number): boolean => {
      const cell = row.date ?? row.createdOn;
      const date = typeof cell === "object" ? cell.day : String(cell);
      if (row.refundOf === undefined && late[i] === true) return at === days.length - 1;
      return date <= today && date > since;
    };
    program = runOn(program, new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10));
    const news = at === 0 ? { customers } : {};
    program = typed(program, { ...news, transactions: transactions.filter(isNow) });
    for (const { who, group } of moves.filter((each) => each.at === at)) {
      program = retyped(program, "partners", who, { group });
    }
    program = runOn(program, today);
  });
  return runOn(program, TODAY);
}

const testOf = (program: Program, key: string) => {
  const trigger = recordsOf(program, "triggers").find((each) => each.key === key);
  if (!trigger) throw new Error(key);
  const checked = checkTrigger(trigger, factsOf(program));
  if (!checked.ok) return undefined;
  const span = { from: null, to: null };
  return backtest(program, envOn(TODAY), trigger, checked.conditions, span);
};

const isMove = ({ action }: RowGiven): boolean => action === "move the partner to a group";
// A sheet keeps no group but the last: a past in which triggers moved partners can't be lived again from it.
const withoutMoves = given.map((rows) => ({
  ...rows,
  triggers: (rows.triggers ?? []).filter((each) => !isMove(each)),
}));

law(
  "a backtest of a trigger as it was all along finds what the live runs made, and nothing else",
  fc.tuple(given, runDays, lateness, handMoves),
  ([rows, days, late, moves]) => {
    const program = live(rows, days, late, moves);
    for (const { key } of rows.triggers ?? []) {
      expect(testOf(program, String(key))?.differences ?? []).toEqual([]);
    }
  },
);

law(
  "a backtest of a draft makes what live runs would have made, had it been active",
  fc.tuple(given, runDays, lateness, handMoves),
  ([rows, days, late, moves]) => {
    const [first, ...others] = rows.triggers ?? [];
    if (!first) return;
    const asDraft = [{ ...first, state: "draft" }, ...others];
    const drafted = live({ ...rows, triggers: asDraft }, days, late, moves);
    const lived = begin(live(rows, days, late, moves));
    const made = lived
      .where("rewards", "trigger", String(first.key))
      .filter((reward) => reward.source !== "adjustment" && amountOrZero(reward) !== 0)
      .map((reward) => [reward.key, amountOrZero(reward) / 100]);
    const own = new RegExp(`/${first.key}(#|$)`);
    const found = (testOf(drafted, String(first.key))?.differences ?? []).filter(({ reward }) =>
      own.test(reward),
    );
    expect(
      found.map(({ reward, would }) => [reward, Number.parseFloat(cellWords(would ?? ""))]).sort(),
    ).toEqual(made.sort());
  },
);

law(
  "a trigger tried on a row that is not judged yet says what the next run lets it do",
  fc.tuple(given, fc.nat({ max: 13 })),
  ([rows, which]) => {
    const sales = (rows.transactions ?? []).filter(({ refundOf }) => refundOf === undefined);
    const last = sales[which % sales.length] as RowGiven;
    const before = judgeOn(
      programWith({
        ...rows,
        transactions: (rows.transactions ?? []).filter((row) => row !== last),
      }),
      TODAY,
    ).program;
    const program = typed(before, { transactions: [last] });
    const judged = judgeOn(program, TODAY).program;
    const after = recordsOf(judged, "transactions").find(({ key }) => key === last.key);
    const [outcome = ""] = (after?.outcome ?? "").split(" · for the move: ");
    const tried = recordsOf(program, "triggers").flatMap(({ key, name }) => {
      const given = { trigger: key, draft: null, event: String(last.key) };
      const { output } = tryTrigger.decide(program, given, envOn(TODAY));
      return output.acts ? [name] : [];
    });
    const acted = recordsOf(program, "triggers").flatMap(({ name }) =>
      outcome.includes(`“${name}”`) ? [name] : [],
    );
    expect(tried).toEqual(acted);
  },
);

// Refunds and limits leave room that only judging again gives out; that is what it is for.
const settled = withoutMoves.map((rows) => ({
  ...rows,
  settings: [{ key: "program start", value: "2026-05-01" }],
  transactions: (rows.transactions ?? []).filter(({ refundOf }) => refundOf === undefined),
  triggers: (rows.triggers ?? []).map((each) => ({
    ...each,
    limitPerMonth: "",
    limitPerCustomer: "",
  })),
}));

law(
  "judged again, where nothing changed, everything is kept, whichever events are chosen",
  fc.tuple(settled, runDays, lateness, fc.infiniteStream(fc.boolean())),
  ([rows, days, late, dice]) => {
    const program = live(rows, days, late);
    const judged = [...recordsOf(program, "transactions"), ...recordsOf(program, "customers")];
    const events = judged
      .filter((row) => row.judged !== null && dice.next().value)
      .map(({ key }) => key);
    if (events.length === 0) return;
    const given = { events, endDrips: null, reason: null };
    const preview = judgeAgain.decide(program, { ...given, confirmed: null }, envOn(TODAY));
    expect(preview.changes.effects).toEqual([]);
    expect(preview.output.differences.filter(({ kind }) => kind !== "kept")).toEqual([]);
    const done = judgeAgain.decide(program, { ...given, confirmed: true }, envOn(TODAY));
    const touched = done.changes.effects.flatMap((each) => ("table" in each ? each.table : []));
    expect(touched.filter((table) => table === "rewards" || table === "drips")).toEqual([]);
  },
);

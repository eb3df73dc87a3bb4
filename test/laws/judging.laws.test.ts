import fc from "fast-check";
import type { DateCell } from "../../src/engine/kernel/fields";
import type { Program } from "../../src/engine/program/program";
import { judgeOn, programWith, typed } from "../engine/judging/judge-on";
import { law } from "../support/laws";
import { cellsOf, recordsOf } from "../support/program";
import { given, type RowGiven } from "./given-program";

const TODAY = "2026-06-30";

const sheets = ["partners", "customers", "transactions", "rewards", "drips"] as const;
const all = (program: Program) => sheets.map((name) => cellsOf(program, name));

/** What was made and numbered, without the columns that hold a run's id or day. */
const made = (program: Program) => ({
  rewards: cellsOf(program, "rewards").map(({ run: _, ...cells }) => cells),
  drips: cellsOf(program, "drips").map(({ run: _, ...cells }) => cells),
  numbers: [...recordsOf(program, "transactions"), ...recordsOf(program, "customers")]
    .map(({ key, judged }) => [key, judged?.number, judged?.acted])
    .sort(),
});

law(
  "the order of rows does not change the outcome",
  fc.tuple(given, fc.infiniteStream(fc.nat())).map(([rows, dice]) => {
    const shuffled = Object.fromEntries(
      Object.entries(rows).map(([name, list]) => [
        name,
        [...list]
          .map((row) => [dice.next().value, row] as const)
          .sort(([a], [b]) => a - b)
          .map(([, row]) => row),
      ]),
    );
    return [rows, shuffled] as const;
  }),
  ([rows, shuffled]) => {
    expect(all(judgeOn(programWith(shuffled), TODAY).program)).toEqual(
      all(judgeOn(programWith(rows), TODAY).program),
    );
  },
);

law(
  "judging many events at once is judging them one by one in their order",
  fc.tuple(given, fc.integer({ min: 1, max: 4 })),
  ([rows, atMost]) => {
    const atOnce = judgeOn(programWith(rows), TODAY).program;
    let current = programWith(rows);
    for (let more = true; more; ) ({ program: current, more } = judgeOn(current, TODAY, atMost));
    expect(all(current)).toEqual(all(atOnce));
  },
);

law(
  "a row typed a day later, in the order of events, earns what it would have earned at once",
  given,
  (rows) => {
    // Refunds stand in the order too: they work at their own place (TIME-3).
    const inOrder = [...(rows.transactions ?? [])].sort((a, b) =>
      orderOf(a) < orderOf(b) ? -1 : 1,
    );
    const start = judgeOn(programWith({ ...rows, transactions: [] }), TODAY).program;
    const oneByOne = inOrder.reduce(
      (program, row) => judgeOn(typed(program, { transactions: [row] }), TODAY).program,
      start,
    );
    const atOnce = judgeOn(typed(start, { transactions: inOrder }), TODAY).program;
    expect(made(oneByOne)).toEqual(made(atOnce));
  },
);

law("judging again does nothing", given, (rows) => {
  const once = judgeOn(programWith(rows), TODAY).program;
  const again = judgeOn(once, TODAY);
  expect(again.judged).toBe(0);
  expect(all(again.program)).toEqual(all(once));
});

function orderOf({ date, key }: RowGiven): string {
  const { day, time } = (typeof date === "string" ? { day: date, time: "" } : date) as DateCell;
  return `${day} ${time || "00"} ${key}`;
}

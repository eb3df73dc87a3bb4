import fc from "fast-check";
import { addDays, type Day, day } from "../../src/engine/kernel/day";
import type { Program } from "../../src/engine/program/program";
import { judgeAgain } from "../../src/engine/usecases/events/judge-again";
import { checkHealth } from "../../src/engine/usecases/program/check-health";
import { setRewardStatus } from "../../src/engine/usecases/rewards/set-reward-status";
import { backtestTrigger } from "../../src/engine/usecases/triggers/backtest-trigger";
import { programWith, rules, sale, trigger } from "../engine/judging/judge-on";
import { act } from "../engine/usecases/act";
import { rawsOf, reread } from "../faults/any-cell/two-halves";
import { law } from "../support/laws";
import { cellsOf, type Given, programOf, recordsOf } from "../support/program";
import { runOn } from "../support/run-on";

const START = day("2026-02-01");
const numberIs = (operator: string, value: number) =>
  rules({ all: [{ fact: "transaction.number", operator, value }] });

/** What is paid by the number of a sale; each sale earns something. */
const triggers = [
  trigger("rate", { percent: "5" }),
  trigger("new", { rules: numberIs("equal", 1), amount: 50 }),
  trigger("few", { rules: numberIs("lessThanInclusive", 3), amount: 7 }),
  trigger("firsts", { firstEvents: 2, amount: 11 }),
  trigger("plan", {
    ...{ rules: numberIs("equal", 2), action: "start a drip", amount: 3 },
    ...{ delay: 9, delayUnit: "months", cycle: 1, cycleUnit: "months", occurrences: 2 },
  }),
];

const lives = fc.record({
  before: fc.integer({ min: 1, max: 5 }),
  after: fc.integer({ min: 1, max: 3 }),
  /** Which of the sales are cut out of Transactions. */
  cut: fc.array(fc.nat(4), { minLength: 1, maxLength: 5 }),
});
type Life = typeof lives extends fc.Arbitrary<infer T> ? T : never;
const dayOf = (n: number): Day => addDays(START, 3 * n);

const lived = ({ before }: Life): Program =>
  Array.from({ length: before }, (_, n) => sale(`t${n}`, dayOf(n), 100)).reduce(
    (program, row) => runOn(added(program, [row]), String(row.date)),
    programWith({ triggers }),
  );

function added(program: Program, transactions: Given["transactions"] = []): Program {
  const raws = rawsOf(program);
  const more = rawsOf(programOf({ transactions })).transactions?.rows ?? [];
  const rows = [...(raws.transactions?.rows ?? []), ...more];
  return reread({ ...raws, transactions: { ...raws.transactions, rows } } as typeof raws);
}
function without(program: Program, keys: ReadonlySet<string>): Program {
  const raws = rawsOf(program);
  const rows = (raws.transactions?.rows ?? []).filter(({ cells }) => !keys.has(String(cells.key)));
  return reread({ ...raws, transactions: { ...raws.transactions, rows } } as typeof raws);
}
const goesOn = (program: Program, { before, after }: Life): Program =>
  Array.from({ length: after }, (_, n) => before + n).reduce(
    (now, n) => runOn(added(now, [sale(`t${n}`, dayOf(n), 100)]), dayOf(n)),
    program,
  );
const made = (program: Program) =>
  (["rewards", "drips"] as const).flatMap((table) =>
    cellsOf(program, table).map((row) => [row.key, row.amount, row.status].join(" ")),
  );
const cutOf = ({ before, cut }: Life): ReadonlySet<string> =>
  new Set(cut.map((n) => `t${n % before}`));

describe("sales whose rows were cut out of Transactions (FACT-9a)", () => {
  law(
    "count on while what was made for them stands: later sales earn as if the rows were there",
    lives,
    (life) => {
      const whole = lived(life);
      const later = goesOn(without(whole, cutOf(life)), life);
      expect(made(later)).toEqual(made(goesOn(whole, life)));
      const last = dayOf(life.before + life.after);
      for (const { key } of recordsOf(later, "transactions")) {
        const again = { events: [key], confirmed: true, reason: "law" };
        expect(made(act(later, judgeAgain, again, last).program)).toEqual(made(later));
      }
      for (const key of ["new", "few"]) {
        expect(act(later, backtestTrigger, { trigger: key }, last).output.differences.rows).toEqual(
          [],
        );
      }
    },
  );

  law("are told, one by one", lives, (life) => {
    const cut = cutOf(life);
    const today = dayOf(life.before);
    const { said } = act(without(lived(life), cut), checkHealth, {}, today);
    for (const key of cut) {
      expect(JSON.stringify(said)).toContain(
        `The row “${key}” that it was made for is missing: it was deleted, or its key was changed.`,
      );
    }
  });

  law("count no longer once a person has declined what was made for them", lives, (life) => {
    const cut = cutOf(life);
    const today = dayOf(life.before - 1);
    const program = without(lived(life), cut);
    const theirs = recordsOf(program, "rewards").filter(({ transaction }) =>
      cut.has(transaction ?? ""),
    );
    const given = { rewards: theirs.map(({ key }) => key), status: "declined", reason: "deleted" };
    const declined = act(program, setRewardStatus, given, today).program;
    const drips = recordsOf(declined, "drips").some(({ transaction }) =>
      cut.has(transaction ?? ""),
    );
    const next = recordsOf(goesOn(declined, life), "rewards");
    const left = life.before - cut.size + (drips ? 1 : 0);
    expect(next.some(({ key }) => key === `t${life.before}/new`)).toBe(left === 0);
  });
});

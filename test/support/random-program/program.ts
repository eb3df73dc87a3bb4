import fc from "fast-check";
import type { ActJson, ProgramJson } from "../examples/format";
import { someActs, type Weights } from "./acts";
import { aDay, dayAt, LENGTH, START } from "./days";
import { withActs } from "./resolve";
import { meeting, someArchived, someRows, type TypedOn } from "./rows";
import { someSaleTrigger, someTriggers } from "./triggers";

const settings = fc.record({
  "program start": fc.constant(START),
  rounding: fc.constantFrom("half away from zero", "half away from zero", "half to even"),
  "late event after days": fc.constantFrom("60", "60", "10"),
});

/** Rows are typed on their date, or some days ahead of it. */
const inTime: TypedOn = (date) =>
  fc.nat({ max: 5 }).map((ahead) => {
    const start = date < START ? START : date;
    const day = new Date(Date.parse(start) - (ahead < 3 ? 0 : ahead) * 86_400_000);
    const typed = day.toISOString().slice(0, 10);
    return typed < START ? START : typed;
  });

/** An archived row must be there: its act comes after the row was typed. */
export function inOrder(acts: readonly ActJson[]): readonly ActJson[] {
  const typed = new Map(
    acts.flatMap((act) => (act.do === "row" ? [[`${act.tab} ${act.key}`, act.day]] : [])),
  );
  return acts.flatMap((act): readonly ActJson[] => {
    if (!("tab" in act) || act.do === "row") return [act];
    const since = typed.get(`${act.tab} ${act.key}`);
    return since === undefined
      ? []
      : [{ ...act, day: act.day < since ? since : act.day } as ActJson];
  });
}

/**
 * A random program within the premises of *late = daily* (TIME-2a to TIME-2c): each row is there, as it will stay, by its
 * date; people and endings are archived in time; nobody decides anything.
 */
export const lawfulProgram: fc.Arbitrary<ProgramJson> = fc
  .record({
    settings,
    triggers: someTriggers,
    rows: meeting(
      fc
        .tuple(someRows(inTime), someArchived(inTime))
        .map(([rows, archived]) => [...rows, ...archived]),
    ),
  })
  .map(({ settings: given, triggers, rows }) => {
    const acts = inOrder(rows).filter(
      (act) => act.do !== "archive" || act.on === undefined || act.day <= act.on,
    );
    return { settings: given, triggers, acts };
  });

/** Rows are typed on their date, ahead of it, or weeks late. */
const anyTime: TypedOn = (date) =>
  fc.constantFrom(0, 0, 0, 0, -3, 9, 30).map((late) => {
    const day = new Date(Date.parse(date) + late * 86_400_000).toISOString().slice(0, 10);
    return day < START ? START : day > dayAt(LENGTH) ? dayAt(LENGTH) : day;
  });

/** A name is used once by the acts that make something. */
const once = (acts: readonly ActJson[]): readonly ActJson[] => {
  const made = new Set<string>();
  return acts.filter((act) => {
    if (act.do !== "manual") return true;
    const isFirst = !made.has(act.key);
    made.add(act.key);
    return isFirst;
  });
};

const everyAct: Weights = {
  decide: 6,
  refund: 6,
  invoices: 4,
  place: 1,
  correct: 4,
  manual: 1,
  end: 1,
};

const runDays = (least: number, most: number, length: number) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: length }), {
      minLength: least,
      maxLength: most,
      size: "max",
    })
    .map((days) => [...days].sort((a, b) => a - b).map(dayAt));

/** Any program: late rows, corrections, decisions, invoices made final, paid, returned and reopened. */
export const anyProgram: fc.Arbitrary<ProgramJson> = fc
  .record({
    settings,
    triggers: someTriggers,
    rows: someRows(anyTime),
    archived: someArchived(anyTime),
    acts: someActs(aDay, everyAct, 4, 18),
    runs: runDays(3, 20, LENGTH),
  })
  .map(({ settings: given, triggers, rows, archived, acts, runs }) => {
    const program = { settings: given, triggers, runs, acts: inOrder([...rows, ...archived]) };
    const { acts: all, ...rest } = withActs(program, acts);
    return { ...rest, acts: once(all) };
  });

/** How many days a program lives whose rewards are decided about. */
export const LONG = 110;
const manyDecisions: Weights = {
  decide: 8,
  refund: 6,
  invoices: 4,
  place: 3,
  correct: 0,
  manual: 0,
  end: 0,
};
const row = (tab: "partners" | "customers", key: string, cells: object): ActJson =>
  ({ day: START, do: "row", tab, key, date: START, ...cells }) as ActJson;

/**
 * Two early sales of one customer whose rewards are decided about, refunded, corrected, made final, paid and reopened
 * again and again, so that lines become final and several decisions work together.
 */
export const decidedProgram: fc.Arbitrary<ProgramJson> = fc
  .record({
    settings,
    triggers: fc.array(someSaleTrigger, { minLength: 1, maxLength: 2 }),
    amounts: fc.tuple(...["S1", "S2"].map(() => fc.constantFrom("100.00", "100.00", "10.05"))),
    acts: someActs(fc.integer({ min: 6, max: LONG - 2 }).map(dayAt), manyDecisions, 8, 30),
    runs: runDays(20, 45, LONG),
  })
  .map(({ settings: given, triggers, amounts, acts, runs }) => {
    const sold = amounts.map((amount, i) => ({ key: `S${i + 1}`, amount, date: dayAt(4 + i) }));
    const program = {
      settings: given,
      triggers: triggers.map((each, i) => ({ ...each, key: `T${i + 1}` })),
      runs,
      acts: [
        row("partners", "P1", {}),
        row("customers", "C1", { partner: "P1" }),
        ...sold.map(({ date, ...cells }): ActJson => {
          const place = { do: "row", tab: "transactions", customer: "C1" } as const;
          return { day: date, date, ...place, ...cells };
        }),
      ],
    };
    return withActs(program, acts);
  });

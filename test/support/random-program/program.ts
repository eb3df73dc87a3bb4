import fc from "fast-check";
import type { ActJson, ProgramJson } from "../examples/format";
import { someActs } from "./acts";
import { dayAt, LENGTH, START } from "./days";
import { withActs } from "./resolve";
import { someArchived, someRows, type TypedOn } from "./rows";
import { someTriggers } from "./triggers";

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
    rows: someRows(inTime),
    archived: someArchived(inTime),
  })
  .map(({ settings: given, triggers, rows, archived }) => {
    const acts = inOrder([...rows, ...archived]).filter(
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

/** Any program: late rows, corrections, decisions, invoices made final, paid, returned and reopened. */
export const anyProgram: fc.Arbitrary<ProgramJson> = fc
  .record({
    settings,
    triggers: someTriggers,
    rows: someRows(anyTime),
    archived: someArchived(anyTime),
    acts: someActs,
    runs: fc.uniqueArray(fc.integer({ min: 0, max: LENGTH }), {
      minLength: 3,
      maxLength: 20,
      size: "max",
    }),
  })
  .map(({ settings: given, triggers, rows, archived, acts, runs }) => ({
    settings: given,
    triggers,
    acts: inOrder([...rows, ...archived]),
    runs: [...runs].sort((a, b) => a - b).map(dayAt),
    drafts: acts,
  }))
  .map(({ drafts, ...program }) => {
    const { acts, ...rest } = withActs(program, drafts);
    return { ...rest, acts: once(acts) };
  });

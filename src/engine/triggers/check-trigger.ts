import { type Doing, parseAction } from "../actions";
import type { Complaint } from "../actions/action";
import { percentColumn } from "../actions/price";
import { plainText } from "../kernel/cells";
import type { Sentence } from "../kernel/message";
import { nearestName } from "../kernel/nearest-name";
import type { ProblemCode } from "../kernel/problem";
import { say } from "../kernel/say";
import type { Group } from "../rules/conditions";
import { type Catalogue, factsFor } from "../rules/facts";
import { sourcesOf } from "../rules/program-event";
import { complaintInWords, type RuleComplaint, readRules } from "../rules/read-rules";
import { type Trigger, tables } from "../tables";

interface TriggerProblem {
  readonly code: Extract<ProblemCode, "TRIGGER_INVALID" | "RULES_INVALID">;
  readonly column: keyof Trigger & keyof typeof tables.triggers.columns;
  readonly message: Sentence;
  /** Of a problem of the rules: where in them. */
  readonly rule?: RuleComplaint;
}
/** A trigger that can act, with its rules as conditions, and its action with the parameters. */
export interface SoundTrigger {
  readonly trigger: Trigger;
  readonly conditions: Group;
  readonly does: Doing;
}
export type CheckedTrigger =
  | ({ readonly ok: true } & SoundTrigger)
  | { readonly ok: false; readonly problems: readonly TriggerProblem[] };

/**
 * Checks a trigger as it would be saved: its rules, dates, limits, and its action with the parameters
 * (TRIG-27). Each problem names its cell. `catalogue` holds every fact of the program.
 */
export function checkTrigger(trigger: Trigger, catalogue: Catalogue): CheckedTrigger {
  const rules = readRules(trigger.rules, factsFor(catalogue, trigger.event));
  const does = parseAction(trigger);
  const problems: TriggerProblem[] = [
    ...(rules.ok ? [] : rules.complaints.slice(0, MOST_COMPLAINTS)).map(
      (rule): TriggerProblem => ({
        code: "RULES_INVALID",
        column: "rules",
        message: complaintInWords(rule),
        rule,
      }),
    ),
    ...[
      ...complaintsAbout(trigger),
      ...complaintsAboutBase(trigger, catalogue),
      ...(does.ok ? [] : does.complaints),
    ].map((complaint): TriggerProblem => ({ code: "TRIGGER_INVALID", ...complaint })),
  ];
  return rules.ok && does.ok && problems.length === 0
    ? { ok: true, trigger, conditions: rules.conditions, does: does.value }
    : { ok: false, problems };
}

const MOST_COMPLAINTS = 5;

/** A percent of a column of the team's own needs that column on Transactions (TRIG-12a). */
function complaintsAboutBase(trigger: Trigger, catalogue: Catalogue): readonly Complaint[] {
  const column = percentColumn(trigger);
  if (column === null) return [];
  const own = [...catalogue.values()].filter(
    ({ from, computed, type }) => from === "transaction" && !computed && type === "any",
  );
  const names = own.map(({ label }) => label);
  if (names.some((name) => plainText(name) === column)) return [];
  const nearest = nearestName(column, names);
  const like = nearest === undefined ? "Add the column first." : `Did you mean “${nearest}”?`;
  const message = `Transactions has no column of your own called “${column}”. ${like}`;
  return [{ column: "percentOf", message }];
}

/** Characters (PLATFORM-40). */
const LONGEST_CELL = 50_000;

function complaintsAbout(trigger: Trigger): readonly Complaint[] {
  const { from, until, event } = trigger;
  const complaints: Complaint[] = [];
  if (from !== null && until !== null && from > until) {
    const message = say`The trigger ends on ${{ day: until }}, before it begins on ${{ day: from }}.`;
    complaints.push({ column: "until", message });
  }
  if (!sourcesOf[event].includes("customer")) {
    for (const column of ["firstEvents", "withinMonths"] as const) {
      if (trigger[column] === null) continue;
      const message = `“${tables.triggers.columns[column].header}” needs a customer, and “${event}” has none.`;
      complaints.push({ column, message });
    }
  }
  for (const column of ["limitPerReward", "limitPerCustomer", "limitPerMonth"] as const) {
    if ((trigger[column] ?? 0) >= 0) continue;
    complaints.push({ column, message: "A limit can't be below zero." });
  }
  for (const column of ["name", "rules", "group", "offer", "set"] as const) {
    if ((trigger[column] ?? "").length <= LONGEST_CELL) continue;
    complaints.push({ column, message: `A cell holds at most ${LONGEST_CELL} characters.` });
  }
  return complaints;
}

import { plainSpaces, plainText } from "../kernel/cells";
import { nearestName } from "../kernel/nearest-name";
import { isJson, type Json } from "../tables/packed/shape";
import { checkValue, unknownFact } from "./check-value";
import { always, type Group } from "./conditions";
import type { Catalogue } from "./facts";
import { operatorIds, operatorOf } from "./operators";
import { readJson } from "./read-json";

/** A rule nested deeper, or longer, is refused (FACT-16). */
const MOST_LEVELS = 10;
const MOST_CONDITIONS = 200;

/** What is wrong at a place in a rule: "has no fact yet", of “all 1 › any 2”; the place of the rule as a whole is "". */
export interface RuleComplaint {
  readonly place: string;
  readonly says: string;
}
export type ReadRules =
  | { readonly ok: true; readonly conditions: Group }
  | { readonly ok: false; readonly complaints: readonly RuleComplaint[] };

/** A complaint as a sentence that names its place. */
export const complaintInWords = ({ place, says }: RuleComplaint): string =>
  `${place === "" ? "The rule" : `“${place}”`} ${says}.`;

/**
 * Reads the JSON of a rules cell, and refuses what json-rules-engine or we can't judge: each complaint names the
 * place in the rule, and the nearest known name of what is unknown. Blank means always. `known` is what the
 * event has.
 */
export function readRules(text: string | null, known: Catalogue): ReadRules {
  if (text === null || text.trim() === "") return { ok: true, conditions: always };
  const complaints: RuleComplaint[] = [];
  const size = { conditions: 0 };
  const visit: Visit = { path: [], known, complaints, size };
  try {
    const { value: typed, slips } = readJson(text);
    const value = comparable(typed);
    for (const { path, complaint } of slips) complain({ ...visit, path }, complaint);
    visitGroup(value, visit);
    return complaints.length === 0
      ? { ok: true, conditions: value as Group }
      : { ok: false, complaints };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // The parser's own sentence is not for people; only the position in it is.
    const at = / at position (\d+)/.exec(error.message)?.[1];
    const where = at === undefined ? "" : ` after ${at} characters`;
    return { ok: false, complaints: [{ place: "", says: `is not valid JSON${where}` }] };
  }
}

/** The rules with their texts as those of cells are compared (CELL-4); a rule's own name is only shown. */
function comparable(json: unknown, name = ""): unknown {
  if (typeof json === "string") return name === "fact" ? plainText(json) : plainSpaces(json);
  if (Array.isArray(json)) return json.map((each) => comparable(each, name));
  if (!isJson(json)) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [
      key,
      key === "name" ? value : comparable(value, key),
    ]),
  );
}

interface Visit {
  readonly path: readonly string[];
  readonly known: Catalogue;
  readonly complaints: RuleComplaint[];
  readonly size: { conditions: number };
}

const groupWords = ["all", "any", "not"] as const;
const groupKeys: readonly string[] = [...groupWords, "name", "priority"];
const testKeys: readonly string[] = ["fact", "operator", "value", "name", "priority"];

const isGroup = (value: unknown): boolean =>
  isJson(value) && groupWords.some((word) => word in value);

function complain({ path, complaints }: Visit, says: string | undefined): void {
  if (says !== undefined) complaints.push({ place: path.join(" › "), says });
}
const step = (visit: Visit, name: string): Visit => ({ ...visit, path: [...visit.path, name] });

function visitGroup(value: unknown, visit: Visit): void {
  const wrong = checkGroup(value);
  if (wrong !== undefined) {
    complain(visit, wrong);
    return;
  }
  const { all, any, not } = value as Json;
  if (not !== undefined) visitCondition(not, step(visit, "not"));
  for (const [word, list] of [["all", all] as const, ["any", any] as const]) {
    if (Array.isArray(list)) {
      list.forEach((each, index) => {
        visitCondition(each, step(visit, `${word} ${index + 1}`));
      });
    }
  }
}

function visitCondition(value: unknown, visit: Visit): void {
  visit.size.conditions++;
  if (visit.size.conditions > MOST_CONDITIONS) {
    const isFirst = visit.size.conditions === MOST_CONDITIONS + 1;
    if (isFirst) complain({ ...visit, path: [] }, `has more than ${MOST_CONDITIONS} conditions`);
  } else if (visit.path.length > MOST_LEVELS) {
    complain(visit, `is more than ${MOST_LEVELS} levels deep`);
  } else if (isGroup(value)) visitGroup(value, visit);
  else complain(visit, checkTest(value, visit.known));
}

function checkGroup(value: unknown): string | undefined {
  if (!isJson(value)) return "must be an object with “all”, “any” or “not”";
  const [word, another] = groupWords.filter((each) => each in value);
  if (word === undefined || another) return "must have exactly one of “all”, “any” and “not”";
  const wrong = checkKeys(value, groupKeys);
  if (wrong !== undefined || word === "not") return wrong;
  if (!Array.isArray(value[word])) return `must have a list of conditions in “${word}”`;
  // The library takes an empty "any" as true, which nobody means.
  return (value[word] as readonly unknown[]).length === 0 && word === "any"
    ? "needs at least one condition in “any”"
    : undefined;
}

function checkTest(value: unknown, known: Catalogue): string | undefined {
  if (!isJson(value)) return "must be a condition: fact, operator and value";
  const strange = checkKeys(value, testKeys);
  if (strange !== undefined) return strange;
  const { fact: id, operator: name } = value;
  if (typeof id !== "string" || id === "") return "has no fact yet: choose one";
  if (typeof name !== "string") return "names no operator";
  if (!("value" in value)) return "has no value";
  const fact = known.get(id);
  if (!fact) return unknownFact(id, known);
  const operator = operatorOf(name);
  if (!operator) {
    const nearest = nearestName(name, operatorIds);
    return `has an unknown operator “${name}”; did you mean “${nearest}”`;
  }
  if (operator.types.includes(fact.type)) return checkValue(fact, operator, value.value, known);
  const fitting = operatorIds.filter((each) => operatorOf(each)?.types.includes(fact.type));
  return `can't ask “${name}” of “${id}” (${fact.type}); try one of ${fitting.join(", ")}`;
}

function checkKeys(value: Json, allowed: readonly string[]): string | undefined {
  const strange = Object.keys(value).find((key) => !allowed.includes(key));
  if (strange !== undefined) return `has “${strange}”, which is not understood here`;
  const { name, priority } = value;
  if (name !== undefined && typeof name !== "string") return "must have a text as its name";
  return priority === undefined || (Number.isInteger(priority) && (priority as number) > 0)
    ? undefined
    : "must have a whole number above 0 as its priority";
}

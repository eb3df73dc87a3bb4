import type { Condition, Named, Test } from "../rules/conditions";
import { isJson } from "../tables/packed/shape";

/**
 * The rules of a cell as a form draws them. What it can't draw (broken JSON, strange keys, more than five levels
 * or 60 conditions) stays text, and works all the same (FACT-15).
 */
export type RuleForm =
  | { readonly kind: "always" }
  | FormGroup
  | { readonly kind: "text"; readonly text: string };
/** A group; one that says *not* holds exactly one item. */
export interface FormGroup extends Named {
  readonly kind: "group";
  readonly match: "all" | "any" | "not";
  readonly items: readonly FormItem[];
}
export interface FormCondition extends Test {
  readonly kind: "condition";
}
export type FormItem = FormGroup | FormCondition;

const MOST_LEVELS = 5;
const MOST_CONDITIONS = 60;

/** A rules cell as a form; nothing of it is lost: `toCell(toForm(text))` is the same JSON. */
export function toForm(text: string | null): RuleForm {
  if (text === null || text.trim() === "") return { kind: "always" };
  const asText = { kind: "text", text } as const;
  try {
    const drawn = draw(JSON.parse(text), 0, { conditions: 0 });
    return drawn?.kind === "group" ? drawn : asText;
  } catch {
    return asText;
  }
}

/** A form as the text of the rules cell; null for a blank one. */
export function toCell(form: RuleForm): string | null {
  switch (form.kind) {
    case "always":
      return null;
    case "text":
      return form.text;
    case "group":
      return JSON.stringify(written(form));
    default:
      return form satisfies never;
  }
}

function written(item: FormItem): Condition {
  if (item.kind === "condition") {
    const { kind: _, ...test } = item;
    return test;
  }
  const { kind: _, match, items, ...named } = item;
  const all = items.map(written);
  if (match !== "not") return { [match]: all, ...named } as unknown as Condition;
  // A person may put several conditions under "not": none of them may hold.
  const [only] = all;
  return { not: only && all.length === 1 ? only : { any: all }, ...named };
}

const groupWords = ["all", "any", "not"] as const;

function draw(value: unknown, level: number, size: { conditions: number }): FormItem | undefined {
  if (!isJson(value)) return undefined;
  const { name, priority, ...rest } = value;
  const named: Named = {
    ...(typeof name === "string" && { name }),
    ...(typeof priority === "number" && Number.isFinite(priority) && { priority }),
  };
  if (named.name !== name || named.priority !== priority) return undefined;
  const keys = Object.keys(rest).sort().join();
  const { fact, operator, value: wanted } = rest;
  if (keys === "fact,operator,value") {
    const isDrawn = ++size.conditions <= MOST_CONDITIONS && isWanted(wanted);
    return isDrawn && typeof fact === "string" && typeof operator === "string"
      ? { kind: "condition", fact, operator, value: wanted, ...named }
      : undefined;
  }
  const match = groupWords.find((word) => word === keys);
  if (match === undefined || level === MOST_LEVELS) return undefined;
  const inside = match === "not" ? [rest.not] : rest[match];
  if (!Array.isArray(inside)) return undefined;
  const items = inside.map((each) => draw(each, level + 1, size));
  return items.every((each): each is FormItem => each !== undefined)
    ? { kind: "group", match, items, ...named }
    : undefined;
}

const isScalar = (value: unknown): boolean =>
  typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);

function isWanted(value: unknown): value is Test["value"] {
  if (isScalar(value)) return true;
  if (Array.isArray(value)) return value.every(isScalar);
  if (!isJson(value)) return false;
  const [[key, fact] = [], another] = Object.entries(value);
  return key === "fact" && typeof fact === "string" && another === undefined;
}

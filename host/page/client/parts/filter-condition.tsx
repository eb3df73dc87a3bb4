import type { FilterChoices } from "../../wire";

/** A condition as it is typed; "" is none. */
export type Condition = { readonly criteria: string; readonly values: readonly string[] };

type By = FilterChoices["by"];

/** The conditions, with how many values each takes and whether these are numbers. */
const conditions = [
  ["", "None", 0, false],
  ["CELL_EMPTY", "Is empty", 0, false],
  ["CELL_NOT_EMPTY", "Is not empty", 0, false],
  ["TEXT_CONTAINS", "Text contains", 1, false],
  ["TEXT_DOES_NOT_CONTAIN", "Text does not contain", 1, false],
  ["TEXT_STARTS_WITH", "Text starts with", 1, false],
  ["TEXT_ENDS_WITH", "Text ends with", 1, false],
  ["TEXT_EQUAL_TO", "Text is exactly", 1, false],
  ["NUMBER_GREATER_THAN", "Greater than", 1, true],
  ["NUMBER_GREATER_THAN_OR_EQUAL_TO", "Greater than or equal to", 1, true],
  ["NUMBER_LESS_THAN", "Less than", 1, true],
  ["NUMBER_LESS_THAN_OR_EQUAL_TO", "Less than or equal to", 1, true],
  ["NUMBER_EQUAL_TO", "Is equal to", 1, true],
  ["NUMBER_NOT_EQUAL_TO", "Is not equal to", 1, true],
  ["NUMBER_BETWEEN", "Is between", 2, true],
  ["NUMBER_NOT_BETWEEN", "Is not between", 2, true],
] as const;

const known = (criteria: string) => conditions.find(([name]) => name === criteria) ?? conditions[0];

/** The condition in force. */
export const conditionOf = (by: By): Condition => ({
  criteria: by?.criteria ?? "",
  values: (by?.values ?? []).map(String),
});

/** What the typed condition says to the filter, or a sentence about what it lacks. */
export function ruleOf({ criteria, values }: Condition): Omit<NonNullable<By>, "hidden"> | string {
  const [name, caption, count, isNumber] = known(criteria);
  const typed = values.slice(0, count).map((value) => value.trim());
  if (typed.length < count || typed.includes("")) return `Type what “${caption}” compares with.`;
  if (!isNumber) return { criteria: name || null, values: typed };
  const numbers = typed.map(Number);
  return numbers.some(Number.isNaN)
    ? "Type a number, with a point before its decimals."
    : { criteria: name, values: numbers };
}

type FieldsProps = {
  readonly condition: Condition;
  readonly change: (condition: Condition) => void;
};

/** The fields of a condition. */
export function ConditionFields({ condition, change }: FieldsProps) {
  const { criteria, values } = condition;
  const [, caption, count] = known(criteria);
  const type = (at: number, text: string): void =>
    change({
      criteria,
      values: Array.from({ length: count }, (_, n) => (n === at ? text : (values[n] ?? ""))),
    });
  return (
    <div class="filter-condition">
      <label>
        Condition
        <select
          class="input"
          value={criteria}
          onChange={(event) => change({ criteria: event.currentTarget.value, values })}
        >
          {conditions.map(([name, text]) => (
            <option key={name} value={name}>
              {text}
            </option>
          ))}
          <option disabled>By date or formula: only on Google</option>
        </select>
      </label>
      {Array.from({ length: count }, (_, at) => (
        <input
          key={at}
          class="input"
          aria-label={count === 1 ? caption : `${caption}: ${at === 0 ? "from" : "to"}`}
          placeholder={count === 1 ? "" : at === 0 ? "from" : "to"}
          autocomplete="off"
          value={values[at] ?? ""}
          onInput={(event) => type(at, event.currentTarget.value)}
        />
      ))}
    </div>
  );
}

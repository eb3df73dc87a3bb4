import { Button } from "../parts/button";
import { factChoice } from "./fact-field";
import type { Facts, RuleTest, RuleValue } from "./rule-form";
import { shownOne, shownValue } from "./values";

interface Props {
  readonly id: string;
  readonly test: RuleTest;
  readonly facts: Facts;
  readonly describedBy: string | undefined;
  readonly onValue: (value: RuleValue) => void;
}

/** The value that a fact is compared with: the fields that its operator needs. */
export function ValueField(props: Props) {
  const { test, facts, onValue } = props;
  const { value } = test;
  const fact = facts.facts.find(({ id }) => id === test.fact);
  const operator = facts.operators.find(({ id }) => id === test.operator);
  if (!fact || !operator) return null;
  const { wants } = operator;
  const isDate = fact.type === "date" || /^(before|after)$/.test(operator.id);
  const label = operator.label;
  const line = (part: string, shown: string, set: (typed: string) => void, name: string) => {
    const common = {
      id: props.id + part,
      "aria-label": name,
      "aria-describedby": props.describedBy,
      autocomplete: "off",
      value: shown,
      onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
        set(event.currentTarget.value),
    };
    return isDate && wants !== "days" ? (
      <input {...common} type="date" />
    ) : (
      <input {...common} type="text" />
    );
  };
  if (wants === "yes/no" || (fact.type === "yes/no" && wants === "value")) {
    return (
      <select
        id={props.id}
        aria-label={label}
        value={String(value)}
        onChange={(event) => onValue(event.currentTarget.value === "true")}
      >
        <option value="true">Yes</option>
        <option value="false">No</option>
      </select>
    );
  }
  if (wants === "values") {
    return (
      <textarea
        id={props.id}
        rows={3}
        aria-label={`${label}, one a line`}
        aria-describedby={props.describedBy}
        placeholder="One a line"
        value={shownValue(value)}
        onInput={(event) => onValue(event.currentTarget.value.split("\n"))}
      />
    );
  }
  if (wants === "range") {
    const [low, high] = Array.isArray(value) ? (value as readonly string[]) : [];
    return (
      <div class="range">
        {line("", shownOne(low), (typed) => onValue([typed, high ?? ""]), "From")}
        {line("-to", shownOne(high), (typed) => onValue([low ?? "", typed]), "To")}
      </div>
    );
  }
  if (wants === "days") return line("", shownValue(value), onValue, "Days");
  const other = typeof value === "object" && "fact" in value ? value.fact : undefined;
  return (
    <>
      {other === undefined ? (
        line("", shownValue(value), onValue, label)
      ) : (
        <select
          id={props.id}
          aria-label={`${label} the column or count`}
          value={other}
          onChange={(event) => onValue({ fact: event.currentTarget.value })}
        >
          {facts.facts
            .filter(({ type }) => type === fact.type || type === "any" || fact.type === "any")
            .map((each) => (
              <option key={each.id} value={each.id}>
                {factChoice(each).name}
              </option>
            ))}
        </select>
      )}
      <Button look="text" onClick={() => onValue(other === undefined ? { fact: fact.id } : "")}>
        {other === undefined ? "Compare with another column or count" : "Compare with a value"}
      </Button>
    </>
  );
}

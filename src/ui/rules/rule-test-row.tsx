import { IconButton } from "../parts/button";
import { FactField } from "./fact-field";
import { type Complaints, type Facts, messagesAt, type RuleTest } from "./rule-form";
import { ValueField } from "./value-field";
import { firstValue } from "./values";

/** One condition: a fact, an operator that fits its type, and a value, with the complaints about it. */
export function RuleTestRow(props: {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly test: RuleTest;
  readonly facts: Facts | undefined;
  readonly complaints: Complaints;
  readonly onChange: (test: RuleTest) => void;
  readonly onRemove: () => void;
}) {
  const { id, name, place, test, facts, complaints, onChange, onRemove } = props;
  const error = test.fact === "" ? undefined : messagesAt(complaints, place).join(" ") || undefined;
  const fact = facts?.facts.find((each) => each.id === test.fact);
  const fitting = facts?.operators.filter(({ types }) => !fact || types.includes(fact.type)) ?? [];
  return (
    <>
      <FactField
        id={id}
        label={name}
        facts={facts}
        fact={test.fact}
        error={error}
        onFact={(next) => {
          if (!next) return onChange({ ...test, fact: "" });
          const operators = facts?.operators.filter(({ types }) => types.includes(next.type)) ?? [];
          const operator = operators.find((each) => each.id === test.operator) ?? operators[0];
          if (!operator) return;
          const isSame = operator.id === test.operator && next.type === fact?.type;
          const value = isSame ? test.value : firstValue(next, operator);
          onChange({ ...test, fact: next.id, operator: operator.id, value });
        }}
      />
      {facts && test.fact !== "" && (
        <div class="field">
          <select
            id={`${id}-operator`}
            aria-label={`${name}, operator`}
            value={test.operator}
            onChange={(event) => {
              const operator = fitting.find((each) => each.id === event.currentTarget.value);
              const before = fitting.find((each) => each.id === test.operator);
              if (!operator) return;
              const isSame = fact && operator.wants === before?.wants;
              const value = !fact || isSame ? test.value : firstValue(fact, operator);
              onChange({ ...test, operator: operator.id, value });
            }}
          >
            {!fitting.some((each) => each.id === test.operator) && (
              <option value={test.operator}>{test.operator}</option>
            )}
            {fitting.map((each) => (
              <option key={each.id} value={each.id}>
                {each.label}
              </option>
            ))}
          </select>
          <ValueField
            id={`${id}-value`}
            test={test}
            facts={facts}
            describedBy={error && `${id}-error`}
            onValue={(value) => onChange({ ...test, value })}
          />
        </div>
      )}
      <IconButton icon="close" label={`Remove ${name.toLowerCase()}`} onClick={onRemove} />
    </>
  );
}

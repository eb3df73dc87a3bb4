import { Button, IconButton } from "../parts/button";
import {
  blankGroup,
  blankTest,
  type Complaints,
  type Facts,
  messagesAt,
  placesOf,
  type RuleGroup,
  type RuleItem,
} from "./rule-form";
import { RuleTestRow } from "./rule-test-row";

/** The deepest form that can be drawn (src/engine/triggers/form.ts). */
const MOST_LEVELS = 5;
const matches = [
  ["all", "All of these hold"],
  ["any", "Any of these holds"],
  ["not", "None of these holds"],
] as const;

const focus = (id: string) => setTimeout(() => document.getElementById(id)?.focus());

/** A group of conditions and further groups; items can be added and removed. */
export function RuleGroupField(props: {
  readonly id: string;
  readonly place: string;
  readonly level: number;
  readonly group: RuleGroup;
  readonly facts: Facts | undefined;
  readonly complaints: Complaints;
  readonly onChange: (group: RuleGroup) => void;
  readonly onRemove?: () => void;
}) {
  const { id, place, level, group, facts, complaints, onChange, onRemove } = props;
  const { items } = group;
  const places = placesOf(group, place);
  const error = messagesAt(complaints, place).join(" ");
  const set = (at: number, item: RuleItem) =>
    onChange({ ...group, items: items.map((each, i) => (i === at ? item : each)) });
  const add = (item: RuleItem) => {
    onChange({ ...group, items: [...items, item] });
    focus(`${id}-${items.length}`);
  };
  const remove = (at: number) => {
    onChange({ ...group, items: items.filter((_, i) => i !== at) });
    focus(`${id}-add`);
  };
  const rows = items.map((item, at) => ({ item, at, key: `${id}-${at}`, place: places[at] ?? "" }));
  return (
    <div class="rule-group">
      <div class="line field">
        <select
          id={id}
          aria-describedby={error ? `${id}-error` : undefined}
          aria-label={level === 0 ? "Which conditions must hold" : "Which of this group must hold"}
          value={group.match}
          onChange={(event) => {
            const [match] = matches.find(([word]) => word === event.currentTarget.value) ?? ["all"];
            onChange({ ...group, match });
          }}
        >
          {matches.map(([match, label]) => (
            <option key={match} value={match}>
              {label}
            </option>
          ))}
        </select>
        {onRemove && <IconButton icon="close" label="Remove this group" onClick={onRemove} />}
      </div>
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <ul>
        {rows.map(({ item, at, key, place: inside }) => (
          <li key={key} class={item.kind}>
            {item.kind === "group" ? (
              <RuleGroupField
                {...{ facts, complaints, id: key, place: inside, level: level + 1, group: item }}
                onChange={(next) => set(at, next)}
                onRemove={() => remove(at)}
              />
            ) : (
              <RuleTestRow
                {...{ facts, complaints, id: key, place: inside, test: item }}
                name={`Condition ${at + 1}`}
                onChange={(next) => set(at, next)}
                onRemove={() => remove(at)}
              />
            )}
          </li>
        ))}
      </ul>
      <div class="rule-add">
        <Button
          id={`${id}-add`}
          look="text"
          icon="plus"
          label="Add condition"
          onClick={() => add(blankTest)}
        >
          Condition
        </Button>
        {level + 1 < MOST_LEVELS && (
          <Button
            look="text"
            icon="plus"
            label="Add group"
            onClick={() => add({ ...blankGroup, match: "any", items: [blankTest] })}
          >
            Group
          </Button>
        )}
      </div>
    </div>
  );
}

import type { ComponentChildren } from "preact";
import type { Answers, Question } from "../../engine/intake/import/answers";
import { readMoment } from "../../engine/intake/import/read-moment";
import { type Outcome, plainWord } from "../../engine/intake/import/status-words";
import { type Currency, exponentOf, parseCurrency, toDecimal } from "../../engine/kernel/money";
import { text } from "../format/text";
import { Tag } from "../parts/tag";

interface AnswerProps {
  readonly question: Question;
  readonly answers: Answers;
  readonly onAnswer: (answer: Partial<Answers>) => void;
  readonly programCurrency: string;
  readonly timeZone: string;
}

/** What only a person can say of this file, each with an example; an open question leaves lines out (IMPORT-2). */
export function Questions({
  questions,
  ...rest
}: Omit<AnswerProps, "question"> & { readonly questions: readonly Question[] }) {
  return (
    <>
      {questions.map((question) => (
        <Answer key={question.about} question={question} {...rest} />
      ))}
    </>
  );
}

function Answer(props: AnswerProps) {
  switch (props.question.about) {
    case "dates":
      return <DateOrder {...props} />;
    case "decimals":
      return <DecimalMark {...props} />;
    case "unit":
      return <Unit {...props} />;
    case "zone":
      return <Zone {...props} />;
    case "currency":
      return <FileCurrency {...props} />;
    case "statuses":
      return <Statuses {...props} />;
    default:
      return props.question.about satisfies never;
  }
}

export function Choice<T>(props: {
  readonly name: string;
  readonly title: string;
  readonly isOpen: boolean;
  readonly value: T | undefined;
  readonly options: readonly (readonly [T, string])[];
  readonly onValue: (value: T) => void;
}) {
  return (
    <Group title={props.title} isOpen={props.isOpen}>
      {props.options.map(([value, label]) => (
        <label class="choice" key={label}>
          <input
            type="radio"
            name={`import-${props.name}`}
            checked={props.value === value}
            onChange={() => props.onValue(value)}
          />
          {label}
        </label>
      ))}
    </Group>
  );
}

const Group = (props: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly children: ComponentChildren;
}) => (
  <fieldset class="field">
    <legend class="group-label">
      {props.title} {props.isOpen && <Tag label="Please choose" tone="warning" />}
    </legend>
    {props.children}
  </fieldset>
);

function DateOrder({ question: { example, isOpen }, answers, onAnswer }: AnswerProps) {
  const dayOf = (slashed: "day first" | "month first") => {
    const read = readMoment(example, { slashed, dotted: "day first" });
    return "day" in read ? text.day(read.day) : example;
  };
  return (
    <Choice<"day first" | "month first">
      name="dates"
      title={`Which day is ${example}?`}
      isOpen={isOpen}
      value={answers.dayOrder}
      options={[
        ["day first", dayOf("day first")],
        ["month first", dayOf("month first")],
      ]}
      onValue={(dayOrder) => onAnswer({ dayOrder })}
    />
  );
}

function DecimalMark({ question: { example, isOpen }, answers, onAnswer }: AnswerProps) {
  const hasPoint = example.includes(".");
  const [decimal, group] = hasPoint ? ([".", ","] as const) : ([",", "."] as const);
  const bare = example.replace(/[^\d.,]/g, "");
  return (
    <Choice<"." | ",">
      name="decimals"
      title={`How much is ${example}?`}
      isOpen={isOpen}
      value={answers.mark}
      options={[
        [
          group,
          `${bare.replace(/[.,]/g, "")}: the ${hasPoint ? "point" : "comma"} parts thousands`,
        ],
        [
          decimal,
          `${bare.replace(",", ".")}: the ${hasPoint ? "point" : "comma"} stands before decimals`,
        ],
      ]}
      onValue={(mark) => onAnswer({ mark })}
    />
  );
}

function Unit({ question: { example, isOpen }, answers, onAnswer, programCurrency }: AnswerProps) {
  const currency = (parseCurrency(answers.currency ?? "") ?? programCurrency) as Currency;
  const amount = Number(example.replace(/\D/g, ""));
  const shown = (minor: number) => text.money(toDecimal({ amount: minor, currency }), currency);
  return (
    <Choice
      name="unit"
      title={`How much is ${example}?`}
      isOpen={isOpen}
      value={answers.isMinor ?? false}
      options={[
        [false, shown(amount * 10 ** exponentOf(currency))],
        [true, `${shown(amount)}: amounts are in minor units`],
      ]}
      onValue={(isMinor) => onAnswer({ isMinor })}
    />
  );
}

function Zone({ question: { example }, answers, onAnswer, timeZone }: AnswerProps) {
  const zones = (Intl as { supportedValuesOf?: (key: string) => string[] }).supportedValuesOf;
  return (
    <div class="field">
      <label for="import-zone">In which time zone is {example}?</label>
      <input
        id="import-zone"
        list="import-zones"
        value={answers.zone ?? ""}
        placeholder={`${timeZone}, as this spreadsheet`}
        onChange={(event) => onAnswer({ zone: event.currentTarget.value.trim() })}
      />
      <datalist id="import-zones">
        {["UTC", ...(zones?.("timeZone") ?? [])].map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </div>
  );
}

function FileCurrency({ question, answers, onAnswer, programCurrency }: AnswerProps) {
  return (
    <div class="field">
      <label for="import-currency">
        In which currency is {question.example}?{" "}
        {question.isOpen && <Tag label="Please choose" tone="warning" />}
      </label>
      <input
        id="import-currency"
        class="capitals"
        maxLength={3}
        value={answers.currency ?? ""}
        placeholder={question.isOpen ? "" : `${programCurrency}, the program's`}
        onChange={(event) => onAnswer({ currency: event.currentTarget.value.trim().toUpperCase() })}
      />
    </div>
  );
}

const outcomeWords = { sale: "Sales", refund: "Money given back", out: "Left out" } as const;

function Statuses({ question: { words = [], isOpen }, answers, onAnswer }: AnswerProps) {
  return (
    <Group title="What lines become, by their status" isOpen={isOpen}>
      <ul class="import-statuses">
        {words.map(({ word, lines, outcome }) => (
          <li class="line" key={word}>
            <span class="grow">
              {word} <span class="faint">{text.count(lines, "line")}</span>
            </span>
            <select
              aria-label={`Lines with ${word} are`}
              value={outcome ?? ""}
              onChange={(event) => {
                const { value } = event.currentTarget;
                const { [plainWord(word)]: _, ...others } = answers.outcomes ?? {};
                onAnswer({
                  outcomes: value ? { ...others, [plainWord(word)]: value as Outcome } : others,
                });
              }}
            >
              {outcome === null && <option value="">Please choose</option>}
              {Object.entries(outcomeWords).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </Group>
  );
}

import fc from "fast-check";
import { plainText } from "../../src/engine/kernel/cells";
import { addToMonth, type Month } from "../../src/engine/kernel/day";
import {
  amountField,
  currencyField,
  dayField,
  emailField,
  type Field,
  type FieldContext,
  type FieldKind,
  integerField,
  keyField,
  longTextField,
  momentField,
  monthField,
  numberField,
  percentField,
  textField,
  wordField,
  yesNoField,
} from "../../src/engine/kernel/fields";
import type { Currency, Percent } from "../../src/engine/kernel/money";
import { rewardStatuses } from "../../src/engine/kernel/vocabulary";
import { packed } from "../../src/engine/tables/packed/packed";
import { text as anyText, record } from "../../src/engine/tables/packed/shape";
import { days, law } from "../support/laws";

const context = fc.record({
  decimalMark: fc.constantFrom("." as const, "," as const),
  currency: fc.constantFrom(...(["USD", "JPY", "KWD"] as Currency[])),
});
const text = fc
  .string({ minLength: 1 })
  .map((each) => each.trim())
  .filter(Boolean);
const two = (n: number) => String(n).padStart(2, "0");
const time = fc.oneof(
  fc.constant(""),
  fc
    .tuple(fc.nat(23), fc.nat(59), fc.integer({ min: 1, max: 59 }))
    .map((each) => each.map(two).join(":")),
);
const word = fc.stringMatching(/^[a-z]{1,8}$/);

interface Sample<T> {
  readonly field: Field<T>;
  readonly values: fc.Arbitrary<T>;
}
const sample = <T>(field: Field<T>, values: fc.Arbitrary<T>): Sample<unknown> =>
  ({ field, values }) as unknown as Sample<unknown>;

/** A field and its values for each kind there is: a kind left out does not compile. */
const samples: Readonly<Record<FieldKind, Sample<unknown>>> = {
  text: sample(textField, text),
  "long text": sample(longTextField, text),
  key: sample(keyField, text.map(plainText).filter(Boolean)),
  integer: sample(integerField(0, 600), fc.integer({ min: 0, max: 600 })),
  number: sample(
    numberField,
    fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1000),
  ),
  amount: sample(amountField, fc.integer({ min: -999_999_999_999, max: 999_999_999_999 })),
  percent: sample(
    percentField,
    fc.nat(5_000_000).map((n) => n as Percent),
  ),
  currency: sample(currencyField, fc.constantFrom(...(["USD", "EUR", "JPY", "KWD"] as Currency[]))),
  day: sample(dayField, days),
  moment: sample(momentField, fc.record({ day: days, time })),
  month: sample(
    monthField,
    fc.nat(300).map((n) => addToMonth("2020-01" as Month, n)),
  ),
  word: sample(wordField(rewardStatuses), fc.constantFrom(...rewardStatuses)),
  "yes/no": sample(yesNoField, fc.boolean()),
  "e-mail": sample(
    emailField,
    fc.tuple(word, word, word).map(([name, site, top]) => `${name}@${site}.${top}`),
  ),
  packed: sample(packed(1, record({ name: anyText })), fc.record({ name: text })),
};

describe("parse ∘ print = identity", () => {
  for (const [kind, { field, values }] of Object.entries(samples)) {
    law(kind, fc.tuple(values, context), ([value, where]) => {
      const cell = field.print(value, where as FieldContext);
      const read = field.parse(cell, where as FieldContext);
      expect(read).toEqual({ ok: true, value });
      if (read.ok) expect(field.print(read.value, where as FieldContext)).toEqual(cell);
    });
  }
});

describe("reading never throws", () => {
  const cells = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.record({ day: days, time }),
    fc.stringMatching(/^[-+]?[0-9.,%]{1,9}$/),
  );
  for (const [kind, { field }] of Object.entries(samples)) {
    law(kind, fc.tuple(cells, context), ([cell, where]) => {
      expect(typeof field.parse(cell, where as FieldContext).ok).toBe("boolean");
    });
  }
});

import fc from "fast-check";
import { plainText } from "../../src/engine/kernel/cells";
import { monthOf } from "../../src/engine/kernel/day";
import type { Field, FieldContext } from "../../src/engine/kernel/fields";
import type { Currency } from "../../src/engine/kernel/money";
import type { Fields, Shape } from "../../src/engine/tables/packed/shape";
import { anySign } from "./any-sign";
import { days } from "./laws";

export const context: FieldContext = { decimalMark: ".", currency: "USD" as Currency };

/** A value as the text of its cell. */
export const cellOf = <T>(field: Field<T>, value: T): string => String(field.print(value, context));

/** Text with the signs that cells and files are known to lose: blanks, line breaks, quotes, control signs, emoji. */
const texts = fc.string({ unit: anySign, maxLength: 12 });
const names = fc.string({ maxLength: 6 });

/** The values that a shape allows. */
export function valuesOf<T>(shape: Shape<T>): fc.Arbitrary<T> {
  return arbitraryOf(shape) as fc.Arbitrary<T>;
}

function arbitraryOf({ node }: Shape): fc.Arbitrary<unknown> {
  switch (node.kind) {
    case "text":
      return texts;
    case "key":
      return texts.map(plainText);
    case "integer":
      return fc.maxSafeInteger().map((n) => n + 0);
    case "day":
      return days;
    case "month":
      return days.map(monthOf);
    case "currency":
      return fc.constantFrom(...(["USD", "JPY", "KWD"] as Currency[]));
    case "flag":
      return fc.boolean();
    case "anything":
      return fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)));
    case "word":
      return fc.constantFrom(...node.words);
    case "optional":
      return fc.option(arbitraryOf(node.of).filter((value) => value !== null));
    case "list":
      return fc.array(arbitraryOf(node.of), { maxLength: 4 });
    case "map":
      return fc.dictionary(names, arbitraryOf(node.of), { maxKeys: 4, noNullPrototype: true });
    case "tuple":
      return fc.tuple(...node.items.map(arbitraryOf));
    case "record":
      return fc.record(arbitrariesOf(node.fields), { noNullPrototype: true });
    case "union":
      return fc.oneof(
        ...Object.entries(node.cases).map(([name, fields]) =>
          fc
            .record(arbitrariesOf(fields), { noNullPrototype: true })
            .map((value) => ({ [node.by]: name, ...value })),
        ),
      );
    default:
      return node satisfies never;
  }
}

const arbitrariesOf = (fields: Fields) =>
  Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, arbitraryOf(shape)]));

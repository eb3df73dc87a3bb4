import fc from "fast-check";
import type { FieldContext } from "../../src/engine/kernel/fields";
import type { Currency } from "../../src/engine/kernel/money";
import { packed } from "../../src/engine/tables/packed/packed";
import { joinPieces, PACKED_LENGTH, piecesOf } from "../../src/engine/tables/packed/pieces";
import {
  anything,
  currency,
  day,
  flag,
  integer,
  list,
  map,
  month,
  optional,
  record,
  type Shape,
  text,
  union,
  word,
} from "../../src/engine/tables/packed/shape";
import { anySign } from "../support/any-sign";
import { law } from "../support/laws";
import { valuesOf } from "../support/shapes";

const context: FieldContext = { decimalMark: ".", currency: "USD" as Currency };
const leaves: readonly Shape[] = [
  text,
  integer,
  day,
  month,
  currency,
  anything,
  word(["held", "declined"]),
];
/** Shapes of any depth, made of all kinds of parts. */
const shapes = fc.letrec<{ shape: Shape; fields: Readonly<Record<string, Shape>> }>((tie) => ({
  fields: fc.dictionary(
    fc.constantFrom("a", "b", "c"),
    fc.oneof(tie("shape"), tie("shape").map(optional), fc.constant(flag)),
    { noNullPrototype: true },
  ),
  shape: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(...leaves),
    tie("shape").map(list),
    tie("shape").map(map),
    tie("fields").map(record),
    tie("fields").map((fields) => union("is", { one: fields, other: { d: text } })),
  ),
}));
const cases = shapes.shape.chain((shape) => fc.tuple(fc.constant(shape), valuesOf(shape)));

describe("laws of packed cells", () => {
  law("what is read is what was written, whatever the shape", cases, ([shape, value]) => {
    const field = packed(3, shape);
    const cell = field.print(value, context);
    const read = field.parse(cell, context);
    expect(read).toEqual({ ok: true, value });
    if (read.ok) expect(field.print(read.value, context)).toBe(cell);
  });

  law(
    "text that says something else is a problem at its cell, and nothing throws",
    fc.tuple(
      shapes.shape,
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.json().map((json) => `[3,${json}]`),
      ),
    ),
    ([shape, cell]) => {
      const read = packed(3, shape).parse(cell, context);
      if (!read.ok) expect(read.code).toBe("CELL_BROKEN");
      else
        expect(
          packed(3, shape).parse(packed(3, shape).print(read.value, context), context),
        ).toEqual(read);
    },
  );

  law(
    "a text of any length is whole again from its pieces, none of them longer than a cell of Excel",
    fc.tuple(fc.string({ unit: anySign, minLength: 1, maxLength: 20 }), fc.nat(9_000)),
    ([part, times]) => {
      const long = part.repeat(times);
      const pieces = piecesOf(long);
      expect(joinPieces([...pieces, null, ""])).toBe(long);
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(PACKED_LENGTH);
        expect(piece.trim()).toBe(piece);
      }
    },
  );
});

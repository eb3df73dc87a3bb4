import type { FieldContext } from "../../../../src/engine/kernel/fields";
import type { Currency } from "../../../../src/engine/kernel/money";
import { packed } from "../../../../src/engine/tables/packed/packed";
import { joinPieces, piecesOf } from "../../../../src/engine/tables/packed/pieces";
import { integer, optional, record, text, union } from "../../../../src/engine/tables/packed/shape";

const context: FieldContext = { decimalMark: ".", currency: "USD" as Currency };
const ending = union("cause", {
  refund: { sale: text },
  person: { by: text, reason: optional(text) },
});

describe("a packed cell", () => {
  test("holds its version and its value as JSON, without what is left out", () => {
    const cell = packed(1, ending).print({ cause: "person", by: "ada", reason: null }, context);
    expect(cell).toBe('[1,{"cause":"person","by":"ada"}]');
  });

  test("narrows to a literal's own fields once the literal is known", () => {
    const read = packed(1, ending).parse('[1,{"cause":"refund","sale":"trx_1"}]', context);
    if (!read.ok || read.value.cause !== "refund") throw new Error("It is a refund's");
    expect(read.value.sale).toBe("trx_1");
  });

  test("that a person broke is a problem that says what to do", () => {
    for (const cell of [
      "oops",
      "[1,{",
      "[1]",
      '[1,{"cause":"rain"}]',
      '[1,{"cause":"refund"}]',
      12,
    ]) {
      expect(packed(1, ending).parse(cell, context)).toMatchObject({
        ok: false,
        code: "CELL_BROKEN",
      });
    }
  });

  test("of a newer version is a problem that says to update the script", () => {
    const read = packed(1, ending).parse('[2,{"cause":"refund","sale":"trx_1"}]', context);
    expect(read).toMatchObject({
      ok: false,
      message: expect.stringContaining("Update the script"),
    });
  });

  test("of an earlier release is read as it was written then, and written in the new form", () => {
    const field = packed(2, record({ amount: integer }), (cell) => {
      const [, amount] = /^amount (\d+)$/.exec(cell) ?? [];
      return amount && { amount: Number(amount) };
    });
    const read = field.parse("amount 20", context);
    expect(read).toEqual({ ok: true, value: { amount: 20 } });
    if (read.ok) expect(field.print(read.value, context)).toBe('[2,{"amount":20}]');
    expect(field.parse("amount twenty", context)).toMatchObject({ code: "CELL_BROKEN" });
  });

  test("drops fields that it does not know", () => {
    const read = packed(1, record({ amount: integer })).parse('[1,{"amount":1,"more":2}]', context);
    expect(read).toEqual({ ok: true, value: { amount: 1 } });
  });
});

describe("pieces of a long text", () => {
  test("are never cut inside an emoji, which no file would keep", () => {
    const long = `a${"😀".repeat(20_000)}`;
    const pieces = piecesOf(long);
    expect(joinPieces(pieces)).toBe(long);
    for (const piece of pieces) expect(() => encodeURIComponent(piece)).not.toThrow();
  });

  test("that a person changed are reported", () => {
    expect(joinPieces(["|a|", "b"])).toBeUndefined();
    expect(joinPieces(["too much to be undone"])).toBeUndefined();
  });
});

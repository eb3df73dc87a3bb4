import type { FormField, ReplyError } from "../../src/engine/contract/contract";
import { blankErrors, errorAt, placeErrors } from "../../src/ui/form/field-errors";

const field = (id: string, required: boolean): FormField => ({
  id,
  label: id.toUpperCase(),
  kind: "text",
  words: [],
  isList: false,
  required,
  hint: "",
});
const fields = [field("partner", true), field("amount", true), field("note", false)];
const problem = (column: string, message: string, table = "input") => ({
  code: "CELL_BLANK" as const,
  at: { table, column },
  message,
});

describe("blank fields", () => {
  test("a required field that is blank is named, an optional one is not", () => {
    expect(blankErrors(fields, { amount: "  ", partner: "ptr_1" })).toEqual({
      amount: "AMOUNT is needed.",
    });
  });

  test("further fields are needed with their own sentence", () => {
    const errors = blankErrors(fields, { partner: "p", amount: "1" }, { note: "Say why." });
    expect(errors).toEqual({ note: "Say why." });
  });

  test("a tick is never blank", () => {
    expect(blankErrors([field("tick", true)], { tick: false })).toEqual({});
  });
});

describe("a refusal", () => {
  test("stands at its fields, the first sentence of each, with nothing left above the form", () => {
    const error: ReplyError = {
      code: "INPUT_INVALID",
      message: "Please correct the marked fields.",
      problems: [problem("amount", "Not a number."), problem("amount", "Too large.")],
    };
    expect(placeErrors(error, fields)).toEqual({
      atFields: { amount: "Not a number." },
      rest: undefined,
    });
  });

  test("keeps above the form what belongs to no field of it", () => {
    const strange = problem("unknown", "“unknown” is not a field of this form.");
    const error: ReplyError = { code: "INPUT_INVALID", message: "Please.", problems: [strange] };
    expect(placeErrors(error, fields)).toEqual({ atFields: {}, rest: error });
  });

  test("of a cell of the sheets never stands at a field, though the column has its name", () => {
    const cell = problem("amount", "Not a number.", "Transactions");
    const error: ReplyError = { code: "SETTINGS_INVALID", message: "Please.", problems: [cell] };
    expect(placeErrors(error, fields).atFields).toEqual({});
  });

  test("about one record stands at the field that names the record", () => {
    const error: ReplyError = { code: "PARTNER_UNKNOWN", message: "There is no such partner." };
    expect(placeErrors(error, fields, { PARTNER_UNKNOWN: "partner" })).toEqual({
      atFields: { partner: "There is no such partner." },
      rest: undefined,
    });
  });

  test("that is busy stands above the form", () => {
    const error: ReplyError = { code: "RUN_BUSY", message: "A run is in progress." };
    expect(placeErrors(error, fields).rest).toMatchObject(error);
  });

  test("gives its sentence for one field", () => {
    const error: ReplyError = {
      code: "INPUT_INVALID",
      message: "Please.",
      problems: [problem("on", "Too early.")],
    };
    expect([errorAt(error, "on"), errorAt(error, "reason"), errorAt(undefined, "on")]).toEqual([
      "Too early.",
      undefined,
      undefined,
    ]);
  });
});

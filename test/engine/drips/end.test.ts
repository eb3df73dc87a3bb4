import fc from "fast-check";
import { endCells, endOf } from "../../../src/engine/drips/end";
import { endReasonField } from "../../../src/engine/tables/packed/end-reason";
import { endingsField } from "../../../src/engine/tables/packed/ending";
import { days, law } from "../../support/laws";
import { context } from "../../support/shapes";

const reason = fc.oneof(
  fc.constantFrom("partner archived", "customer archived", "transaction archived", "refunded"),
  fc.constant("goes on as d+"),
  fc.string({ minLength: 1 }).map((text) => `x${text}x`),
);

describe("a drip's end", () => {
  law(
    "its cells say it and are read back, and so is one that waits behind another",
    fc.record({ on: days, said: fc.option(reason), by: fc.option(fc.constant("ann@example.com")) }),
    ({ on, said, by }) => {
      const read = said === null ? undefined : endReasonField.parse(said, context);
      const end = { on, by, reason: read?.ok ? read.value : null };
      expect(endOf(endCells(end))).toEqual(end);
      const behind = { isRefund: true, others: [end], coming: null, isRevived: false, pause: null };
      const cell = endingsField.print(behind, context);
      expect(endingsField.parse(cell, context)).toEqual({ ok: true, value: behind });
      if (end.reason) expect(endReasonField.print(end.reason, context)).toBe(said);
    },
  );

  test("a reason or a name without a day ends nothing", () => {
    const cells = {
      endsOn: null,
      endReason: { cause: "refunded" },
      endedBy: "the program",
    } as const;
    expect(endOf(cells)).toBeNull();
    expect(endCells(null)).toEqual({ endsOn: null, endReason: null, endedBy: null });
  });
});

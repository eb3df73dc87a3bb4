import type { Field } from "../../../../src/engine/kernel/fields";
import type { Currency } from "../../../../src/engine/kernel/money";
import { acceptedField, acceptedForField } from "../../../../src/engine/tables/packed/accepted";
import { frozenField } from "../../../../src/engine/tables/packed/frozen";
import { groupsJudgedField } from "../../../../src/engine/tables/packed/groups-judged";
import { judgedAsField } from "../../../../src/engine/tables/packed/judged-as";
import { keysField, monthsField, partsField } from "../../../../src/engine/tables/packed/lists";
import { termsField } from "../../../../src/engine/tables/packed/terms";
import { context } from "../../../support/shapes";

/** That release did not keep the invoices. */
const noPlace = { invoice: null, firstInvoice: null, of: null };

/** A cell as release 0.1.0 wrote it, and what it says. */
const cells: readonly (readonly [string, Field<unknown>, string, unknown, currency?: string])[] = [
  ["Accepted", acceptedField, "held -20.50", { status: "held", amount: -2050, ...noPlace }],
  [
    "Accepted in yen",
    acceptedField,
    "paid 1500",
    { status: "paid", amount: 1500, ...noPlace },
    "JPY",
  ],
  [
    "Accepted for",
    acceptedForField,
    "trx_1/trg | 2 | USD ptn 1",
    { key: "trx_1/trg | 2", currency: "USD", partner: "ptn 1", earnedOn: null },
  ],
  [
    "Terms",
    termsField,
    "2.5 % of 1200.00; half to even; at most 150.00; part 3 of 12",
    {
      kind: "percent",
      percent: 25_000,
      base: 120_000,
      rounding: "half to even",
      room: 15_000,
      part: { k: 3, n: 12 },
      of: null,
    },
  ],
  [
    "Terms without limits",
    termsField,
    "20 % of 1.234; half away from zero",
    {
      kind: "percent",
      percent: 200_000,
      base: 1234,
      rounding: "half away from zero",
      room: null,
      part: null,
      of: null,
    },
    "KWD",
  ],
  ["Refunds counted", keysField, "trx_2\ntrx, 3", ["trx_2", "trx, 3"]],
  ["Skipped", partsField, "3, 12", [3, 12]],
  ["Statements sent", monthsField, "2026-01, 2026-02", ["2026-01", "2026-02"]],
  [
    "Groups judged",
    groupsJudgedField,
    '[{"key":"ann","on":"2026-01-02","from":null,"group":"gold"},{"key":"ann@2","on":"2026-02-02","from":"gold","group":null,"moved":"silver"},{"key":"ann@3","on":"2026-02-03","from":"silver","group":"gold","moved":null}]',
    [
      { key: "ann", on: "2026-01-02", from: null, group: "gold", moved: null },
      { key: "ann@2", on: "2026-02-02", from: "gold", group: null, moved: { to: "silver" } },
      { key: "ann@3", on: "2026-02-03", from: "silver", group: "gold", moved: { to: null } },
    ],
  ],
  [
    "Judged as",
    judgedAsField,
    '{"row":{"Amount":"20"},"group":null}',
    {
      row: { Amount: "20" },
      named: null,
      partner: null,
      amount: null,
      by: { group: null, moved: null },
      counted: null,
      outcome: null,
    },
  ],
  [
    "Judged as, the group unknown",
    judgedAsField,
    '{"row":{"Amount":"20"}}',
    {
      row: { Amount: "20" },
      named: null,
      partner: null,
      amount: null,
      by: null,
      counted: null,
      outcome: null,
    },
  ],
];

describe("packed cells of earlier releases", () => {
  for (const [name, field, cell, value, currency = "USD"] of cells) {
    const at = { ...context, currency: currency as Currency };

    test(`${name} is read`, () => {
      const read = field.parse(cell, at);
      expect(read).toEqual({ ok: true, value });
      const now = field.print(value, at);
      expect(now).toMatch(/^\[1,/);
      expect(field.parse(now, at)).toEqual(read);
    });

    // Any line may be a key.
    if (field === keysField) continue;
    test(`${name} that was typed over is reported as a problem`, () => {
      expect(field.parse("paid by cheque on 3/4", at)).toMatchObject({ code: "CELL_BROKEN" });
    });
  }

  test("the frozen terms of a drip name their columns now", () => {
    const earlier = ["d", "cus_1", "trx_1", 12, "USD", 20, "", "", "per occurrence"];
    const cell = JSON.stringify([...earlier, ...Array.from({ length: 15 }, (_, at) => at)]);
    expect(frozenField.parse(cell, context)).toMatchObject({
      ok: true,
      value: { key: "d", cells: { customer: "cus_1", amount: 20, rounding: 0, later: 14 } },
    });
    expect(frozenField.parse('["d",1]', context)).toMatchObject({ code: "CELL_BROKEN" });
  });
});

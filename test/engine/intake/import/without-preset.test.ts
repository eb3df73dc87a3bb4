import { readFile } from "../../../../src/engine/intake/import/read-file";
import { moveReaders } from "../../../../src/engine/intake/import/read-moves";
import type { Currency } from "../../../../src/engine/kernel/money";
import { offsetsOf } from "../../../support/program";

const context = {
  programCurrency: "USD" as Currency,
  decimalMark: ".",
  zones: offsetsOf(""),
} as const;
const targetsOf = (text: string, lines: "sales" | "open rewards" | "partners" = "sales") =>
  Object.fromEntries(
    readFile(text, { lines }, context, moveReaders).columns.flatMap(({ header, target }) =>
      target ? [[header, target]] : [],
    ),
  );

/** Tools without a preset (IMPORT-4): what their fields are called is guessed as any header is. */
test.each([
  [
    "Paddle",
    "id,status,invoice_number,customer_id,customer_email,origin,subscription_id,created_at,updated_at,billed_at,currency_code,subtotal,tax,grand_total\ntxn_1,completed,,ctm_1,ada@example.com,web,sub_1,2026-02-01T03:30:00Z,2026-02-01T03:31:00Z,2026-02-01T03:30:00Z,USD,100.00,20.00,120.00",
    {
      id: "key",
      status: "status",
      customer_id: "customer",
      customer_email: "email",
      created_at: "date",
      currency_code: "currency",
      grand_total: "amount",
    },
  ],
])("the columns of %s are guessed by their names", (_, text, targets) => {
  expect(targetsOf(text)).toMatchObject(targets);
});

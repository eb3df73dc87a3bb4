import type { Key } from "../../kernel/keys";
import { format } from "../../kernel/money";
import { plainName } from "../../program/customer-names";
import type { Work } from "../../program/work";
import { currencyOf } from "../../sales/refund-row";
import type { Transaction } from "../../tables";
import type { ImportRow } from "./import-row";

/** What a line says otherwise than its row: its money, its day, or whose it is. */
export function differences(
  work: Work<"transactions">,
  there: Transaction,
  row: ImportRow,
  find: (row: Pick<ImportRow, "customer" | "email">) => Key | undefined,
): readonly string[] {
  const own = { amount: there.amount, currency: currencyOf(work, there) };
  const said = { amount: row.amount, currency: row.currency ?? own.currency };
  const customerOf = (customer: string, email: string) =>
    find({ customer, email }) ?? plainName(customer);
  const pairs = [
    [format(own), format(said)],
    // A refund's own day may have been moved to its sale's, and its customer is the sale's.
    ...(row.isRefund
      ? []
      : [
          [there.date.day, row.date.day],
          [customerOf(there.customer, there.customer), customerOf(row.customer, row.email)],
        ]),
  ];
  return pairs.flatMap(([is, says]) =>
    is === says ? [] : [`“${row.key}” is here with ${is}, and the file says ${says}`],
  );
}

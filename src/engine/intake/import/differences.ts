import type { Key } from "../../kernel/keys";
import { exponentOf, format } from "../../kernel/money";
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

/**
 * Why a refund can't be taken whose line is in another currency than its sale (REFUND-2). One without a currency of its own is in
 * its sale's, if its amount was read with as many decimals.
 */
export function otherCurrency(
  { settings }: Pick<Work<"settings">, "settings">,
  { currency, refundOf }: ImportRow,
  sale: Pick<Transaction, "currency">,
): string | undefined {
  const own = sale.currency ?? settings.programCurrency;
  const said = currency ?? settings.programCurrency;
  if (said === own || (currency === null && exponentOf(said) === exponentOf(own))) return undefined;
  return `this refunds “${refundOf}” in ${said}, and that sale is in ${own}`;
}

import type { Row } from "../life";
import type { Books } from "./books";
import { isWhole, minor } from "./money";

const codeOf = (row: Row): string => String(row.Currency || "USD").toUpperCase();

/** The refund rows of a sale that count: not archived, in the sale's currency, and an amount of it. */
export function refundsOf(books: Books, sale: unknown): readonly Row[] {
  if (sale === "") return [];
  const [row] = books.where("Transactions", "Key", sale);
  if (!row) return [];
  return books
    .where("Transactions", "Refund of", sale)
    .filter(
      (refund) => refund.Status !== "archived" && codeOf(refund) === codeOf(row) && isWhole(refund),
    );
}

/** What the customer kept of an amount, in minor units. */
export const keptOf = (books: Books, sale: unknown, amount: number): number =>
  refundsOf(books, sale).reduce(
    (kept, refund) => Math.max(0, kept - Math.abs(minor(refund))),
    amount,
  );

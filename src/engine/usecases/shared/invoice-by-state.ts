import type { Key } from "../../kernel/keys";
import { DomainError } from "../../kernel/problem";
import type { Work } from "../../program/work";
import { isFinal } from "../../rewards/final";
import type { Invoice } from "../../tables";
import { chosen } from "./chosen";

/** The invoice with this key. Throws INVOICE_UNKNOWN, or INVOICE_NOT_IN_REVIEW. */
export function invoiceInReview(work: Work<"invoices">, key: Key): Invoice {
  const invoice = chosen(work, "invoices", key);
  if (isFinal(invoice)) throw new DomainError("INVOICE_NOT_IN_REVIEW");
  return invoice;
}

/** The same of a final one. Throws INVOICE_UNKNOWN, or INVOICE_NOT_FINAL. */
export function finalInvoice(work: Work<"invoices">, key: Key): Invoice {
  const invoice = chosen(work, "invoices", key);
  if (!isFinal(invoice)) throw new DomainError("INVOICE_NOT_FINAL");
  return invoice;
}

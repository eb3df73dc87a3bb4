import { saleForm } from "../../intake/new-sale";
import type { Sentence } from "../../kernel/message";
import { say } from "../../kernel/say";
import type { Work } from "../../program/work";
import { currencyOf } from "../../sales/refund-row";
import type { Transaction } from "../../tables";
import { previewEvent } from "../shared/foresee-event";
import { recordRow } from "../shared/record-row";

export const recordSale = recordRow(
  "record-sale",
  saleForm,
  ["settings", "customers", "transactions", "activity"],
  (sale, work) => ({ what: "Recorded a sale", to: saleText(work, sale, sale.customer) }),
);
export const previewSale = previewEvent("preview-sale", saleForm, "transaction created");

/** What Activity says of a row: its money, whose or of which sale it is, and its day. */
export const saleText = (work: Work<"transactions">, row: Transaction, of: string): Sentence =>
  say`${{ amount: row.amount, currency: currencyOf(work, row) }} of ${of} on ${{ day: row.date.day }}`;

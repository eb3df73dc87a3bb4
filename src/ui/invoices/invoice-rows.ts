import type { Output } from "../../engine/contract/contract";
import type { Page } from "../../engine/usecases/shared/page";

type Shown = Output<"show-invoice">["shown"];
type LinesShown = Extract<Shown, { readonly kind: "lines" | "late" }>;

export type Payout = Extract<Shown, { readonly kind: "payouts" }>["page"]["rows"][number];
export interface Line {
  readonly line: LinesShown["page"]["rows"][number];
  /** The invoice's part of its partner. */
  readonly part: LinesShown["partners"][number];
}
/** A row shown of an invoice: a payout, or a line with its partner's part. */
export type InvoiceRow = Line | { readonly payout: Payout };

/** The rows in an answer. */
export function invoiceRows({ shown }: Output<"show-invoice">): Page<InvoiceRow> {
  if (shown.kind === "payouts") {
    return { ...shown.page, rows: shown.page.rows.map((payout) => ({ payout })) };
  }
  const parts = new Map(shown.partners.map((part) => [part.partner, part]));
  const rows = shown.page.rows.flatMap((line) => {
    const part = parts.get(line.partner);
    return part ? [{ line, part }] : [];
  });
  return { ...shown.page, rows };
}

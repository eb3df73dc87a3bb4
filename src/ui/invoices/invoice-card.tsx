import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { daysLeftText } from "../format/words";
import { Tag } from "../parts/tag";
import { open } from "../shell/router";

export type InvoiceView = Output<"list-invoices">["rows"][number];

const tones = {
  "In review": {},
  Final: { tone: "warning" },
  Paid: { tone: "good" },
} as const satisfies { readonly [Status in InvoiceView["status"]]: object };

/** The state of an invoice as a tag: paused, its days left, or its status. */
export function InvoiceTag({ invoice }: { readonly invoice: InvoiceView }) {
  const { status, paused, daysLeft } = invoice;
  if (paused) return <Tag label="Paused" tone="warning" />;
  if (status !== "In review") return <Tag label={status} {...tones[status]} />;
  return <span class={daysLeft <= 2 ? "days soon" : "days"}>{daysLeftText(daysLeft)}</span>;
}

/** One invoice of the list; clicking opens it. */
export function InvoiceCard({ invoice }: { readonly invoice: InvoiceView }) {
  const { key, month, currency, lines, total, toPay, late } = invoice;
  const more = [
    toPay.count > 0 && `${text.money(toPay.amount, currency)} to pay`,
    late.count > 0 && `${text.count(late.count, "late reward")} can still go on`,
  ].filter(Boolean);
  return (
    <li>
      <button type="button" class="invoice" onClick={() => open({ screen: "invoice", about: key })}>
        <span class="line">
          <span class="strong">
            {text.month(month)} · {currency}
          </span>
          <InvoiceTag invoice={invoice} />
        </span>
        <span class="line">
          <span class="faint">{text.count(lines, "line")}</span>
          <span class="figure">{text.money(total, currency)}</span>
        </span>
        {more.length > 0 && <span class="faint">{more.join(", ")}</span>}
      </button>
    </li>
  );
}

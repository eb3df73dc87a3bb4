import { escapeHtml } from "../../kernel/escape-html";

/** One line of a mail: what, a remark beside it, and an amount with its currency. */
export interface MailLine {
  readonly label: string;
  readonly remark: string;
  readonly amount: string;
  /** A sum or a balance stands out. */
  readonly isSum?: boolean;
}
/** A part of a mail; a section has lines under its title. */
export type MailPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "section"; readonly title: string; readonly lines: readonly MailLine[] };

/** The mail as plain text, for readers that show no HTML. */
export function mailText(parts: readonly MailPart[]): string {
  return parts
    .map((part) =>
      part.kind === "text"
        ? part.text
        : [part.title, ...part.lines.map((line) => `- ${lineText(line)}`)].join("\n"),
    )
    .join("\n\n");
}

const lineText = ({ label, remark, amount }: MailLine): string =>
  [`${label}:`, amount, remark && `(${remark})`].filter(Boolean).join(" ");

/** The mail as HTML with its own styles; whatever came from a cell is text in it, never markup. */
export function mailHtml(parts: readonly MailPart[]): string {
  const body = parts.map((part) =>
    part.kind === "text"
      ? `<p>${escapeHtml(part.text).replace(/\n/g, "<br>")}</p>`
      : `<h3 style="${TITLE}">${escapeHtml(part.title)}</h3><table style="${TABLE}">${part.lines.map(rowHtml).join("")}</table>`,
  );
  return `<div style="${PAGE}">${body.join("")}</div>`;
}

const PAGE = "font:14px/20px Roboto,Arial,sans-serif;color:#1f1f1f;max-width:600px";
const TITLE = "font-size:14px;margin:20px 0 4px";
const TABLE = "border-collapse:collapse;width:100%";
const CELL = "padding:4px 8px 4px 0;border-top:1px solid #dde1e6;vertical-align:top";
const AMOUNT = `${CELL};padding-right:0;text-align:right;white-space:nowrap`;

function rowHtml({ label, remark, amount, isSum = false }: MailLine): string {
  const bold = isSum ? ";font-weight:bold" : "";
  const faint = remark && `<br><span style="color:#50565a">${escapeHtml(remark)}</span>`;
  return `<tr><td style="${CELL}${bold}">${escapeHtml(label)}${faint}</td><td style="${AMOUNT}${bold}">${escapeHtml(amount)}</td></tr>`;
}

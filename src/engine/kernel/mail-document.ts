import { clip } from "./cells";
import { escapeHtml } from "./escape-html";
import { brandColor, inkOn, look } from "./page-look";

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

/** What every mail to a partner says besides its content. */
export interface MailHead {
  readonly programName: string;
  /** The program's color, such as #1a73e8; null for the usual one. */
  readonly color: string | null;
  /** The link to the partner's page, if there is one. */
  readonly link: string | null;
  /** The first line, where somebody is greeted. */
  readonly greeting: string | null;
  /** The team's last lines; null ends the plain text with the program's name. */
  readonly footer: string | null;
  /** Where answers go; null is whoever sends it. */
  readonly replyTo: string | null;
}
/** A mail in its two forms, which say the same. */
export interface MailContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly replyTo: string | null;
}

/**
 * The one way in which mails to partners are made: plain text, and the same as HTML in the program's name and color (PARTNER-4).
 * Whatever came from a cell is text in it, never markup; it has no script, no style sheet and nothing from elsewhere.
 * `title` ends the subject after the program's name, and is the HTML's heading. Greeting, footer and where answers go are the
 * same for all mails to a partner (PARTNER-8).
 */
export function mailContent(head: MailHead, title: string, said: readonly MailPart[]): MailContent {
  const { programName, link, greeting, footer, replyTo } = head;
  const content = greeting === null ? said : [textPart(greeting), ...said];
  const last = link === null ? [] : [textPart(`${LINK} ${link}`)];
  const parts = [...content, ...last, textPart(footer ?? programName)];
  return {
    // A line break in a subject would begin another header of the mail; 250 characters are its limit.
    subject: `${clip(programName)}: ${title}`.replace(/\s+/g, " "),
    text: parts.map(partText).join("\n\n"),
    html: documentOf(head, title, content),
    replyTo,
  };
}

/** A paragraph; its line breaks stay. */
export const textPart = (text: string): MailPart => ({ kind: "text", text });

const LINK = "Your page, at any time:";

const partText = (part: MailPart): string =>
  part.kind === "text"
    ? part.text
    : [part.title, ...part.lines.map((line) => `- ${lineText(line)}`)].join("\n");

/** A line as plain text. */
export const lineText = ({ label, remark, amount }: MailLine): string =>
  [amount ? `${label}:` : label, amount, remark && `(${remark})`].filter(Boolean).join(" ");

// Many mail programs know no style sheets and no inheritance into tables, so every element has its own style.
const TYPE = "15px/22px Roboto,Arial,sans-serif";
const SOFT = `font-size:13px;color:${look.soft}`;
const CELL = `border-top:1px solid ${look.line};padding:8px 0`;
const TABLE = 'width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse';
/** A table that only lays its cells out, one below the other. */
const layout = (style: string, ...cells: readonly string[]): string =>
  `<table role="presentation" ${TABLE};${style}">${cells.map((cell) => `<tr>${cell}</tr>`).join("")}</table>`;

function documentOf(
  { programName, color, link, footer }: MailHead,
  title: string,
  parts: readonly MailPart[],
): string {
  const brand = brandColor(color);
  const heading = escapeHtml(title.charAt(0).toUpperCase() + title.slice(1));
  const page =
    link === null
      ? ""
      : paragraph(
          `${LINK} <a href="${escapeHtml(link)}" style="color:${look.ink};overflow-wrap:anywhere">${escapeHtml(link)}</a>`,
          SOFT,
        );
  const end = footer === null ? "" : paragraph(htmlLines(footer), SOFT);
  const head = `<td style="background:${brand};padding:12px 20px;font:bold ${TYPE};color:${inkOn(brand)}">${escapeHtml(clip(programName))}</td>`;
  const body = `<td style="background:${look.paper};border:1px solid ${look.line};border-top:0;padding:16px 20px"><h1 style="font:bold 20px/26px Roboto,Arial,sans-serif;color:${look.ink};margin:0 0 12px">${heading}</h1>${parts.map(partHtml).join("")}${page}${end}</td>`;
  const sheet = layout("max-width:600px;margin:0 auto;text-align:left", head, body);
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${heading}</title></head><body style="margin:0;background:${look.ground}">${layout(`background:${look.ground}`, `<td align="center" style="padding:16px 8px">${sheet}</td>`)}</body></html>`;
}

const htmlLines = (text: string): string => escapeHtml(text).replace(/\n/g, "<br>");

const paragraph = (html: string, style = ""): string =>
  `<p style="font:${TYPE};color:${look.ink};margin:0 0 12px;${style}">${html}</p>`;

function partHtml(part: MailPart): string {
  if (part.kind === "text") return paragraph(htmlLines(part.text));
  const lines = part.lines.map(rowHtml).join("");
  return `<h2 style="font:bold ${TYPE};color:${look.ink};margin:20px 0 4px">${escapeHtml(part.title)}</h2><table ${TABLE};color:${look.ink};margin:0 0 12px">${lines}</table>`;
}

function rowHtml({ label, remark, amount, isSum = false }: MailLine): string {
  const font = `font:${isSum ? "bold " : ""}${TYPE}`;
  const soft = remark && `<br><span style="${SOFT}">${escapeHtml(remark)}</span>`;
  return `<tr valign="top"><th scope="row" align="left" style="${font};${CELL};overflow-wrap:anywhere">${escapeHtml(label)}${soft}</th><td align="right" style="${font};${CELL} 8px 16px;white-space:nowrap">${escapeHtml(amount)}</td></tr>`;
}

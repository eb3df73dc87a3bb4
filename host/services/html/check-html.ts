import { exception } from "../../realm/inside/exception";

const raw = /^<(script|style|textarea|title)\b/i;
const tag = /^<\/?[A-Za-z][^\s/>]*(?:"[^"]*"|'[^']*'|[^'">])*>/;

const malformed = (html: string, at: number): Error =>
  exception(`Malformed HTML content: ${html.slice(at, at + 80)}`);

const closing = (html: string, from: number, end: string): number => {
  const found = html.toLowerCase().indexOf(end, from);
  return found === -1 ? -1 : found + end.length;
};

/** Throws Google's error for a tag, comment or script that is never closed (PLATFORM-83). */
export const checkHtml = (html: string): void => {
  for (let at = html.indexOf("<"); at !== -1; at = html.indexOf("<", at)) {
    const rest = html.slice(at, at + 20);
    if (rest.startsWith("<!--")) {
      const end = closing(html, at + 4, "-->");
      if (end === -1) throw malformed(html, at);
      at = end;
      continue;
    }
    if (!/^<\/?[A-Za-z]/.test(rest)) {
      at += 1;
      continue;
    }
    const whole = tag.exec(html.slice(at));
    if (whole === null) throw malformed(html, at);
    const name = raw.exec(rest)?.[1];
    const after = at + whole[0].length;
    const end = name === undefined ? after : closing(html, after, `</${name.toLowerCase()}`);
    if (end === -1) throw malformed(html, at);
    at = end;
  }
};

import { exception } from "../../realm/inside/exception";
import { escapeHtml, escapeScript, insideScript } from "./escape";

const scriptlet = /<\?(!?=)?([\s\S]*?)\?>/g;

/** The JavaScript of a template: `<? ?>` as it is, `<?= ?>` escaped for its context, `<?!= ?>` raw. */
export const templateCode = (source: string): string => {
  const code: string[] = [];
  let last = 0;
  for (const match of source.matchAll(scriptlet)) {
    const [whole, mark, inner = ""] = match;
    const at = match.index ?? 0;
    code.push(`$raw(${JSON.stringify(source.slice(last, at))});`);
    if (mark === undefined) code.push(inner);
    else code.push(`${mark === "=" ? "$escaped" : "$raw"}(${inner.trim().replace(/;$/, "")});`);
    last = at + whole.length;
  }
  if (source.indexOf("<?", last) !== -1) throw exception("Malformed HTML content: <?");
  return [...code, `$raw(${JSON.stringify(source.slice(last))});`].join("\n");
};

/**
 * Runs a template; its variables are the properties that the script has set on it, and all globals. `output` is the
 * text so far, with append and appendUntrusted.
 */
export const evaluateTemplate = (source: string, names: object): string => {
  let html = "";
  const raw = (value: unknown): void => {
    html += value === undefined || value === null ? "" : String(value);
  };
  const escaped = (value: unknown): void => {
    const text = value === undefined || value === null ? "" : String(value);
    html += insideScript(html) ? escapeScript(text) : escapeHtml(text);
  };
  const own = Object.entries(names);
  const run = new Function(
    ...own.map(([name]) => name),
    "$raw",
    "$escaped",
    "output",
    templateCode(source),
  ) as (...values: unknown[]) => void;
  const output = { append: raw, appendUntrusted: escaped };
  run(...own.map(([, value]) => value), raw, escaped, output);
  return html;
};

import type { OpenPage } from "../../services/ui/ui-state";

/**
 * The HTML of a sidebar or dialog as its frame loads it: google.script is ready before any script of the page runs.
 * The frame has another origin than the page, so that it can reach nothing of it.
 */
export function framePage(panel: OpenPage, pageOrigin: string): string {
  const shim = `<script src="/frame.js" data-page="${pageOrigin}"></script>`;
  const { content: html } = panel;
  const head = /<head\b[^>]*>/i.exec(html) ?? /<html\b[^>]*>/i.exec(html);
  if (head !== null) {
    const at = head.index + head[0].length;
    return html.slice(0, at) + shim + html.slice(at);
  }
  return /^\s*<!doctype/i.test(html)
    ? html.replace(/^\s*<!doctype[^>]*>/i, (doctype) => `${doctype}${shim}`)
    : `<!DOCTYPE html>${shim}${html}`;
}

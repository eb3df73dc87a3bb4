import type { Driver } from "../../driver/driver";
import { escapeHtml } from "../../services/html/escape";

/**
 * The web app as a visitor's browser gets it at its address: what doGet answers with, under its title and meta tags. A
 * script that fails is shown with its error and status 200, as Google shows it (PLATFORM-87).
 */
export async function webAppPage(host: Driver, query: URLSearchParams): Promise<string> {
  try {
    const page = await host.visit(Object.fromEntries(query));
    if (page === null)
      return document("Error", "The script completed but did not return anything.");
    const tags = page.metaTags.map(
      ([name, content]) => `<meta name="${escapeHtml(name)}" content="${escapeHtml(content)}">`,
    );
    return document(page.title, page.content, tags.join(""));
  } catch (thrown) {
    return document("Error", escapeHtml(thrown instanceof Error ? thrown.message : String(thrown)));
  }
}

/** A page of its own gets title and tags in its head; anything else becomes the body of one. */
function document(title: string, content: string, tags = ""): string {
  const head = `<meta charset="utf-8"><title>${escapeHtml(title)}</title>${tags}`;
  const own = /<head\b[^>]*>/i.exec(content);
  if (own === null)
    return `<!DOCTYPE html><html><head>${head}</head><body>${content}</body></html>`;
  const at = own.index + own[0].length;
  return content.slice(0, at) + head + content.slice(at);
}

import type { IncomingMessage } from "node:http";

/** The names under which the page and the add-on's frames are reached: two origins, one port. */
export const pageName = "localhost";
export const frameName = "127.0.0.1";

/**
 * Which of the two a request came to; null for neither. A foreign Host header is a rebound name (DNS rebinding) and
 * gets nothing.
 */
export function doorOf(request: IncomingMessage, port: number): "page" | "frame" | null {
  const host = request.headers.host?.toLowerCase();
  if (host === `${pageName}:${port}`) return "page";
  if (host === `${frameName}:${port}` || host === `[::1]:${port}`) return "frame";
  return null;
}

/**
 * Whether the page itself asks: other sites, and the add-on's own frames, must neither read nor change anything.
 * Browsers send the origin of every POST; reads are recognised by Sec-Fetch-Site.
 */
export function isOwnRequest(request: IncomingMessage, port: number): boolean {
  const { origin, "content-type": type = "" } = request.headers;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  if (origin !== undefined && origin !== `http://${pageName}:${port}`) return false;
  if (request.method === "GET" || request.method === "HEAD") return true;
  return origin !== undefined && /^application\/(json|octet-stream)\b/.test(type);
}

/** Headers of all answers of the page's origin. */
export const pageHeaders = (port: number, questions: string): Readonly<Record<string, string>> => ({
  "Content-Security-Policy": [
    "default-src 'self'",
    `connect-src 'self' ${questions}`,
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    `frame-src http://${frameName}:${port}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; "),
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-cache",
});

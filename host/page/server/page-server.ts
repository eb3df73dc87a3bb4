import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Driver } from "../../driver/driver";
import { sheetOf } from "./acts";
import { answerCall, isCall } from "./answer-call";
import { asXlsx } from "./as-xlsx";
import type { AssetPath } from "./assets";
import { type Asset, isAsset } from "./assets";
import type { ChangeFeed } from "./change-feed";
import { checkInput } from "./check-input";
import { framePage } from "./frame-page";
import { doorOf, frameName, isOwnRequest, pageHeaders, pageName } from "./guard";
import { fileStem } from "./keep-beside";
import { readBody, readCall } from "./read-body";
import { Refused } from "./refused";
import { rowWindow } from "./row-windows";
import { webAppPage } from "./web-app-page";

/** What the request listener works with; `host` changes when another file is opened. */
export type Serving = {
  readonly host: () => Driver;
  readonly port: () => number;
  /** The origin where alerts and prompts are answered. */
  readonly questions: () => string;
  readonly feed: ChangeFeed;
  readonly asset: (path: AssetPath) => Promise<Asset>;
  /** Opens an uploaded workbook under its file name; null if the page can't. */
  readonly open: ((name: string, bytes: Buffer) => Promise<void>) | null;
};

type Reply = (
  status: number,
  type: string,
  body: string | Uint8Array,
  /** The name under which the browser downloads it. */
  name?: string,
) => void;

/**
 * Answers the page's requests and those of the add-on's frames, each under their own host name. Whatever comes is
 * answered, and no request ends the process: what goes wrong is told in a sentence, with a status.
 */
export function pageServer(serving: Serving): RequestListener {
  return (request, response) => {
    const port = serving.port();
    const door = doorOf(request, port);
    // A client that has left is no fault of ours.
    response.on("error", () => undefined);
    const reply: Reply = (status, type, body, name) => {
      if (name !== undefined) response.setHeader("Content-Disposition", attachment(name));
      // Of a request that is refused the rest is not read.
      if (status >= 400) response.setHeader("Connection", "close");
      const headers = door === "page" ? pageHeaders(port, serving.questions()) : frameHeaders(port);
      response.writeHead(status, { ...headers, "Content-Type": type });
      response.end(request.method === "HEAD" ? undefined : body);
    };
    const answer = async (): Promise<void> => {
      if (door === null) throw new Refused(403, "This name is not served here.");
      const url = placeOf(request.url ?? "/");
      if (door === "page") await answerPage(serving, request, response, url, reply);
      else await answerFrame(serving, request, url, response, reply);
    };
    answer().catch((thrown: unknown) => {
      if (response.headersSent) return void response.destroy();
      const status = thrown instanceof Refused ? thrown.status : 500;
      reply(status, plain, thrown instanceof Error ? thrown.message : String(thrown));
    });
  };
}

/** Path and query of a request; a URL is not made of them, since many texts are none ("//:"). */
type Place = { readonly path: string; readonly query: URLSearchParams };

function placeOf(target: string): Place {
  const at = target.indexOf("?");
  const path = at < 0 ? target : target.slice(0, at);
  if (!path.startsWith("/") || path.length > 1_000)
    throw new Refused(400, "There is no such address.");
  return { path, query: new URLSearchParams(at < 0 ? "" : target.slice(at + 1)) };
}

const plain = "text/plain; charset=utf-8";
const json = "application/json; charset=utf-8";
const html = "text/html; charset=utf-8";
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async function answerPage(
  serving: Serving,
  request: IncomingMessage,
  response: ServerResponse,
  { path, query }: Place,
  reply: Reply,
): Promise<void> {
  const host = serving.host();
  if (request.method === "GET" && isAsset(path) && path !== "/frame.js") {
    const { type, body } = await serving.asset(path);
    return reply(200, type, body);
  }
  if (!isOwnRequest(request, serving.port())) throw new Refused(403, "Only the page may ask.");
  if (request.method === "GET") {
    if (path === "/api/feed") return serving.feed.add(response);
    if (path === "/api/rows") {
      const book = host.workbook;
      const [id, from, count] = ["sheet", "from", "count"].map((name) => wholeOf(query.get(name)));
      const rows = rowWindow(book, sheetOf(book, id ?? 0), from ?? 0, count ?? 0);
      return reply(200, json, JSON.stringify(rows));
    }
    if (path === "/download.xlsx") return reply(200, xlsx, await asXlsx(host), host.workbook.name);
  }
  const name = path.replace(/^\/api\//, "");
  if (request.method !== "POST") throw nothingHere();
  if (path === "/api/open" && serving.open !== null) {
    await serving.open(query.get("name") ?? "", await readBody(request, "workbook"));
    serving.feed.tell();
    return reply(200, json, "{}");
  }
  if (!isCall(name)) throw nothingHere();
  const input = await readCall(request);
  checkInput(name, input);
  const answer = await answerCall(host, name, input as never);
  serving.feed.tell();
  reply(200, json, JSON.stringify(answer));
}

const nothingHere = (): Refused => new Refused(404, "There is nothing here.");

/** A whole number from 0 on, as the page asks for rows. */
function wholeOf(text: string | null): number {
  const number = Number(text ?? "");
  if (!Number.isSafeInteger(number) || number < 0) throw new Refused(400, `"${text}" is no row.`);
  return number;
}

async function answerFrame(
  serving: Serving,
  request: IncomingMessage,
  { path, query }: Place,
  response: ServerResponse,
  reply: Reply,
): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") throw nothingHere();
  if (path === "/frame.js") {
    const { type, body } = await serving.asset("/frame.js");
    return reply(200, type, body);
  }
  const pageOrigin = `http://${pageName}:${serving.port()}`;
  const host = serving.host();
  if (path === "/exec") return reply(200, html, await webAppPage(host, query));
  const { sidebar, dialogs } = host.view();
  const panel = [sidebar, ...dialogs].find((each) => path === `/frame/${each?.id}`);
  if (panel) return reply(200, html, framePage(panel, pageOrigin));
  if (path !== "/") throw nothingHere();
  response.writeHead(302, { Location: `${pageOrigin}/` });
  response.end();
}

const attachment = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(fileStem(name))}.xlsx`;

const frameHeaders = (port: number): Readonly<Record<string, string>> => ({
  "Cross-Origin-Resource-Policy": "same-origin",
  "Content-Security-Policy": `frame-ancestors http://${pageName}:${port} http://${frameName}:${port}`,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store",
});

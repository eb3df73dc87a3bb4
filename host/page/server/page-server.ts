import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Driver } from "../../driver/driver";
import { sheetOf } from "./acts";
import { answerCall, isCall } from "./answer-call";
import { asXlsx } from "./as-xlsx";
import type { AssetPath } from "./assets";
import { type Asset, isAsset } from "./assets";
import type { ChangeFeed } from "./change-feed";
import { framePage } from "./frame-page";
import { doorOf, frameName, isOwnRequest, pageHeaders, pageName } from "./guard";
import { readBody } from "./read-body";
import { rowWindow } from "./row-windows";

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

/** Answers the page's requests and those of the add-on's frames, each under their own host name. */
export function pageServer(serving: Serving): RequestListener {
  return (request, response) => {
    const port = serving.port();
    const door = doorOf(request, port);
    const url = new URL(request.url ?? "/", `http://${pageName}:${port}`);
    const reply: Reply = (status, type, body, name) => {
      if (name !== undefined) response.setHeader("Content-Disposition", attachment(name));
      const headers = door === "page" ? pageHeaders(port, serving.questions()) : frameHeaders(port);
      response.writeHead(status, { ...headers, "Content-Type": type });
      response.end(request.method === "HEAD" ? undefined : body);
    };
    const answering =
      door === "page"
        ? answerPage(serving, request, response, url, reply)
        : door === "frame"
          ? answerFrame(serving, url, response, reply)
          : Promise.resolve(reply(403, plain, "This name is not served here."));
    answering.catch((thrown: unknown) =>
      reply(500, plain, thrown instanceof Error ? thrown.message : String(thrown)),
    );
  };
}

const plain = "text/plain; charset=utf-8";
const json = "application/json; charset=utf-8";
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async function answerPage(
  serving: Serving,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  reply: Reply,
): Promise<void> {
  const { pathname: path, searchParams: query } = url;
  const host = serving.host();
  if (request.method === "GET" && isAsset(path) && path !== "/frame.js") {
    const { type, body } = await serving.asset(path);
    return reply(200, type, body);
  }
  if (!isOwnRequest(request, serving.port())) return reply(403, plain, "Only the page may ask.");
  if (request.method === "GET") {
    if (path === "/api/feed") return serving.feed.add(response);
    if (path === "/api/rows") {
      const book = host.workbook;
      const sheet = sheetOf(book, Number(query.get("sheet")));
      const rows = rowWindow(book, sheet, Number(query.get("from")), Number(query.get("count")));
      return reply(200, json, JSON.stringify(rows));
    }
    if (path === "/download.xlsx") return reply(200, xlsx, await asXlsx(host), host.workbook.name);
  }
  const name = path.replace(/^\/api\//, "");
  if (request.method !== "POST") return reply(404, plain, "There is nothing here.");
  const body = await readBody(request);
  if (path === "/api/open" && serving.open !== null) {
    await serving.open(query.get("name") ?? "", body);
    serving.feed.tell();
    return reply(200, json, "{}");
  }
  if (!isCall(name)) return reply(404, plain, "There is nothing here.");
  const answer = await answerCall(host, name, JSON.parse(body.toString("utf8")));
  serving.feed.tell();
  reply(200, json, JSON.stringify(answer));
}

async function answerFrame(
  serving: Serving,
  url: URL,
  response: ServerResponse,
  reply: Reply,
): Promise<void> {
  if (url.pathname === "/frame.js") {
    const { type, body } = await serving.asset("/frame.js");
    return reply(200, type, body);
  }
  const pageOrigin = `http://${pageName}:${serving.port()}`;
  const host = serving.host();
  const { sidebar, dialogs } = host.view();
  const panel = [sidebar, ...dialogs].find((each) => url.pathname === `/frame/${each?.id}`);
  if (panel) return reply(200, "text/html; charset=utf-8", framePage(panel, pageOrigin));
  if (url.pathname !== "/") return reply(404, plain, "There is nothing here.");
  response.writeHead(302, { Location: `${pageOrigin}/` });
  response.end();
}

const attachment = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name.replace(/[\\/]/g, "-"))}.xlsx`;

const frameHeaders = (port: number): Readonly<Record<string, string>> => ({
  "Content-Security-Policy": `frame-ancestors http://${pageName}:${port} http://${frameName}:${port}`,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store",
});

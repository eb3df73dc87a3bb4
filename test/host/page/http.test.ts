import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type * as Host from "../../../host";
import { openCode, openHost, withProgram } from "../../support/host";
import { honestBomb, lyingBomb } from "./zip-bombs";

const { startPage } = require("../../../build/host.cjs") as typeof Host;

const code = `function onOpen() {} function hello() { return "hello"; }`;
const folder = mkdtempSync(join(tmpdir(), "http-"));
const assets = join(__dirname, "../../../build/page");
/** Random requests in `npm test`; more in the long mode. */
const runs = Number(process.env.LAWS_RUNS ?? 40);
let host: Host.Driver;
let page: Host.StartedPage;
let own: Record<string, string>;

beforeAll(async () => {
  host = await openCode(code, { file: join(folder, "program.json") });
  const reopen = (file: string) =>
    withProgram({ "Code.js": code }, (dist) => openHost({ file, dist }));
  page = await startPage(host, { port: 0, assets, reopen });
  own = {
    host: `localhost:${page.port}`,
    origin: `http://localhost:${page.port}`,
    "content-type": "application/json",
  };
});
afterAll(async () => {
  await page.close();
  rmSync(folder, { recursive: true });
});

type Answer = {
  readonly status: number;
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
};

const ask = (
  path: string,
  how: {
    method?: string;
    headers?: Record<string, string>;
    body?: string | Buffer;
    port?: number;
  } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { method = "GET", headers = own, body, port = page.port } = how;
    const asked = request(
      { host: "127.0.0.1", port, method, path, headers, agent: false },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part) => {
          parts.push(part);
          if (response.headers["content-type"] === "text/event-stream") asked.destroy();
        });
        response.on("close", () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(parts).toString(),
            headers: response.headers,
          }),
        );
      },
    );
    asked.on("error", (error) => reject(error));
    asked.end(body);
  });

const post = (name: string, body: string | Buffer, headers = own) =>
  ask(`/api/${name}`, { method: "POST", body, headers });

const isWell = async (): Promise<void> => {
  expect((await ask("/api/rows?sheet=0&from=0&count=1")).status).toBe(200);
  expect(await post("executions", "null")).toMatchObject({ status: 200 });
};

it.each([
  "//:",
  "//",
  "/:",
  "//[",
  "/%",
  "/%00",
  "/api/rows?sheet=%",
  `/${"x".repeat(5_000)}`,
  "/../../etc/passwd",
  "/api/__proto__",
])("a strange address (%#) is answered, and the host lives on", async (path) => {
  const { status } = await ask(path);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  await isWell();
});

it.each([
  "GET http://[ HTTP/1.1",
  "GET * HTTP/1.1",
  "OPTIONS * HTTP/1.1",
  "CONNECT x:1 HTTP/1.1",
  "FROB / HTTP/1.1",
  "GET //: HTTP/1.1",
  "\u0000\u0001",
])("a malformed request line (%#) is answered or closed", async (line) => {
  await new Promise<void>((resolve) => {
    const socket = connect(page.port, "127.0.0.1", () =>
      socket.write(`${line}\r\nHost: localhost:${page.port}\r\nConnection: close\r\n\r\n`),
    );
    socket.on("data", () => undefined);
    socket.on("error", () => undefined);
    socket.on("close", () => resolve());
  });
  await isWell();
});

it("damaged JSON, other inputs and unknown calls are refused in a sentence", async () => {
  for (const body of [
    "",
    "{",
    "nul",
    "[1,",
    "\u0000",
    `${"[".repeat(100_000)}`,
    Buffer.from([0xff, 0xfe]),
  ]) {
    expect(await post("type", body)).toMatchObject({
      status: 400,
      text: expect.stringContaining("damaged"),
    });
  }
  const wrong = [
    "null",
    "7",
    "[]",
    "{}",
    `{"sheet":0,"row":"a","column":1,"texts":[["x"]],"by":"person"}`,
    `{"sheet":0,"row":1,"column":1,"texts":[[{}]],"by":"person"}`,
    `{"sheet":0,"row":-5,"column":1e300,"texts":[["x"]],"by":"person"}`,
  ];
  for (const body of wrong) expect((await post("type", body)).status).toBe(400);
  expect(
    (await post("clear", `{"sheet":0,"areas":[{"row":1,"column":1,"rows":9e9,"columns":9e9}]}`))
      .status,
  ).toBe(400);
  expect((await post("clock", `{"kind":"day","day":"9999-12-31"}`)).text).toContain(
    "at most 800 days",
  );
  expect((await post("nothing", "null")).status).toBe(404);
  expect(
    (await post("type", `{"sheet":99,"row":1,"column":1,"texts":[["x"]],"by":"person"}`)).text,
  ).toContain("gone");
  expect(host.rows("Sheet1")).toEqual([]);
  await isWell();
});

it("random requests with random calls are all answered, and change nothing they may not", async () => {
  const value = fc.jsonValue({ maxDepth: 3 });
  const name = fc.constantFrom(
    "type",
    "clear",
    "insert-lines",
    "delete-lines",
    "hide-lines",
    "move-lines",
    "freeze",
    "format",
    "style",
    "note",
    "paste",
    "create-filter",
    "filter-column",
    "filter-values",
    "find",
    "replace",
    "undo",
    "redo",
    "hold-clock",
    "copy-sheet",
    "color-tab",
    "select",
    "sort",
    "widen",
    "add-sheet",
    "rename-sheet",
    "delete-sheet",
    "click",
    "run",
    "close-panel",
    "clock",
    "executions",
    "outbox",
    "open",
    "rows",
    "feed",
    "x",
  );
  const field = fc.constantFrom(
    "sheet",
    "row",
    "column",
    "texts",
    "by",
    "areas",
    "axis",
    "first",
    "hidden",
    "before",
    "count",
    "rows",
    "columns",
    "descending",
    "width",
    "name",
    "path",
    "functionName",
    "args",
    "id",
    "kind",
    "day",
  );
  const number = fc.constantFrom(0, 1, -1, 2, 1.5, 1e9, 1e300, 2 ** 53, "1", null);
  const body = fc.oneof(
    fc.string(),
    value.map((each) => JSON.stringify(each)),
    fc.dictionary(field, fc.oneof(value, number)).map((each) => JSON.stringify(each)),
  );
  await fc.assert(
    fc.asyncProperty(
      name,
      body,
      fc.constantFrom("GET", "POST", "PUT", "DELETE", "HEAD"),
      fc.webPath(),
      async (call, text, method, path) => {
        const asked = [
          await ask(`/api/${call}${encodeURI(path)}`, {
            method,
            body: method === "POST" ? text : (undefined as never),
          }),
          await post(call, text),
        ];
        for (const { status } of asked) {
          expect(status).toBeGreaterThanOrEqual(200);
          expect(status).toBeLessThan(500);
        }
        for (const sheet of host.workbook.sheets) {
          expect(Number.isInteger(sheet.maxRows) && Number.isInteger(sheet.maxColumns)).toBe(true);
          expect(typeof sheet.name).toBe("string");
        }
      },
    ),
    { numRuns: Math.min(runs, 1_000) },
  );
  await isWell();
});

it("only the page is answered: no rebound names, other origins, frames or content types", async () => {
  const before = host.sheetNames();
  const bad: Record<string, string>[] = [
    { ...own, host: `evil.example:${page.port}` },
    { ...own, host: "localhost" },
    { ...own, host: `localhost.evil.example:${page.port}` },
    { ...own, origin: "http://evil.example" },
    { ...own, origin: "null" },
    { ...own, origin: `http://127.0.0.1:${page.port}` },
    { ...own, origin: `http://localhost:${page.port}.evil.example` },
    { ...own, "content-type": "text/plain" },
    { ...own, "content-type": "application/x-www-form-urlencoded" },
    { ...own, "sec-fetch-site": "cross-site" },
    { ...own, "sec-fetch-site": "same-site" },
  ];
  for (const headers of bad) expect((await post("add-sheet", "{}", headers)).status).toBe(403);
  expect(
    (await ask("/", { method: "POST", headers: { host: `127.0.0.1:${page.port}` }, body: "x" }))
      .status,
  ).toBe(404);
  expect(host.sheetNames()).toEqual(before);
});

it("a body that is too large, and too much at once, are refused before they are read", async () => {
  const large = Buffer.alloc(25 * 1024 * 1024, 32);
  const refused = await post("type", large).catch((error: Error) => error);
  if (!(refused instanceof Error)) expect(refused.status).toBe(413);
  await isWell();
});

it("the questions endpoint is bounded too", async () => {
  const policy = (await ask("/")).headers["content-security-policy"] as string;
  const port = Number(/connect-src 'self' http:\/\/127\.0\.0\.1:(\d+)/.exec(policy)?.[1]);
  const asPage = { host: `127.0.0.1:${port}`, origin: `http://localhost:${page.port}` };
  const answer = (body: string, headers: Record<string, string> = asPage) =>
    ask("/answer", { method: "POST", body, headers, port });
  for (const body of ["", "{", "null", "[]", "7", `{"id":1}`])
    expect((await answer(body)).status).toBe(400);
  expect((await answer("{}", { ...asPage, origin: "http://evil.example" })).status).toBe(403);
  expect((await answer("{}", { ...asPage, host: `evil.example:${port}` })).status).toBe(403);
  const long = await answer(" ".repeat(200_000)).catch((error: Error) => error);
  if (!(long instanceof Error)) expect(long.status).toBe(413);
  expect(await answer(`{"id":"none","button":"OK","text":""}`)).toMatchObject({ status: 200 });
});

describe("an upload that is refused", () => {
  const upload = (name: string, bytes: Buffer) =>
    ask(`/api/open?name=${encodeURIComponent(name)}`, {
      method: "POST",
      body: bytes,
      headers: { ...own, "content-type": "application/octet-stream" },
    });

  it.each([
    ["bad.json", Buffer.from("{"), "no valid JSON"],
    ["bad.json", Buffer.from(`{"format":"local-host workbook","version":1}`), "damaged"],
    ["bad.xlsx", Buffer.from("PK"), "damaged"],
    ["bad.xlsx", Buffer.alloc(0), "damaged"],
    ["bomb.xlsx", honestBomb, "too large"],
    ["bomb.xlsx", lyingBomb, "too large"],
    ["bad.exe", Buffer.from("x"), "Open a .json"],
    [".json", Buffer.from("x"), "Open a .json"],
    ["\u0000/../..\\.xlsx", Buffer.from("x"), "damaged"],
    [`${"long".repeat(200)}.csv`, Buffer.from(`${",".repeat(20_000)}\n`), "above the limit"],
    ["wide.csv", Buffer.from(`${",".repeat(9_000)}\n`.repeat(1_200)), "cells"],
  ])("(%#) is told in a sentence, and no file stays behind", async (name, bytes, says) => {
    const before = process.cpuUsage();
    const { status, text } = await upload(name, bytes);
    expect(status).toBe(400);
    expect(text).toContain(says);
    // The processor's time: a busy machine may take longer.
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(5);
    expect(readdirSync(folder)).toEqual(["program.json"]);
    await isWell();
  });

  it("whatever its bytes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("a.json", "b.xlsx"),
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.jsonValue().map((each) => Buffer.from(JSON.stringify(each))),
        ),
        async (name, bytes) => {
          expect((await upload(name, Buffer.from(bytes))).status).toBe(400);
          expect(readdirSync(folder)).toEqual(["program.json"]);
        },
      ),
      { numRuns: runs },
    );
  });
});

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { openHost } from "../../../host";
import { tell } from "../../e2e/main-job/open-life";
import { openProgram } from "../support/program";

const root = process.cwd();
const { bindPromise } = createRequire(join(root, "package.json"))("./scripts/bind-promise.cjs") as {
  readonly bindPromise: Plugin;
};

const code = readFileSync(join(root, "dist/Code.js"), "utf8");
/** A page of its own, made of nothing: what doGet answers an unknown link with, or while pages stay off. */
const pageOfNothing =
  /^(console\.error|PropertiesService\.getScriptProperties|HtmlService\.createHtmlOutput|HtmlOutput\.(setTitle|addMetaTag))$/;

/** Every function that Apps Script finds, so that a visitor's page may call it. */
const globals = [...code.matchAll(/^(?:\}\)\(\);)?function (\w+)\(\)/gm)].map(
  ([, name]) => name ?? "",
);

const guards = /^\s*(?:atSpreadsheet\(\)|byScheduleOrPerson\(id\));/gm;
const source = (name: string): string => readFileSync(join(root, `src/sheets/${name}.ts`), "utf8");

/** A text with this instead of the n-th place; throws where there is none, so that no guard is overlooked. */
function without(text: string, guard: RegExp, n = 0, instead = ""): string {
  const found = [...text.matchAll(guard)][n];
  if (!found) throw new Error(`There is no guard ${guard} to take out.`);
  return text.slice(0, found.index) + instead + text.slice(found.index + found[0].length);
}

/** Where `getUi` answers a visitor. */
const placeless = without(source("door/place"), /SpreadsheetApp\.getUi\(\);/g);
const tokenless = without(
  source("main"),
  /readDoorToken\(token, Date\.now\(\)\)/g,
  0,
  "({ isOld: false, next: null })",
);
const pagesStayOn = without(source("page/do-get"), /isAtSpreadsheet\(\)(?=\))/g, 0, "false");

/** The program with other texts in files of src/sheets. */
async function withFiles(texts: Readonly<Record<string, string>>): Promise<string> {
  const fault: Plugin = {
    name: "one guard less",
    setup: ({ onLoad }) => {
      onLoad({ filter: /src.sheets.(main|door.place|page.do-get)\.ts$/ }, ({ path }) => {
        const file = /sheets.(.*)\.ts$/.exec(path)?.[1]?.replace("\\", "/") ?? "";
        return { loader: "ts", contents: texts[file] ?? readFileSync(path, "utf8") };
      });
    },
  };
  const dist = join(root, "build/scenarios/one-guard-less");
  mkdirSync(dist, { recursive: true });
  await build({
    entryPoints: [join(root, "src/sheets/main.ts")],
    outfile: join(dist, "Code.js"),
    bundle: true,
    platform: "browser",
    format: "iife",
    globalName: "Tributary_",
    target: "es2020",
    define: {
      setTimeout: "undefined",
      setImmediate: "undefined",
      process: "undefined",
      window: "undefined",
    },
    plugins: [bindPromise, fault],
    footer: {
      js: globals
        .map((name) => `function ${name}() { return Tributary_.${name}.apply(this, arguments); }`)
        .join("\n"),
    },
    logLevel: "error",
  });
  for (const file of ["appsscript.json", "sidebar.html", "import.html"])
    writeFileSync(join(dist, file), readFileSync(join(root, "dist", file)));
  return dist;
}

/** What the door itself may ask of Google: whether a person is there, whose schedule this is, and who signed a token. */
const door =
  /^(SpreadsheetApp\.(getUi|getActiveSpreadsheet)|Spreadsheet\.getId|PropertiesService\.get(Document|Script)Properties|Utilities\.(computeHmacSha256Signature|base64EncodeWebSafe|getUuid)|Properties\.getProperty|ScriptApp\.getProjectTriggers|Trigger\.(getUniqueId|getHandlerFunction))$/;

const file = join(root, "build/scenarios/anonymous.json");
const base = await openProgram(undefined, { user: "owner@team.example" });
base.type(
  "Settings",
  { Key: "partner page address" },
  "Value",
  "https://script.google.com/macros/s/abc/exec",
);
await base.rpc("run", { kind: "by hand" });
/** What a visitor may have got hold of: the link to a page, and a token of somebody's sidebar. */
const { output } = (await base.rpc("partner-link", { partner: "ptn_1" })) as {
  readonly output: { readonly link: string };
};
const link = { parameter: { p: new URL(output.link).searchParams.get("p") ?? "" } };
await base.click("Open the sidebar");
const token = /data-token="([^"]*)"/.exec(base.view().sidebar?.content ?? "")?.[1] ?? "";
writeFileSync(file, base.text());

const reward = { partner: "ptn_1", description: "mine", amount: "1000" };
/** What the page of a visitor may send, whatever it holds. */
const withToken = (shown: unknown): readonly (readonly unknown[])[] => [
  ["find-partners", { search: "a" }, shown],
  ["run", { kind: "by hand" }, shown],
  ["create-manual-reward", reward, shown],
];
const forged = [undefined, null, "", token.slice(0, -1), `1${token}`, { token }].flatMap(withToken);
const everything: readonly (readonly unknown[])[] = [
  [],
  ...withToken(token),
  ["set-up", {}],
  ["run", { kind: "daily" }],
  ["list-rewards", {}],
  ["open-wide", { screen: "home" }],
  [{ triggerUid: "4611111111111199999" }],
  [{ triggerUid: "", authMode: "FULL" }],
  [{ parameter: { p: "1.0.99999.aaaa" } }],
  [null, null],
];

/** What functions do for a visitor with each of these arguments, beyond asking at the door. */
async function whatVisitorsDo(
  dist: string,
  hostile: readonly (readonly unknown[])[],
  names: readonly string[] = globals,
): Promise<readonly string[]> {
  const host = await openHost({
    dist,
    file,
    now: "2026-04-02",
    user: "owner@team.example",
    keepsProgram: true,
  });
  const found = new Set<string>();
  // The first execution of a day begins its quotas, which the file keeps.
  await host.runAsVisitor("onOpen", []).catch(() => undefined);
  for (const name of names) {
    for (const given of hostile) {
      const before = host.text();
      const outbox = host.outbox().length;
      host.onServiceCall((call) => {
        const isServed = name === "doGet" && pageOfNothing.test(call);
        if (!door.test(call) && !isServed) found.add(`${name} calls ${call}`);
      });
      const reply = await host.runAsVisitor(name, given).catch((error: Error) => error.message);
      host.onServiceCall(null);
      if (host.text() !== before) found.add(`${name} changes the workbook`);
      if (host.outbox().length !== outbox) found.add(`${name} mails`);
      if (/ptn_1|Acme|Ann|owner@/.test(JSON.stringify(reply))) found.add(`${name} tells`);
    }
  }
  return [...found];
}

const guarded = await whatVisitorsDo(join(root, "dist"), everything);
const unguarded: number[] = [];
for (let n = 0; n < [...source("main").matchAll(guards)].length; n += 1) {
  const dist = await withFiles({ main: without(source("main"), guards, n) });
  unguarded.push((await whatVisitorsDo(dist, everything.slice(0, 2))).length);
}

/** Where `getUi` answers a visitor, a sidebar's calls need a token all the same, and pages stay off. */
const atPlaceless = async (
  texts: Readonly<Record<string, string>>,
  hostile: readonly (readonly unknown[])[],
  name: string,
) => whatVisitorsDo(await withFiles({ "door/place": placeless, ...texts }), hostile, [name]);
const second = {
  token: await atPlaceless({}, forged, "rpc"),
  noToken: (await atPlaceless({ main: tokenless }, forged, "rpc")).length,
  page: await atPlaceless({}, [[link]], "doGet"),
  pageOn: (await atPlaceless({ "page/do-get": pagesStayOn }, [[link]], "doGet")).length,
};

tell({ globals, guarded, unguarded, second });

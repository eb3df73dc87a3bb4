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
/** A page of its own, made of nothing: what doGet answers an unknown link with. */
const pageOfNothing =
  /^(PropertiesService\.getScriptProperties|HtmlService\.createHtmlOutput|HtmlOutput\.(setTitle|addMetaTag))$/;

/** Every function that Apps Script finds, so that a visitor's page may call it. */
const globals = [...code.matchAll(/^(?:\}\)\(\);)?function (\w+)\(\)/gm)].map(
  ([, name]) => name ?? "",
);

/** The program with one guard less: the n-th call of a guard in main.ts is taken out. Null where there is none. */
async function withoutGuard(n: number): Promise<string | null> {
  let seen = 0;
  const taken: string[] = [];
  const fault: Plugin = {
    name: "one guard less",
    setup: ({ onLoad }) => {
      onLoad({ filter: /src.sheets.main\.ts$/ }, ({ path }) => ({
        loader: "ts",
        contents: readFileSync(path, "utf8").replace(
          /^\s*(?:atSpreadsheet\(\)|byScheduleOrPerson\(id\));|answer\(atSpreadsheet\)/gm,
          (guard) => {
            seen += 1;
            if (seen - 1 !== n) return guard;
            taken.push(guard);
            return guard.startsWith("answer") ? "answer(() => null)" : "";
          },
        ),
      }));
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
  return taken.length === 0 ? null : dist;
}

/** What the door itself may ask of Google: whether a person is there, and whose schedule this is. */
const door =
  /^(SpreadsheetApp\.getUi|PropertiesService\.getDocumentProperties|Properties\.getProperty|ScriptApp\.getProjectTriggers|Trigger\.(getUniqueId|getHandlerFunction))$/;

const everything: readonly (readonly unknown[])[] = [
  [],
  ["set-up", {}],
  ["run", { kind: "daily" }],
  ["list-rewards", {}],
  ["find-partners", { text: "" }],
  ["create-manual-reward", { partner: "ptn_1", description: "mine", amount: "1000" }],
  ["open-wide", { screen: "home" }],
  [{ triggerUid: "4611111111111199999" }],
  [{ triggerUid: "", authMode: "FULL" }],
  [{ parameter: { p: "1.0.99999.aaaa" } }],
  [null, null],
];

const base = await openProgram(undefined, { user: "owner@team.example" });
await base.rpc("run", { kind: "by hand" });

/** What every function does for a visitor with each of these arguments, beyond asking at the door. */
async function whatVisitorsDo(
  dist: string,
  hostile: readonly (readonly unknown[])[],
): Promise<readonly string[]> {
  const host = await openHost({ dist, ...(await fileOf()) });
  const found = new Set<string>();
  // The first execution of a day begins its quotas, which the file keeps.
  await host.runAsVisitor("onOpen", []).catch(() => undefined);
  for (const name of globals) {
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

async function fileOf() {
  const file = join(root, "build/scenarios/anonymous.json");
  writeFileSync(file, base.text());
  return { file, now: "2026-04-02", user: "owner@team.example" };
}

const guarded = await whatVisitorsDo(join(root, "dist"), everything);
const unguarded: (readonly [number, number])[] = [];
for (let n = 0; ; n += 1) {
  const dist = await withoutGuard(n);
  if (dist === null) break;
  unguarded.push([n, (await whatVisitorsDo(dist, everything.slice(0, 2))).length]);
}

tell({ globals, guarded, unguarded });

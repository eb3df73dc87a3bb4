import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "acorn";

const root = join(__dirname, "../..");
const code = readFileSync(join(root, "dist/Code.js"), "utf8");
const program = parse(code, { ecmaVersion: 2020, sourceType: "script" });

const builtIns = new Set(
  Object.getOwnPropertyNames(globalThis).filter((name) =>
    /^(?:[A-Z]|globalThis$|eval$|parse|is)/.test(name),
  ),
);

/** The assignments of a program to a built-in, or to a member of one or of its prototype. */
function replacedBy(node: unknown): unknown[] {
  if (Array.isArray(node)) return node.flatMap(replacedBy);
  if (typeof node !== "object" || node === null) return [];
  const { type, left } = node as { readonly type?: string; readonly left?: unknown };
  const inner = Object.values(node).flatMap(replacedBy);
  return type === "AssignmentExpression" && isBuiltIn(left) ? [left, ...inner] : inner;
}

function isBuiltIn(node: unknown): boolean {
  const { type, name, object } = node as { type?: string; name?: string; object?: unknown };
  if (type === "Identifier") return builtIns.has(name ?? "");
  return type === "MemberExpression" && isBuiltIn(object);
}

const ENTRY_POINTS = [
  "onInstall",
  "onOpen",
  "onDaily",
  "onMonthly",
  "onHourly",
  "showSidebar",
  "rpc",
];

describe("what is pushed to Google", () => {
  test("is a script, the pages and the manifest, and nothing else", () => {
    expect(readdirSync(join(root, "dist")).sort()).toEqual([
      "Code.js",
      "appsscript.json",
      "import.html",
      "sidebar.html",
    ]);
  });

  test("parses as ES2020 and has each entry point as a top-level function", () => {
    const functions = program.body.flatMap((node) =>
      node.type === "FunctionDeclaration" ? [node.id.name] : [],
    );
    expect(functions).toEqual(expect.arrayContaining(ENTRY_POINTS));
  });

  test("makes one other global: the bundle itself", () => {
    const variables = program.body.flatMap((node) =>
      node.type === "VariableDeclaration"
        ? node.declarations.map(({ id }) => (id.type === "Identifier" ? id.name : "?"))
        : [],
    );
    expect(variables).toHaveLength(1);
  });

  test("replaces no built-in and adds nothing to one (REFUSAL-4)", () => {
    expect(replacedBy(program)).toEqual([]);
    const planted = [
      "Promise = x",
      "globalThis.Promise = x",
      "Array.prototype.at = f",
      "Object.keys = f",
      "globalThis['Map'] = x",
    ];
    for (const each of planted) {
      const parsed = parse(`(function () { ${each}; })()`, { ecmaVersion: 2020 });
      expect(replacedBy(parsed)).toHaveLength(1);
    }
  });

  test("is at most 626 kB of script, 130 kB of sidebar and 90 kB of import (docs/adr/0006)", () => {
    expect(statSync(join(root, "dist/Code.js")).size).toBeLessThanOrEqual(626_000);
    expect(statSync(join(root, "dist/sidebar.html")).size).toBeLessThanOrEqual(130_000);
    expect(statSync(join(root, "dist/import.html")).size).toBeLessThanOrEqual(90_000);
  });

  test("is what clasp says it would push", () => {
    const clasp = join(root, "node_modules/@google/clasp/build/src/index.js");
    const out = execFileSync(process.execPath, [clasp, "status", "--json"], {
      cwd: root,
      encoding: "utf8",
    });
    const { filesToPush } = JSON.parse(out) as { filesToPush: readonly string[] };
    const names = filesToPush.map((path) => path.split(/[\\/]/).slice(-2).join("/"));
    expect([...names].sort()).toEqual([
      "dist/Code.js",
      "dist/appsscript.json",
      "dist/import.html",
      "dist/sidebar.html",
    ]);
  });
});

describe("the manifest", () => {
  const manifest = JSON.parse(readFileSync(join(root, "dist/appsscript.json"), "utf8")) as {
    readonly runtimeVersion: string;
    readonly oauthScopes: readonly string[];
  };
  /** What of the services needs which scope, by Google's reference of each method (PLATFORM-92). */
  const needs: readonly (readonly [RegExp, string])[] = [
    [/SpreadsheetApp\.(getActive|getActiveSpreadsheet|flush)\b/, "spreadsheets.currentonly"],
    [/SpreadsheetApp\.(openById|openByUrl|open|create)\b/, "spreadsheets"],
    [/\.showSidebar\(|\.showModalDialog\(|\.showModelessDialog\(/, "script.container.ui"],
    [/ScriptApp\.(newTrigger|getProjectTriggers|deleteTrigger)\b/, "script.scriptapp"],
    [/MailApp\./, "script.send_mail"],
    [/GmailApp\./, "https://mail.google.com/"],
    [/Session\.get(Active|Effective)User\b/, "userinfo.email"],
    [/UrlFetchApp\./, "script.external_request"],
    [/DriveApp\./, "drive"],
  ];

  test("runs on V8", () => {
    expect(manifest.runtimeVersion).toBe("V8");
  });

  test("asks for the scopes of the methods that the bundle uses, and for no other", () => {
    const derived = needs.filter(([method]) => method.test(code)).map(([, scope]) => scope);
    const asked = manifest.oauthScopes.map((scope) =>
      scope.replace("https://www.googleapis.com/auth/", ""),
    );
    expect([...asked].sort()).toEqual([...derived].sort());
  });
});

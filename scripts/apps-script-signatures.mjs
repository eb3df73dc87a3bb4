import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";

const types = dirname(
  createRequire(import.meta.url).resolve("@types/google-apps-script/package.json"),
);

/** The global name that stands before a class in Google's error texts, by namespace of the types. */
const services = {
  Base: "",
  Spreadsheet: "SpreadsheetApp",
  Utilities: "Utilities",
  Properties: "PropertiesService",
  Cache: "CacheService",
  Lock: "LockService",
  Mail: "MailApp",
  Script: "ScriptApp",
  HTML: "HtmlService",
  Content: "ContentService",
  Charts: "Charts",
};

const files = [
  "base",
  "spreadsheet",
  "utilities",
  "properties",
  "cache",
  "lock",
  "mail",
  "script",
  "html",
  "content",
  "charts",
];

const codes = {
  [ts.SyntaxKind.NumberKeyword]: "n",
  [ts.SyntaxKind.StringKeyword]: "s",
  [ts.SyntaxKind.BooleanKeyword]: "b",
};

const typeCode = (type, enums) => {
  if (type === undefined) return "o";
  if (codes[type.kind] !== undefined) return codes[type.kind];
  if (ts.isArrayTypeNode(type)) return `${typeCode(type.elementType, enums)}[]`;
  if (ts.isFunctionTypeNode(type)) return "f";
  if (ts.isUnionTypeNode(type)) {
    const parts = new Set(type.types.map((each) => typeCode(each, enums)));
    return parts.size === 1 ? [...parts][0] : "o";
  }
  if (ts.isLiteralTypeNode(type)) return ts.isStringLiteral(type.literal) ? "s" : "o";
  if (!ts.isTypeReferenceNode(type)) return "o";
  const name = type.typeName.getText().split(".").pop();
  if (name === "Integer") return "n";
  if (name === "Byte") return "n";
  if (name === "Date") return "d";
  if (enums.has(name)) return "#";
  return /^[A-Z]\w{2,}$/.test(name) && name !== "Object" ? name : "o";
};

/** Every way to pass the parameters: one list of codes for each number of optional ones. */
const overloads = (parameters, enums) => {
  const all = parameters.map((each) =>
    each.dotDotDotToken
      ? `…${typeCode(each.type, enums).replace(/\[\]$/, "")}`
      : typeCode(each.type, enums),
  );
  const required = parameters.filter((each) => !each.questionToken).length;
  return Array.from({ length: all.length - required + 1 }, (_, more) =>
    all.slice(0, required + more),
  );
};

const addMethod = (table, className, method, codes) => {
  const own = JSON.parse(table[className]);
  own.methods[method] = [...(own.methods[method] ?? []), codes];
  table[className] = JSON.stringify(own);
};

/** Reads the services in @types/google-apps-script: classes with overloads and properties, and enums. */
export const appsScriptSignatures = () => {
  const sources = files.map((file) => {
    const path = join(types, `google-apps-script.${file}.d.ts`);
    return ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2020, true);
  });
  const enums = new Map();
  const interfaces = [];
  const visit = (node, namespace) => {
    if (ts.isModuleDeclaration(node)) {
      node.body?.forEachChild((child) => visit(child, node.name.text));
    } else if (ts.isEnumDeclaration(node)) {
      enums.set(
        node.name.text,
        node.members.map((member) => member.name.getText()),
      );
    } else if (ts.isInterfaceDeclaration(node)) interfaces.push({ namespace, node });
  };
  for (const source of sources) source.forEachChild((node) => visit(node, ""));
  const table = Object.create(null);
  for (const { namespace, node } of interfaces) {
    const service = services[namespace];
    if (service === undefined) continue;
    const name = node.name.text;
    const own = { methods: Object.create(null), properties: [] };
    for (const member of node.members) {
      if (ts.isMethodSignature(member)) {
        const known = own.methods[member.name.getText()] ?? [];
        own.methods[member.name.getText()] = [...known, ...overloads(member.parameters, enums)];
      } else if (ts.isPropertySignature(member)) own.properties.push(member.name.getText());
    }
    table[service === "" || service === name ? name : `${service}.${name}`] = JSON.stringify(own);
  }
  // Documented, and younger than the types.
  addMethod(table, "ScriptApp", "getAuthorizationInfo", ["#", "s[]"]);
  addMethod(table, "ScriptApp.AuthorizationInfo", "getAuthorizedScopes", []);
  return { signatures: table, enums: Object.fromEntries(enums) };
};

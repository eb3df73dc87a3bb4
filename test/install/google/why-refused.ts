import { parse } from "acorn";

/** A file of a script project as the Apps Script API has it. */
export interface ProjectFile {
  readonly name: string;
  readonly type: string;
  readonly source: string;
}

/** The manifest's keys by Google's reference of it. */
const MANIFEST = new Set([
  "addOns",
  "dependencies",
  "exceptionLogging",
  "executionApi",
  "oauthScopes",
  "runtimeVersion",
  "sheets",
  "timeZone",
  "urlFetchWhitelist",
  "webapp",
]);
const INVALID = "Request contains an invalid argument.";

/** Why the API refuses this content of a project; undefined where it takes it. */
export function whyRefused(files: readonly ProjectFile[]): string | undefined {
  const names = files.map(({ name }) => name);
  if (new Set(names).size < names.length) return INVALID;
  if (files.some(({ type }) => !["SERVER_JS", "HTML", "JSON"].includes(type))) return INVALID;
  const manifests = files.filter(({ type }) => type === "JSON");
  if (manifests.length !== 1 || manifests[0]?.name !== "appsscript") {
    return "Project contents must include a manifest file named appsscript.";
  }
  return manifestFault(manifests[0].source) ?? files.map(scriptFault).find(Boolean);
}

function manifestFault(source: string): string | undefined {
  let manifest: unknown;
  try {
    manifest = JSON.parse(source);
  } catch {
    return INVALID;
  }
  if (typeof manifest !== "object" || manifest === null) return INVALID;
  const { timeZone, oauthScopes } = manifest as Record<string, unknown>;
  const isKnown = Object.keys(manifest).every((key) => MANIFEST.has(key));
  const scopes = Array.isArray(oauthScopes) ? oauthScopes : [];
  const areScopes = scopes.every((each) => String(each).startsWith("https://"));
  return isKnown && areScopes && typeof timeZone === "string" ? undefined : INVALID;
}

function scriptFault({ name, type, source }: ProjectFile): string | undefined {
  if (type !== "SERVER_JS") return undefined;
  try {
    parse(source, { ecmaVersion: 2020, sourceType: "script" });
    return undefined;
  } catch (thrown) {
    const { loc, message } = thrown as { loc?: { line: number }; message: string };
    return `Syntax error: ${message} line: ${loc?.line ?? 0} file: ${name}`;
  }
}

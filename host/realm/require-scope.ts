import { ServiceError } from "../workbook/base/service-error";
import type { HostState } from "./host-state";

const prefix = "https://www.googleapis.com/auth/";

/** A scope's whole name for its short one, "script.send_mail". */
export const wholeScope = (name: string): string =>
  name.startsWith("https:") ? name : `${prefix}${name}`;

/**
 * The scopes that the manifest asks for (undefined when it leaves that to Google, PLATFORM-90), and of them only those that
 * the person has granted.
 */
export const grantedScopes = (host: HostState): ReadonlySet<string> | undefined => {
  const { granted, manifest } = host;
  const asked = manifest.oauthScopes;
  if (granted === null) return asked && new Set(asked);
  return new Set((asked ?? [...granted]).filter((scope) => granted.has(scope)));
};

/**
 * Throws Google's text if none of these scopes, such as "script.send_mail", is granted, or named by a manifest that names its scopes.
 */
export const requireScope = (host: HostState, call: string, ...scopes: readonly string[]): void => {
  const granted = grantedScopes(host);
  const wanted = scopes.map((scope) => prefix + scope);
  if (granted === undefined || wanted.some((scope) => granted.has(scope))) return;
  throw new ServiceError(
    `You do not have permission to call ${call}. Required permissions: ${wanted.join(" || ")}`,
  );
};

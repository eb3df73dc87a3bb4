import { ServiceError } from "../workbook/base/service-error";
import type { HostState } from "./host-state";

const prefix = "https://www.googleapis.com/auth/";

/** The scopes that the manifest asks for; undefined when it leaves that to Google (PLATFORM-90). */
export const grantedScopes = (host: HostState): ReadonlySet<string> | undefined =>
  host.manifest.oauthScopes === undefined ? undefined : new Set(host.manifest.oauthScopes);

/**
 * Throws Google's text if a manifest names its scopes and none of these, such as "script.send_mail", is among them.
 */
export const requireScope = (host: HostState, call: string, ...scopes: readonly string[]): void => {
  const granted = grantedScopes(host);
  const wanted = scopes.map((scope) => prefix + scope);
  if (granted === undefined || wanted.some((scope) => granted.has(scope))) return;
  throw new ServiceError(
    `You do not have permission to call ${call}. Required permissions: ${wanted.join(" || ")}`,
  );
};

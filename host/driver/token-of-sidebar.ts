import { randomUUID } from "node:crypto";
import type { HostState } from "../realm/host-state";
import { uiState } from "../services/ui/ui-state";
import type { HostOptions } from "./host-options";
import { runFunction } from "./run-function";

/** What the program handed to a sidebar for its calls, and when, in virtual ms since 1970. */
export interface HandedToken {
  readonly token: string;
  readonly at: number;
}

/** A sidebar that has stood open for longer is opened again, so that calls are those of one that was just opened. */
const STANDS = 11 * 3_600_000;

/**
 * The last argument of a call of `rpc`: what the program hands to its sidebar as it opens, in `data-token`; null where it
 * hands over nothing. It opens one aside if need be, as the person did before any call, while every right was granted: seen by no hook and on no list.
 */
export function tokenOfSidebar(
  host: HostState,
  options: HostOptions,
  known: HandedToken | null,
): HandedToken | null {
  const now = host.clock.now();
  if (known !== null && now - known.at < STANDS) return known;
  if (!/\bfunction showSidebar\b/.test(host.code)) return null;
  const view = uiState(host);
  const { sidebar, shown } = view;
  const aside = Object.create(host, {
    record: { value: () => undefined },
    granted: { value: null },
    hook: { value: () => null },
    callCost: { value: () => 0 },
    uuid: { value: randomUUID },
    nextExecutionId: { value: () => 0 },
  }) as HostState;
  // The script has run when this returns. One that could not open its sidebar has handed over nothing.
  runFunction(aside, options, "showSidebar", [], "menu").catch(() => undefined);
  const [, token] = /\bdata-token="([^"]*)"/.exec(view.sidebar?.content ?? "") ?? [];
  Object.assign(view, { sidebar, shown });
  return token === undefined ? known : { token, at: now };
}

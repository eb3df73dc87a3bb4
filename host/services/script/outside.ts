import { nextRun } from "../../clock/next-run";
import { type SpreadsheetEvent, type TriggerRecord, triggersOf } from "../../clock/trigger-record";
import type { Plain } from "../../realm/inside/bridge";
import type { OutsideService } from "../../realm/outside-service";
import { grantedScopes, requireScope } from "../../realm/require-scope";
import { ServiceError } from "../../workbook/base/service-error";
import { planOf, type Said } from "./plan-of";

/** Triggers of one user in one script (PLATFORM-58). */
const maxTriggers = 20;

/** What Google says when it ends an execution to ask the person for what is not granted. */
const consentIsMissing = "Authorization is required to perform that action.";

const plain = ({ id, handler, source, event, ...rest }: TriggerRecord): Plain => [
  id,
  handler,
  source,
  event,
  "sourceId" in rest ? rest.sourceId : null,
];

/** The host's half of ScriptApp: triggers of the current user, scopes, ids. */
export const script: OutsideService = (host, execution) => {
  const all = triggersOf(host);
  const ids = host.kept("trigger ids", () => ({ last: 0 }));
  const mine = (): readonly TriggerRecord[] => all.filter(({ creator }) => creator === host.user);
  const newId = (): string => {
    if (mine().length >= maxTriggers) {
      throw new ServiceError(
        "This script has too many triggers. Triggers must be deleted from the script before more can be added.",
      );
    }
    ids.last += 1;
    return `46000000000000${String(ids.last).padStart(5, "0")}`;
  };
  /** Of these scopes, or of all that the manifest asks for (null), those that are not granted. */
  const missing = (scopes: Plain): readonly string[] => {
    const granted = grantedScopes(host);
    const wanted = (scopes as readonly string[] | null) ?? host.manifest.oauthScopes ?? [];
    return granted === undefined ? [] : wanted.filter((scope) => !granted.has(scope));
  };
  return {
    "script.allow": (call) => {
      requireScope(host, String(call), "script.scriptapp");
    },
    "script.id": () => `script-of-${host.workbook.id}`,
    "script.spreadsheet": () => host.workbook.id,
    "script.missingScopes": (scopes) => missing(scopes ?? null),
    "script.grantedScopes": () => [...(grantedScopes(host) ?? [])],
    "script.requireScopes": (scopes) => {
      if (missing(scopes ?? null).length > 0) execution.end(consentIsMissing);
    },
    "script.triggers": () => mine().map(plain),
    "script.createClock": (handler, said) => {
      const id = newId();
      const now = host.clock.now();
      const words: Said = new Map(said as unknown as [string, readonly (string | number)[]][]);
      const plan = planOf(words, host.scriptTimeZone, now, `${handler} ${ids.last}`);
      const record: TriggerRecord = {
        id,
        creator: host.user,
        handler: String(handler),
        source: "CLOCK",
        event: "CLOCK",
        plan,
        createdAt: now,
        nextAt: nextRun(plan, now, now),
      };
      all.push(record);
      return plain(record);
    },
    "script.createSpreadsheet": (handler, sourceId, event) => {
      const record: TriggerRecord = {
        id: newId(),
        creator: host.user,
        handler: String(handler),
        source: "SPREADSHEETS",
        event: event as SpreadsheetEvent,
        sourceId: String(sourceId),
      };
      all.push(record);
      return plain(record);
    },
    "script.delete": (id) => {
      const at = all.findIndex((each) => each.id === id && each.creator === host.user);
      if (at === -1) throw new ServiceError("The trigger was not found.");
      all.splice(at, 1);
    },
  };
};

import type { Plain } from "../../realm/inside/bridge";
import type { EnumValue } from "../../realm/inside/enumerations";
import { exception } from "../../realm/inside/exception";
import type { InsideService } from "../../realm/inside/kit";
import { triggerClasses } from "./triggers";

/** ScriptApp as a script sees it: triggers of the current user, scopes (PLATFORM-58, PLATFORM-66). */
export const script: InsideService = (kit) => {
  const { triggers, trigger, builders } = triggerClasses(kit);
  kit.onRevive("AuthMode", ({ name }) => kit.enumeration("AuthMode")[String(name)]);
  const all = (): readonly object[] =>
    (kit.ask("script.triggers") as readonly Plain[]).map(trigger);
  const list = (call: string) => () => {
    kit.ask("script.allow", call);
    return all();
  };
  const missing = (scopes: readonly string[] | null): readonly string[] =>
    kit.ask("script.missingScopes", scopes) as readonly string[];
  const information = kit.define<readonly string[] | null>("ScriptApp.AuthorizationInfo", {
    getAuthorizationStatus: (scopes) =>
      kit.enumeration("AuthorizationStatus")[
        missing(scopes).length === 0 ? "NOT_REQUIRED" : "REQUIRED"
      ],
    getAuthorizationUrl: (scopes) =>
      missing(scopes).length === 0 ? null : "https://script.google.com/consent",
    getAuthorizedScopes: () => kit.ask("script.grantedScopes"),
  });
  const service = kit.define<undefined>("ScriptApp.Service", {
    getUrl: () => null,
    isEnabled: () => false,
  });
  const scriptApp = kit.define<undefined>(
    "ScriptApp",
    {
      deleteTrigger: (_state, given: object) => {
        kit.ask("script.allow", "ScriptApp.deleteTrigger");
        const found = triggers.stateOf(given);
        if (found === undefined) throw exception("Invalid argument: trigger");
        kit.ask("script.delete", found.id);
      },
      getAuthorizationInfo: (_state, _mode: EnumValue, scopes?: string[]) =>
        information.make(scopes ?? null),
      getInstallationSource: () => kit.enumeration("InstallationSource").NONE,
      getProjectTriggers: list("ScriptApp.getProjectTriggers"),
      getScriptId: () => kit.ask("script.id"),
      getService: () => service.make(undefined),
      getUserTriggers: list("ScriptApp.getUserTriggers"),
      newTrigger: (_state, handler: string) => {
        kit.ask("script.allow", "ScriptApp.newTrigger");
        if (!handler) throw exception("Invalid argument: functionName");
        return builders.make(handler);
      },
      requireAllScopes: () => void kit.ask("script.requireScopes", null),
      requireScopes: (_state, _mode: EnumValue, scopes: string[]) =>
        void kit.ask("script.requireScopes", scopes),
    },
    {
      properties: {
        AuthMode: kit.enumeration("AuthMode"),
        AuthorizationStatus: kit.enumeration("AuthorizationStatus"),
        EventType: kit.enumeration("EventType"),
        InstallationSource: kit.enumeration("InstallationSource"),
        TriggerSource: kit.enumeration("TriggerSource"),
        WeekDay: kit.enumeration("Weekday"),
      },
    },
  );
  return { ScriptApp: scriptApp.make(undefined) };
};

import type { InsideService } from "../../realm/inside/kit";

/** Session as a script sees it; its time zone is the script's, not the spreadsheet's (PLATFORM-52). */
export const session: InsideService = (kit) => {
  const users = kit.define<string>("User", { getEmail: (email) => email });
  kit.provide("User", (email) => users.make(String(email)));
  const user = (call: string) => () => users.make(String(kit.ask("session.user", call)));
  const service = kit.define<undefined>("Session", {
    getActiveUser: user("Session.getActiveUser"),
    getActiveUserLocale: () => kit.ask("session.locale"),
    getEffectiveUser: user("Session.getEffectiveUser"),
    getScriptTimeZone: () => kit.ask("session.zone"),
    getTemporaryActiveUserKey: () => kit.ask("session.key"),
  });
  return { Session: service.make(undefined) };
};

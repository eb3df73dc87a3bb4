import type { OutsideService } from "../../realm/outside-service";
import { requireScope } from "../../realm/require-scope";

/** The host's half of Session: the user at the keyboard, or the creator of a time-driven run. */
export const session: OutsideService = (host) => ({
  "session.user": (call) => {
    requireScope(host, String(call), "userinfo.email");
    return host.user;
  },
  "session.key": () => `key-of-${host.user}`,
  "session.locale": () => host.workbook.locale.slice(0, 2),
  "session.zone": () => host.scriptTimeZone,
});

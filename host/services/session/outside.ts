import type { OutsideService } from "../../realm/outside-service";
import { requireScope } from "../../realm/require-scope";

/**
 * The host's half of Session: the user at the keyboard, or the creator of a time-driven run. In a web app that runs as its
 * deployer the visitor has no name (PLATFORM-88), nor has a consumer account that is not the script's owner.
 */
export const session: OutsideService = (host, execution) => ({
  "session.user": (call) => {
    requireScope(host, String(call), "userinfo.email");
    const isHidden = execution.kind === "web" || host.hidesActiveUser;
    return isHidden && call === "Session.getActiveUser" ? "" : host.user;
  },
  "session.key": () => `key-of-${host.user}`,
  "session.locale": () => host.workbook.locale.slice(0, 2),
  "session.zone": () => host.scriptTimeZone,
});

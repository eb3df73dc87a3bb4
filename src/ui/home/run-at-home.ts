import { show } from "../shell/router";
import { runNow } from "./run-store";

/** Goes to Home and starts a run there. */
export function runAtHome(): void {
  show({ screen: "home" });
  void runNow();
}

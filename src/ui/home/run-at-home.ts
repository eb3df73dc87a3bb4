import { show } from "../shell/router";
import { runNow } from "./run-store";

/** Runs now, where a person sees how it goes. */
export function runAtHome(): void {
  show({ screen: "home" });
  void runNow();
}

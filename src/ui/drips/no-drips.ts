import type { Nothing } from "../parts/list-states";
import { show } from "../shell/router";

/** What is said where no drip was started yet. */
export const noDrips: Nothing = {
  title: "No drips yet",
  advice: "A trigger starts them when a customer or a sale meets its rules.",
  act: { label: "See the triggers", go: () => show({ screen: "triggers" }) },
};

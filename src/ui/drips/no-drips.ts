import type { EmptyText } from "../parts/list-states";
import { show } from "../shell/router";

/** Shown where no drip was started yet. */
export const noDrips: EmptyText = {
  title: "No drips yet",
  advice: "A trigger starts them when a customer or a sale meets its rules.",
  act: { label: "See the triggers", go: () => show({ screen: "triggers" }) },
};

import type { ScreenDefinition } from "../shell/screen";
import { Drips } from "./drips";
import { Home } from "./home";
import { ManualReward } from "./manual-reward";
import { Partners } from "./partners";

export type ScreenName = "home" | "partners" | "drips" | "manual-reward";

/** The registry of screens; those with a tab stand in this order. */
export const screens = {
  home: { Screen: Home, tab: { label: "Home", icon: "home" } },
  partners: { Screen: Partners, tab: { label: "Partners", icon: "people" } },
  drips: { Screen: Drips, tab: { label: "Drips", icon: "drop" } },
  "manual-reward": { Screen: ManualReward },
} as const satisfies { readonly [Name in ScreenName]: ScreenDefinition };

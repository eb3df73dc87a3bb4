import type { ComponentType } from "preact";
import type { IconName } from "../parts/icon";

/** All screens by name; the registry in screens/index.ts says what each one is. */
export type ScreenName =
  | "home"
  | "review"
  | "partners"
  | "partner"
  | "invoices"
  | "invoice"
  | "drips"
  | "drip"
  | "triggers"
  | "trigger"
  | "judge-again"
  | "forecast"
  | "activity"
  | "settings"
  | "health"
  | "first-run"
  | "record"
  | "manual-reward";

/** A screen of the sidebar; `about` is the key of the record that it is opened for, or "". */
export interface ScreenDefinition {
  readonly Screen: ComponentType<{ readonly about: string }>;
  /** Where it is found: as a tab, in the menu "More", or only from other screens. */
  readonly place:
    | { readonly at: "tab" | "more"; readonly label: string; readonly icon: IconName }
    | { readonly at: "none" };
}

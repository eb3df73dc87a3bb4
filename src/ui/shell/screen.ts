import type { ComponentType } from "preact";
import type { IconName } from "../parts/icon";

/** A screen of the sidebar; `about` is the key of the record that it is opened for, or "". */
export interface ScreenDefinition {
  readonly Screen: ComponentType<{ readonly about: string }>;
  /** Its tab; without one, it is opened from other screens. */
  readonly tab?: { readonly label: string; readonly icon: IconName };
}

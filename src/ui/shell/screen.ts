import type { ComponentType } from "preact";
import type { IconName } from "../parts/icon";

/** A screen of the sidebar; `about` is the key of the record that it is opened for, or "". */
export interface ScreenDefinition {
  readonly Screen: ComponentType<{ readonly about: string }>;
  /** Where it is found: as a tab, in the menu "More", or only from other screens. */
  readonly place:
    | { readonly at: "tab" | "more"; readonly label: string; readonly icon: IconName }
    | { readonly at: "none" };
  /** The tab whose records it shows; such a screen is always opened for one of them. */
  readonly of?: "partners" | "invoices" | "drips" | "triggers";
}

/** The registered screens by name. The shell knows Home; screens/index.ts adds the others, which import the shell. */
export interface Screens {
  readonly home: ScreenDefinition;
}
export type ScreenName = keyof Screens;

/** Where the sidebar is: a screen, and the key of the record that it is opened for. */
export type Place = {
  [Name in ScreenName]: Screens[Name] extends { readonly of: string }
    ? { readonly screen: Name; readonly about: string }
    : { readonly screen: Name; readonly about?: string };
}[ScreenName];

export type ScreenRegistry = { readonly [Name in ScreenName]: ScreenDefinition };
